import { isZero, quartersOf, type Period, type Quarter } from '@/lib/values'
import type { GrowthIndicator, IndicatorCode, ReadingId } from '@/lib/notice'
import type { Decision } from './decision'
import { growthPace } from './growth-pace'
import { requiredToDate, type Path } from './growth-path'
import { momentOf, type Moment } from './span'
import { number, type StepTerm, type Term } from './term'
import type { Configuration, NotComputableReason } from './types'
import type { Working } from './working'
import { readAll, yearTotal } from './year-total'

/** Whether a yearly flow has grown by so many per cent a year on average, or is on its way to (R1, R2, R3, R4, R8). */
export function decideGrowth(
  indicator: GrowthIndicator,
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  percent: Term,
  outside?: NotComputableReason,
): Decision {
  const moment = momentOf(asOf, configuration)
  if (moment.beforeSpan) return { code: 'notYetDue', readings: ['R3'] }
  if (outside) return { code: 'notComputable', reason: outside, readings: ['R3', 'R8'] }

  const base = yearTotal(working, configuration.baseYear, 'baseTotal')
  if (base.code === 'disagrees') return disagreement
  if (base.code === 'missing') {
    return { code: 'figuresMissing', missing: base.periods, readings: ['R3', 'R8'] }
  }
  if (isZero(base.total.ratio)) return { code: 'notComputable', reason: 'zeroBase', readings: ['R3', 'R8'] }

  const toDate = totalToDate(working, moment)
  if (toDate === 'disagrees') return disagreement
  if ('missing' in toDate) return { code: 'figuresMissing', missing: toDate.missing, readings: ['R3'] }

  const actual = toDate.total
  const path = requiredToDate(working, configuration, moment, base.total, base.quarters, percent)
  const gap = working.step('gap', 'difference', actual, path.required)
  const reached = working.reached(actual, path.required)
  if (moment.final) {
    const readings = readingsOf(indicator, AT_THE_END)
    return { code: reached ? 'met' : 'short', readings, actual, required: path.required, gap }
  }
  const end = endOf(working, configuration, moment, base.total, path, actual)
  return {
    code: reached ? 'onPace' : 'behindPace',
    readings: readingsOf(indicator, ON_THE_WAY),
    actual,
    required: path.required,
    gap,
    neededPerQuarter: end.neededPerQuarter,
    pace:
      working.extent === 'explained'
        ? growthPace(working, configuration, moment, { actual, base, path, end })
        : undefined,
  }
}

const disagreement: Decision = {
  code: 'notComputable',
  reason: 'yearDisagreesWithQuarters',
  readings: ['R3', 'R8'],
}

/** The readings every growth result is judged by at the end of the span, and on the way there; some need one more. */
const AT_THE_END: readonly ReadingId[] = ['R1', 'R2', 'R3']
const ON_THE_WAY: readonly ReadingId[] = [...AT_THE_END, 'R4']
const MORE: { readonly [code in IndicatorCode]?: ReadingId } = {
  transfers_licenses: 'R6',
  pledge_amount: 'R7',
  pledge_projects: 'R7',
}

function readingsOf({ code }: GrowthIndicator, used: readonly ReadingId[]): readonly ReadingId[] {
  const more = MORE[code]
  return more === undefined ? used : [...used, more]
}

type ToDate = { readonly total: StepTerm } | { readonly missing: readonly Period[] } | 'disagrees'

/** The total of the year so far: of the whole year in its last quarter, else of its quarters up to now. */
export function totalToDate(working: Working, moment: Moment): ToDate {
  if (moment.quarter === 4) {
    const year = yearTotal(working, moment.year, 'toDate')
    if (year.code === 'disagrees') return 'disagrees'
    return year.code === 'missing' ? { missing: year.periods } : { total: year.total }
  }
  const { known, missing } = readAll(working, quartersOf(moment.year).slice(0, moment.quarter))
  return missing.length > 0 ? { missing } : { total: working.step('toDate', 'sum', ...known) }
}

export interface End {
  /** For the whole last year. */
  readonly requiredEnd: StepTerm
  /** Of it, what the quarters left in the last year must bring. */
  readonly stillToCome: StepTerm
  readonly neededPerQuarter: StepTerm
}

/** What the last year requires, and so each quarter that counts towards it and is still to come. */
function endOf(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  base: StepTerm,
  path: Path,
  actual: StepTerm,
): End {
  if (moment.k === configuration.intervals) {
    const stillToCome = working.step('stillToCome', 'shortfall', path.requiredYear, actual)
    const left = number(4 - moment.quarter)
    const neededPerQuarter = working.step('neededPerQuarter', 'quotient', stillToCome, left)
    return { requiredEnd: path.requiredYear, stillToCome, neededPerQuarter }
  }
  const endFactor = working.step('endFactor', 'power', path.yearlyFactor, number(configuration.intervals))
  const requiredEnd = working.step('requiredEnd', 'product', base, endFactor)
  const neededPerQuarter = working.step('neededPerQuarter', 'quotient', requiredEnd, number(4))
  return { requiredEnd, stillToCome: requiredEnd, neededPerQuarter }
}
