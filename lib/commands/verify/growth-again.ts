import type { Period } from '@/lib/values'
import {
  isEnough,
  judgedAt,
  quartersOfYear,
  quartersSoFar,
  type Answer,
  type Judged,
  type Question,
} from './result-again'
import { plain, type Sheet, type Term } from './sheet'

/** Average yearly growth (R1 to R4), worked out from the notice and its readings a second time. */
export function growthAgain(question: Question, sheet: Sheet, withPace: boolean): Answer {
  const { subject, configuration, asOf } = question
  const when = judgedAt(configuration, asOf)
  if (when.k < 1) return { verdict: 'notYetDue', readings: ['R3'] }
  const base = yearOf(sheet, configuration.baseYear, 'baseTotal')
  if ('wrong' in base) return base.wrong === 'lacking' ? lacking(base.periods, 'R3', 'R8') : disagrees
  if (base.total.value.isZero) return { verdict: 'notComputable', reason: 'zeroBase', readings: ['R3', 'R8'] }
  const now = yearToDate(sheet, configuration.baseYear + when.k, when.quarter)
  if ('wrong' in now) return now.wrong === 'lacking' ? lacking(now.periods, 'R3') : disagrees

  const actual = now.total
  const path = pathOf(question, sheet, when, base)
  const gap = sheet.step('gap', 'difference', actual, path.required)
  sheet.step('reached', 'atLeast', actual, path.required)
  const holds = isEnough(question, actual, path.required)
  const numbers = { actual, required: path.required, gap }
  const special = OWN_READING[subject.code] ?? []
  if (when.last) {
    return { verdict: holds ? 'met' : 'short', readings: ['R1', 'R2', 'R3', ...special], ...numbers }
  }
  const toCome = whatIsToCome(question, sheet, when, base.total, path, actual)
  if (withPace) pace(question, sheet, when, { actual, toCome, base, first: path.first })
  return {
    verdict: holds ? 'onPace' : 'behindPace',
    readings: ['R1', 'R2', 'R3', 'R4', ...special],
    ...numbers,
  }
}

const OWN_READING: Readonly<Record<string, readonly string[]>> = {
  transfers_licenses: ['R6'],
  pledge_amount: ['R7'],
  pledge_projects: ['R7'],
}

const disagrees: Answer = {
  verdict: 'notComputable',
  reason: 'yearDisagreesWithQuarters',
  readings: ['R3', 'R8'],
}

function lacking(missing: readonly Period[], ...readings: string[]): Answer {
  return { verdict: 'figuresMissing', missing, readings }
}

type Total =
  | { readonly total: Term; readonly quarters: readonly Term[] | null }
  | { readonly wrong: 'lacking'; readonly periods: readonly Period[] }
  | { readonly wrong: 'disagrees' }

/** A year from its own figure or from its quarters; where both are known they must be the same. */
export function yearOf(sheet: Sheet, year: number, as: 'baseTotal' | 'toDate' | 'yearBefore'): Total {
  const own = sheet.figure(`${year}`)
  const { found, lacking: without } = sheet.figuresOf(quartersOfYear(year))
  const whole = without.length === 0
  if (!own && !whole) {
    return { wrong: 'lacking', periods: without.length === 4 ? [`${year}`] : without }
  }
  if (!own) return { total: sheet.step(as, 'sum', ...found), quarters: found }
  if (!whole) return { total: sheet.step(as, 'take', own), quarters: null }
  const beside = sheet.beside()
  beside.step('yearStated', 'take', own)
  const added = beside.step('yearFromQuarters', 'sum', ...found)
  if (added.value.equals(own.value)) return { total: sheet.step(as, 'take', own), quarters: found }
  sheet.steps.push(...beside.steps)
  return { wrong: 'disagrees' }
}

function yearToDate(sheet: Sheet, year: number, quarter: number): Total {
  if (quarter === 4) return yearOf(sheet, year, 'toDate')
  const { found, lacking: without } = sheet.figuresOf(quartersOfYear(year, quarter))
  if (without.length > 0) return { wrong: 'lacking', periods: without }
  return { total: sheet.step('toDate', 'sum', ...found), quarters: null }
}

interface Path {
  readonly factor: Term
  readonly wholeYear: Term
  /** The same quarters of the base year, where the share is its own. */
  readonly first: Term | null
  readonly required: Term
}

