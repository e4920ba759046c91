import { authorize, type Permit } from '@/lib/access/authorize'
import { CITY_ROLES, type Actor, type Role } from '@/lib/access/roles'
import type { BriefWeek } from '@/lib/rules/brief-week'
import { dualStanding } from '@/lib/rules/dual-monitor'
import { fundBalances } from '@/lib/rules/fund-balance'
import { weeklyBrief, type BriefKnown, type BriefReader } from '@/lib/rules/weekly-brief'
import { writeBrief } from '@/lib/store/briefs'
import { readChanges, type Change } from '@/lib/store/changes'
import { countConversations } from '@/lib/store/conversations'
import { readCityFunds } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { readCityPage } from './read-city'
import { readOverview } from './read-overview'

/** More changes in a week than this are counted as this many. */
const MOST_CHANGES = 2000

const READERS: Readonly<Partial<Record<Role, BriefReader>>> = {
  city_officer: 'city',
  city_certifier: 'city',
  provincial_reviewer: 'reviewer',
  cnipa_reviewer: 'reviewer',
  mof_reviewer: 'reviewer',
  finance_officer: 'finance',
  finance_approver: 'finance',
}

/** Roles that have a brief: what an assessor has to do is on the page of the assignments, for as long as they last. */
export const BRIEF_ROLES: readonly Role[] = Object.keys(READERS) as Role[]

/**
 * Makes and keeps a person's brief of a week, by what that person may see and nothing else: each reading goes by a permit of
 * the person.
 */
export async function makeBrief(actor: Actor, week: BriefWeek): Promise<void> {
  const reader = READERS[actor.role]
  if (reader === undefined) return
  const known =
    (CITY_ROLES as readonly Role[]).includes(actor.role) && actor.city !== null
      ? await knownOfCity(authorize(actor, 'city.read', actor.city), week)
      : await knownOfCities(authorize(actor, 'dashboard.read'), week, reader)
  await begin(authorize(actor, 'brief.keep'), (work) =>
    writeBrief(work, week.monday, weeklyBrief(reader, known)),
  )
}

async function knownOfCity(permit: Permit<'city.read'>, week: BriefWeek): Promise<BriefKnown> {
  const page = await readCityPage(permit)
  const changes = await begin(permit, (work) => readChanges(work, week.from, MOST_CHANGES))
  if (page === null) return { asOf: null, ...happened(changes, week), questions: 0, cities: [] }
  const report = page.summaries.find(({ period }) => period === page.asOf)
  return {
    asOf: page.asOf,
    ...happened(changes, week),
    questions: page.beside.talks.filter(({ kind }) => kind === 'asked').length,
    cities: [
      {
        city: page.city,
        verdicts: page.verdicts.byFloor.map(({ verdict }) => verdict),
        isOverdue: report?.submittedAt == null,
        standing: page.standing,
      },
    ],
  }
}

async function knownOfCities(
  permit: Permit<'dashboard.read'>,
  week: BriefWeek,
  reader: BriefReader,
): Promise<BriefKnown> {
  const overview = await readOverview(permit)
  const { changes, waiting, funds } = await begin(permit, async (work) => ({
    changes: await readChanges(work, week.from, MOST_CHANGES),
    waiting: reader === 'reviewer' ? await countConversations(work) : [],
    funds: await readCityFunds(work),
  }))
  const totals = new Map(funds.map((each) => [each.city, each.totals]))
  return {
    asOf: overview?.asOf ?? null,
    ...happened(changes, week),
    questions: waiting.reduce((sum, { answered }) => sum + answered, 0),
    cities: (overview?.cities ?? []).map(({ city, verdicts, arrival }) => {
      const own = verdicts.byFloor.map(({ verdict }) => verdict)
      const rate = fundBalances(totals.get(city.code) ?? []).find(({ source }) => source === 'central')?.rate
      return {
        city,
        verdicts: own,
        isOverdue: arrival === 'overdue',
        standing: dualStanding(rate ?? null, own),
      }
    }),
  }
}

/** What changed within the week, the latest first. */
function happened(all: readonly Change[], { to }: BriefWeek): Pick<BriefKnown, 'changes' | 'steps'> {
  const within = all.filter(({ at }) => at < to)
  const number = (kind: Change['kind']) => within.filter((change) => change.kind === kind).length
  return {
    changes: within.flatMap((change) =>
      change.kind === 'verdict' && change.city !== null
        ? [{ ...change, at: change.at.toISOString(), city: change.city }]
        : [],
    ),
    steps: { submitted: number('submitted'), returned: number('returned'), accepted: number('accepted') },
  }
}
