import { compare, type Quarter } from '@/lib/values'
import type { CountIndicator, ReadingId } from '@/lib/notice'
import { countPace } from './count-pace'
import type { Decision } from './decision'
import { momentOf } from './span'
import { number, type InputTerm, type Term } from './term'
import type { Configuration } from './types'
import type { Working } from './working'

/** Whether so many different ones have been counted since the start, or how far on the way they are (R1, R3, R5, R8, R9). */
export function decideCount(
  indicator: CountIndicator,
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  threshold: Term,
): Decision {
  const moment = momentOf(asOf, configuration)
  if (moment.beforeSpan) return { code: 'notYetDue', readings: ['R3'] }

  const figures: InputTerm[] = []
  for (const quarter of moment.soFar) {
    const figure = working.input(quarter)
    if (figure) figures.push(figure)
  }
  if (fell(figures)) return { code: 'notComputable', reason: 'cumulativeFell', readings: ['R3', 'R5', 'R8'] }

  // None has fallen: if any has reached the threshold, the latest that is known has.
  const latest = figures.at(-1)
  if (latest && working.reaches(latest, threshold)) {
    return compared('met', indicator, working, latest, threshold)
  }
  if (latest?.period !== moment.judgedAt)
    return { code: 'figuresMissing', missing: [moment.judgedAt], readings: ['R3', 'R5'] }
  if (moment.final) return compared('short', indicator, working, latest, threshold)

  const elapsed = moment.soFar.length
  const all = configuration.intervals * 4
  const elapsedShare = working.step('elapsedShare', 'quotient', number(elapsed), number(all))
  const actual = working.step('toDate', 'take', latest)
  const required = working.step('required', 'product', threshold, elapsedShare)
  const gap = working.step('gap', 'difference', actual, required)
  const onPace = working.reached(actual, required)
  const stillToCome = working.step('stillToCome', 'shortfall', threshold, actual)
  return {
    code: onPace ? 'onPace' : 'behindPace',
    readings: readingsOf(indicator),
    actual,
    required,
    gap,
    neededPerQuarter: working.step('neededPerQuarter', 'quotient', stillToCome, number(all - elapsed)),
    pace:
      working.extent === 'explained'
        ? countPace(working, configuration, moment, { actual, elapsedShare, stillToCome, threshold })
        : undefined,
  }
}

/** A cumulative figure can only stand still or rise; quarters that are missing between two are passed over. */
function fell(figures: readonly InputTerm[]): boolean {
  for (let i = 1; i < figures.length; i++) {
    if (compare((figures[i] as InputTerm).ratio, (figures[i - 1] as InputTerm).ratio) < 0) return true
  }
  return false
}

/** A figure against the whole threshold: what is final needs no path. */
function compared(
  code: 'met' | 'short',
  indicator: CountIndicator,
  working: Working,
  figure: InputTerm,
  threshold: Term,
): Decision {
  const actual = working.step('toDate', 'take', figure)
  const required = working.step('required', 'take', threshold)
  const gap = working.step('gap', 'difference', actual, required)
  working.reached(actual, required)
  return { code, readings: readingsOf(indicator), actual, required, gap }
}

function readingsOf(indicator: CountIndicator): readonly ReadingId[] {
  return indicator.code === 'certified_entities' ? CERTIFIED : COUNTED
}

const COUNTED: readonly ReadingId[] = ['R1', 'R3', 'R5']
const CERTIFIED: readonly ReadingId[] = [...COUNTED, 'R9']
