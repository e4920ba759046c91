import { authorize, type Permit } from '@/lib/access/authorize'
import { asIfSigned, type Draft } from '@/lib/decisions/as-if-signed'
import type { Decision } from '@/lib/decisions/decision'
import {
  bandsInForce,
  checksInForce,
  configurationOf,
  incomparableAt,
  schemeInForce,
  targetsInForce,
} from '@/lib/decisions/in-force'
import { canonical, type Canonical } from '@/lib/ledger/canonical'
import { indicatorCodes } from '@/lib/notice'
import { checkedReport } from '@/lib/reporting/check-report'
import { toFacts } from '@/lib/reporting/facts'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import {
  demonstrationScheme,
  judge,
  rehearseChecks,
  rehearseMoney,
  rehearseVerdicts,
  type CheckChange,
  type CheckedReport,
  type JudgedCity,
  type MoneyChange,
  type Standard,
  type VerdictChange,
} from '@/lib/rules'
import { momentOf } from '@/lib/rules/span'
import { readCells } from '@/lib/store/cells'
import { readCities } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods } from '@/lib/store/periods'
import { readRows } from '@/lib/store/register-rows'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { readTargets, type OwnTarget } from '@/lib/store/targets'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, isQuarter, type Quarter } from '@/lib/values'
import { quartersOnOffer } from './judge-cities'

/** What a decision would change if it took effect now: found by running the rules, never by declaring it. */
export interface Rehearsal {
  /** The quarter shown first; null while no quarter has opened. */
  readonly asOf: Quarter | null
  /** As of every quarter that has opened, the one shown first first. */
  readonly verdicts: readonly VerdictChange[]
  readonly reports: readonly CheckChange[]
  /** Scores and money of every city; none where neither scheme nor bands would change. */
  readonly money: readonly MoneyChange[]
}

/** The byte form under which a rehearsal is kept and compared. */
export const sealRehearsal = (rehearsal: Rehearsal): string => canonical(rehearsal as unknown as Canonical)

/**
 * Rehearses decisions of any kind together: the book as it is and as it would be are both applied to everything, so that what
 * differs is the effect. Verdicts against the floor and own targets in every quarter on offer, checks of every open report,
 * and scores and money of every city.
 */
export async function rehearseDecision(
  permit: Permit<'decision.propose' | 'decision.sign' | 'decision.read'>,
  ...drafts: readonly Draft[]
): Promise<Rehearsal> {
  const { open, book, day, ...found } = await begin(permit, (work) => judgedNow(work, drafts))
  const after = asIfSigned(book, drafts, day)
  return { ...found, reports: await checkedNow(permit, open, { book, after, day }) }
}

const IN_THE_CITYS_HANDS = ['draft', 'returned', 'certified']
const UNDER_WAY = [...IN_THE_CITYS_HANDS, 'submitted', 'forwarded']

async function judgedNow(work: Work, drafts: readonly Draft[]) {
  const summaries = await readSummaries(work)
  const { offered, first: asOf } = quartersOnOffer(await readPeriods(work), work.now)
  const book = await readDecisions(work)
  const targets = await readTargets(work)
  const codes = (await readCities(work)).map(({ code }) => code)
  const day = dayOf(work.now)
  const after = asIfSigned(book, drafts, day)
  const judged = codes.map((city) => judgedCity(city, summaries, book, targets, day, offered))
  const would = new Map(
    codes.map((city) => [city, judgedCity(city, summaries, after, targets, day, offered)]),
  )
  const changed = judged.filter((city) => termsOf(city) !== termsOf(would.get(city.city) ?? city))
  const quarters = offered.toReversed().sort((a, b) => Number(b === asOf) - Number(a === asOf))
  return {
    asOf,
    verdicts: rehearseVerdicts(changed, (city) => would.get(city.city) ?? city, quarters, asOf),
    money: asOf === null ? [] : moneyNow(judged, asOf, standardOf(book, day), standardOf(after, day)),
    open: summaries.filter(({ status }) => UNDER_WAY.includes(status)),
    book,
    day,
  }
}

/** A city as a book of decisions has it judged. */
export function judgedCity(
  city: string,
  summaries: readonly Summary[],
  book: readonly Decision[],
  targets: readonly OwnTarget[],
  day: string,
  quarters: readonly Quarter[],
): JudgedCity {
  const configuration = configurationOf(book, city, day)
  const own = targetsInForce(targets, book, day).inForce.filter((target) => target.city === city)
  return {
    city,
    facts: toFacts(summaries.filter((summary) => summary.city === city).flatMap(({ facts }) => facts)),
    configuration,
    incomparable: Object.fromEntries(
      quarters.map((quarter) => [
        quarter,
        incomparableAt(book, city, day, momentOf(quarter, configuration).judgedAt),
      ]),
    ),
    targets: Object.fromEntries(
      own.map(({ indicator, value, setAt }) => [
        indicator,
        { target: value, targetSince: setAt.toISOString().slice(0, 10) },
      ]),
    ),
  }
}

const termsOf = ({ configuration, targets, incomparable }: JudgedCity): string =>
  JSON.stringify([configuration, targets, incomparable])

const standardOf = (book: readonly Decision[], day: string): Standard => ({
  scheme: schemeInForce(book, day) ?? demonstrationScheme,
  bands: bandsInForce(book, day),
})

function moneyNow(
  cities: readonly JudgedCity[],
  asOf: Quarter,
  before: Standard,
  after: Standard,
): readonly MoneyChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const judged = cities.map(({ city, facts, configuration, incomparable }) => ({
    city,
    verdicts: indicatorCodes.map((code) => {
      const notComputable = incomparable?.[asOf]?.[code]
      const options = { alternatives: false, ...(notComputable && { notComputable }) }
      return judge(code, facts[code] ?? {}, configuration, asOf, options).verdict
    }),
  }))
  return rehearseMoney(judged, before, after)
}

interface Books {
  readonly book: readonly Decision[]
  readonly after: readonly Decision[]
  readonly day: string
}

/**
 * Each open report is read through a permit of its own city, as everything of one city is. Of bases a decision speaks to
 * those that are still in the city's hands: what was submitted is checked as on the day on which it was.
 */
async function checkedNow(
  permit: Permit,
  open: readonly Summary[],
  { book, after, day }: Books,
): Promise<readonly CheckChange[]> {
  const [had, would] = [checksInForce(book, day), checksInForce(after, day)]
  const areOther = JSON.stringify(had) !== JSON.stringify(would)
  const found: CheckChange[] = []
  for (const { city, period, status } of open) {
    const [is, later] = [book, after].map((each) =>
      isQuarter(period) ? incomparableAt(each, city, day, period) : {},
    )
    const isOtherBase = IN_THE_CITYS_HANDS.includes(status) && JSON.stringify(is) !== JSON.stringify(later)
    if (!areOther && !isOtherBase) continue
    const own = authorize(permit.actor, 'report.read', city)
    const report = await begin(own, (work) => readChecked(work, period))
    const changed = isOtherBase ? { later: { ...report, incomparable: later ?? {} } } : {}
    found.push(...rehearseChecks([{ city, report, ...changed }], had, would))
  }
  return found
}

async function readChecked(work: Work, period: Summary['period']): Promise<CheckedReport> {
  const rows = (await readRows(work, period)).filter((row) => !row.removed)
  return checkedReport(period, await readCells(work, period), rows, await readKnownFigures(work))
}
