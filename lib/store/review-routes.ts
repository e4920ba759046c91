import { Refusal } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** How a city's reports are reviewed: by way of the province, or by the national reviewers directly. */
export type Route = 'provincial' | 'direct'

/** One switch of the provincial step for a cohort: the cities selected in one year. */
export interface RouteSwitch {
  readonly cohort: string
  readonly seq: number
  readonly isOn: boolean
  readonly reason: string
  readonly setByName: string
  readonly setAt: Date
}

/** Every switch ever made, by cohort, the earliest first: the last of each cohort holds. */
export async function readRouteSwitches(work: Work): Promise<RouteSwitch[]> {
  const rows = await databaseOf(work).provincial_step.findMany({
    orderBy: [{ cohort: 'asc' }, { seq: 'asc' }],
  })
  return rows.map((row) => ({
    cohort: row.cohort,
    seq: row.seq,
    isOn: row.is_on,
    reason: row.reason,
    setByName: row.set_by_name,
    setAt: row.set_at,
  }))
}

/** The route of the permit's city as of now. */
export async function readRoute(work: Work): Promise<Route> {
  return (await askAlone(work, ownRoute(work)))[0]?.route ?? 'provincial'
}

/** The same as a part of a larger question. */
export const ownRoute = ({ city }: Work): Part<{ readonly route: Route }> => ({
  sql: Prisma.sql`SELECT review_route(${city}) AS route`,
  moments: [],
})

/** The route of every cohort that has one of its own; all others go by way of the province. */
export async function readRoutes(work: Work): Promise<ReadonlyMap<string, Route>> {
  return routesOf(await askAlone(work, routeRows))
}

/** The same as a part of a larger question, through `routesOf`. */
export const routeRows: Part<Pick<RouteSwitch, 'cohort' | 'isOn'>> = {
  sql: Prisma.sql`SELECT cohort, is_on AS "isOn" FROM provincial_step ORDER BY cohort, seq`,
  moments: [],
}

/** The last switch of each cohort holds. */
export const routesOf = (
  switches: readonly Pick<RouteSwitch, 'cohort' | 'isOn'>[],
): ReadonlyMap<string, Route> =>
  new Map(switches.map(({ cohort, isOn }) => [cohort, isOn ? 'provincial' : 'direct']))

/** Switches the provincial step of a cohort. @throws Refusal contentChanged when it is so already */
export async function writeRouteSwitch(
  work: Work<'reference.configure'>,
  { cohort, isOn, reason }: Pick<RouteSwitch, 'cohort' | 'isOn' | 'reason'>,
): Promise<void> {
  const actor = actorIn(work)
  const seq = 1 + (await databaseOf(work).provincial_step.count({ where: { cohort } }))
  try {
    await databaseOf(work).provincial_step.createMany({
      data: [
        { cohort, seq, is_on: isOn, reason, set_by: actor.id, set_by_name: actor.name, set_at: work.now },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ002' || state === '23505') throw new Refusal('contentChanged')
    throw error
  }
  await recordAudit(work, { cohort, provincialStep: isOn, reason })
}
