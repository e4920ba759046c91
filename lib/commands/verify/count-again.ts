import type { Period } from '@/lib/values'
import { timesAtBest } from './growth-again'
import { isEnough, judgedAt, quartersSoFar, type Answer, type Judged, type Question } from './result-again'
import { plain, type Sheet, type Term } from './sheet'

/** So many different ones since the start (R1, R3, R5), worked out a second time. */
export function countAgain(question: Question, sheet: Sheet, withPace: boolean): Answer {
  const { subject, configuration, asOf, threshold } = question
  const when = judgedAt(configuration, asOf)
  if (when.k < 1) return { verdict: 'notYetDue', readings: ['R3'] }
  const quarters = quartersSoFar(configuration, when)
  const known = quarters.map((quarter) => sheet.figure(quarter))
  const found = known.filter((term) => term !== undefined)
  if (found.some((each, i) => found.slice(i + 1).some((later) => !later.value.reaches(each.value)))) {
    return { verdict: 'notComputable', reason: 'cumulativeFell', readings: ['R3', 'R5', 'R8'] }
  }
  const readings = ['R1', 'R3', 'R5', ...(subject.code === 'certified_entities' ? ['R9'] : [])]
  const enough = found.filter((each) => isEnough(question, each, threshold)).at(-1)
  if (enough) return { verdict: 'met', readings, ...against(sheet, enough, threshold) }
  const now = known.at(-1)
  if (!now) return { verdict: 'figuresMissing', missing: quarters.slice(-1), readings: ['R3', 'R5'] }
  if (when.last) return { verdict: 'short', readings, ...against(sheet, now, threshold) }

  const all = 4 * configuration.intervals
  const share = sheet.step('elapsedShare', 'quotient', plain(quarters.length), plain(all))
  const actual = sheet.step('toDate', 'take', now)
  const required = sheet.step('required', 'product', threshold, share)
  const gap = sheet.step('gap', 'difference', actual, required)
  sheet.step('reached', 'atLeast', actual, required)
  const holds = isEnough(question, actual, required)
  const rest = sheet.step('stillToCome', 'shortfall', threshold, actual)
  sheet.step('neededPerQuarter', 'quotient', rest, plain(all - quarters.length))
  if (withPace) pace(question, sheet, when, known, { actual, share, rest })
  return { verdict: holds ? 'onPace' : 'behindPace', readings, actual, required, gap }
}

/** A figure against the whole threshold. */
function against(sheet: Sheet, figure: Term, threshold: Term) {
  const actual = sheet.step('toDate', 'take', figure)
  const required = sheet.step('required', 'take', threshold)
  const gap = sheet.step('gap', 'difference', actual, required)
  sheet.step('reached', 'atLeast', actual, required)
  return { actual, required, gap }
}

/** The quarter that added most, the latest of equal ones; how often that quarter would have to come; the end projected. */
function pace(
  { configuration }: Question,
  sheet: Sheet,
  when: Judged,
  known: readonly (Term | undefined)[],
  { actual, share, rest }: { readonly actual: Term; readonly share: Term; readonly rest: Term },
): void {
  // The first quarter of the span adds all it has; any other adds to the quarter before, if that is known.
  const rises = known.flatMap((figure, i) => {
    const before = known[i - 1]
    if (!figure || (i > 0 && !before)) return []
    return [
      {
        terms: before ? [figure, before] : [figure],
        by: before ? figure.value.minus(before.value) : figure.value,
      },
    ]
  })
  const [first, ...others] = rises
  const most = first && others.reduce((found, each) => (each.by.reaches(found.by) ? each : found), first)
  const best =
    most && sheet.step('bestQuarter', most.terms.length === 2 ? 'difference' : 'take', ...most.terms)
  if (best) timesAtBest(sheet, configuration, best, rest, 4 * configuration.intervals - known.length)
  project(configuration, sheet, when, actual, share)
}

/** This year made whole by the additions of the latest full year, and as much each year; else by the quarters elapsed. */
function project(
  { baseYear, intervals }: Question['configuration'],
  sheet: Sheet,
  { k, quarter }: Judged,
  actual: Term,
  elapsed: Term,
): void {
  /** What a figure adds to the end of the year before; undefined where either is not known. */
  const since = (year: number, figure: Term | undefined): readonly [Term, Term?] | undefined => {
    if (!figure) return undefined
    if (year === 1) return [figure]
    const start = endOf(year - 1)
    return start && [figure, start]
  }
  const at = (year: number, q: number): Period => `${baseYear + year}Q${q}` as Period
  const endOf = (year: number) => sheet.figure(at(year, 4))
  const added = (
    code: 'addedThisYear' | 'seasonToQuarter' | 'seasonYear',
    [figure, start]: readonly [Term, Term?],
  ) => (start ? sheet.step(code, 'difference', figure, start) : figure)

  const thisYear = since(k, actual)
  let season: readonly [whole: Term, part: Term] | undefined
  for (let year = k - 1; thisYear && quarter < 4 && year >= 1; year--) {
    const first = since(year, sheet.figure(at(year, quarter)))
    const whole = since(year, endOf(year))
    if (!first || !whole) continue
    const part = added('seasonToQuarter', first)
    if (part.value.isZero) return
    season = [added('seasonYear', whole), part]
    break
  }
  if (!thisYear || (quarter < 4 && !season)) {
    sheet.step('projection', 'quotient', actual, elapsed)
    return
  }
  const so = added('addedThisYear', thisYear)
  const year = season ? sheet.step('projectedYear', 'proportion', so, ...season) : so
  sheet.step('projection', 'continued', thisYear[1] ?? plain(0), year, plain(intervals - k + 1))
}