/** V0 · (1 + g/100)^k, or the straight line to its end; of a part of the year the share of its quarters (R4). */
function pathOf(
  { configuration, threshold }: Question,
  sheet: Sheet,
  { k, quarter }: Judged,
  base: { readonly total: Term; readonly quarters: readonly Term[] | null },
): Path {
  const factor = sheet.step('yearlyFactor', 'percentFactor', threshold)
  const raised =
    configuration.path === 'linear'
      ? sheet.step('pathFactor', 'linearFactor', factor, plain(configuration.intervals), plain(k))
      : sheet.step('pathFactor', 'power', factor, plain(k))
  const wholeYear = sheet.step('requiredYear', 'product', base.total, raised)
  if (quarter === 4) {
    return { factor, wholeYear, first: null, required: sheet.step('required', 'take', wholeYear) }
  }
  let share: Term
  let first: Term | null = null
  if (base.quarters && configuration.share === 'ownProfile') {
    first = sheet.step('baseToQuarter', 'sum', ...base.quarters.slice(0, quarter))
    share = sheet.step('share', 'quotient', first, base.total)
  } else {
    share = sheet.step('share', 'quotient', plain(quarter), plain(4))
  }
  return { factor, wholeYear, first, required: sheet.step('required', 'product', wholeYear, share) }
}

/** What the last year still has to bring, and so each of its quarters. */
function whatIsToCome(
  { configuration }: Question,
  sheet: Sheet,
  { k, quarter }: Judged,
  base: Term,
  path: Path,
  actual: Term,
): Term {
  if (k === configuration.intervals) {
    const rest = sheet.step('stillToCome', 'shortfall', path.wholeYear, actual)
    sheet.step('neededPerQuarter', 'quotient', rest, plain(4 - quarter))
    return rest
  }
  const raised = sheet.step('endFactor', 'power', path.factor, plain(configuration.intervals))
  const end = sheet.step('requiredEnd', 'product', base, raised)
  sheet.step('neededPerQuarter', 'quotient', end, plain(4))
  return end
}

interface Standing {
  readonly actual: Term
  readonly first: Term | null
  readonly toCome: Term
  readonly base: { readonly total: Term; readonly quarters: readonly Term[] | null }
}

/** The greatest quarter since the start (the latest of equal ones), how often and until when it would have to come. */
function pace({ configuration }: Question, sheet: Sheet, when: Judged, standing: Standing): void {
  const { found } = sheet.figuresOf(quartersSoFar(configuration, when))
  const [first, ...others] = found
  if (first) {
    const greatest = others.reduce((most, each) => (each.value.reaches(most.value) ? each : most), first)
    const best = sheet.step('bestQuarter', 'take', greatest)
    const left = when.k === configuration.intervals ? 4 - when.quarter : 4
    timesAtBest(sheet, configuration, best, standing.toCome, left)
  }
  project(configuration, sheet, when, standing)
}

/** How often the best quarter would have to come and, if so many are left, from which quarter of the span on. */
export function timesAtBest(
  sheet: Sheet,
  { intervals }: Question['configuration'],
  best: Term,
  toCome: Term,
  left: number,
): void {
  if (best.value.isZero || toCome.value.isZero) return
  const times = sheet.step('quartersAtBest', 'wholeQuarters', toCome, best)
  if (plain(left).value.reaches(times.value)) {
    sheet.step('lastQuarter', 'latestStart', plain(4 * intervals), times)
  }
}

/** The year made whole by the season of the base year, and each year after it growing as this one did over the one before. */
function project(
  { baseYear, intervals }: Question['configuration'],
  sheet: Sheet,
  { k, quarter }: Judged,
  { actual, base, first: asked }: Standing,
): void {
  const last = k === intervals
  let year = actual
  if (quarter < 4) {
    const own = base.quarters?.slice(0, quarter)
    const first = asked ?? (own ? sheet.step('seasonToQuarter', 'sum', ...own) : plain(quarter))
    if (first.value.isZero) return
    const whole = own ? base.total : plain(4)
    year = sheet.step(last ? 'projection' : 'projectedYear', 'proportion', actual, whole, first)
  }
  if (last) return
  const before = k === 1 ? base : yearOf(sheet, baseYear + k - 1, 'yearBefore')
  if ('wrong' in before || before.total.value.isZero) return
  const growth = sheet.step('yearlyGrowth', 'quotient', year, before.total)
  sheet.step('projection', 'grown', year, growth, plain(intervals - k))
}
