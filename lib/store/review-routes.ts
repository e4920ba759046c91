import { grouped, Refusal } from '@/lib/values'
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

/** Which route held from when on, the earliest first; before the first the way by the province. */
export type RouteLife = readonly { readonly route: Route; readonly from: Date }[]

/** The route that holds in the end. */
export const lastRoute = (life: RouteLife): Route => life.at(-1)?.route ?? 'provincial'

type Switched = Pick<RouteSwitch, 'cohort' | 'isOn' | 'setAt'>

/** The route of the permit's city as of now. */
export async function readRoute(work: Work): Promise<Route> {
  return lastRoute(await readRouteLife(work))
}

/** The routes of the permit's city until now. */
export async function readRouteLife(work: Work): Promise<RouteLife> {
  return routeLife(await askAlone(work, ownRoutes(work)))
}

/** The same as a part of a larger question, through `routeLife`. */
export const ownRoutes = ({ city, now }: Work): Part<Switched> => ({
  sql: Prisma.sql`
    SELECT s.cohort, s.is_on AS "isOn", s.set_at AS "setAt" FROM provincial_step s JOIN city c ON c.cohort = s.cohort
    WHERE c.code = ${city} AND s.set_at <= ${now} ORDER BY s.seq`,
  moments: ['setAt'],
})

/** The routes that switches of one cohort make. */
export const routeLife = (switches: readonly Switched[]): RouteLife =>
  switches.map(({ isOn, setAt }) => ({ route: isOn ? 'provincial' : 'direct', from: setAt }))

/** The route of every cohort that has one of its own; all others go by way of the province. */
export async function readRoutes(work: Work): Promise<ReadonlyMap<string, Route>> {
  const lives = routesOf(await askAlone(work, routeRows(work)))
  return new Map([...lives].map(([cohort, life]) => [cohort, lastRoute(life)]))
}

/** The same as a part of a larger question, with every switch until then, through `routesOf`. */
export const routeRows = ({ now }: Work): Part<Switched> => ({
  sql: Prisma.sql`
    SELECT cohort, is_on AS "isOn", set_at AS "setAt" FROM provincial_step WHERE set_at <= ${now} ORDER BY cohort, seq`,
  moments: ['setAt'],
})

/** The routes of each cohort that ever had one of its own. */
export const routesOf = (switches: readonly Switched[]): ReadonlyMap<string, RouteLife> =>
  new Map([...grouped(switches, ({ cohort }) => cohort)].map(([cohort, own]) => [cohort, routeLife(own)]))

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
