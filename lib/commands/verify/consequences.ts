import type { Explanation } from '@/lib/rules'
import { explainAgain, type Consequence } from './explain-again'
import { within, type Fault, type FaultCode } from './fault'
import { firstDifference } from './first-difference'
import { Fraction } from './fraction'
import type { Subject } from './result-again'
import type { Figures } from './sheet'

const PARTS = [
  'judgedAt',
  'verdict',
  'reason',
  'missing',
  'readings',
  'inputs',
  'steps',
  'alternatives',
] as const

/** Whether everything the explanation says follows from its own inputs, parameter and configuration. */
export function compareConsequence(given: Explanation, subject: Subject, place: string): readonly Fault[] {
  const own = new Map(
    given.inputs.flatMap(({ period, value }) => (value === null ? [] : [[period, value] as const])),
  )
  return differences(given, subject, own, place, 'doesNotFollow')
}

/**
 * Whether the explanation is the one that follows from the figures of a file: each input the figure of its period, no
 * figure passed over.
 */
export function compareFigures(
  given: Explanation,
  subject: Subject,
  figures: Figures,
  place: string,
): readonly Fault[] {
  const faults = given.inputs.flatMap(({ period, value }, i): Fault[] => {
    const expected = figures.get(period)
    if (sameNumber(expected, value)) return []
    const [difference] = [
      firstDifference(expected ?? null, value, within(within(within(place, 'inputs'), i), 'value')),
    ]
    return difference ? [{ code: 'notTheFigures', ...difference }] : []
  })
  return faults.length > 0 ? faults : differences(given, subject, figures, place, 'notTheFigures')
}

/** `1` and `1.0` are the same figure. */
function sameNumber(a: string | undefined, b: string | null): boolean {
  const [x, y] = [a, b].map((text) => (text == null ? undefined : Fraction.read(text)))
  return x !== undefined && y !== undefined ? x.equals(y) : a === undefined && b === null
}

/** The first difference of each part between what is given and what is worked out again. */
function differences(
  given: Explanation,
  subject: Subject,
  figures: Figures,
  place: string,
  code: FaultCode,
): readonly Fault[] {
  const compare = (withAlternatives: boolean) => {
    const again = explainAgain(given, subject, figures, withAlternatives)
    return PARTS.flatMap((part): Fault[] => {
      const difference = firstDifference(again[part], partOf(given, part), within(place, part))
      return difference ? [{ code, ...difference }] : []
    })
  }
  const faults = compare(true)
  // Other readings may not have been asked for; then the figures only they look at are not listed either.
  if (faults.length === 0 || given.alternatives.length > 0) return faults
  const without = compare(false)
  return without.length < faults.length ? without : faults
}

function partOf(given: Explanation, part: (typeof PARTS)[number]): Consequence[typeof part] {
  if (part === 'readings') return given.readings.map(({ id }) => id)
  if (part === 'inputs') return given.inputs.map(({ period }) => period)
  return given[part]
}
