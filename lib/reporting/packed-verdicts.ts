import { indicators, numericIndicators } from '@/lib/notice'
import { verdictCodes, type Verdict } from '@/lib/rules'
import type { Quarter } from '@/lib/values'

/** A verdict without its pace, gap and readings: what a table of many cities shows. */
type Packed = readonly [
  code: number,
  actual: string | null,
  required: string | null,
  reason?: Verdict['reason'],
  missing?: Verdict['missing'],
  lacks?: Verdict['lacks'],
]

/** The verdicts on the numeric results of one city, in the order of the notice, as one short text. */
export function packVerdicts(verdicts: readonly Verdict[]): string {
  return JSON.stringify(
    verdicts.map(({ code, actual, required, reason, missing, lacks }): Packed => {
      const head = [verdictCodes.indexOf(code), actual, required] as const
      if (lacks !== undefined) return [...head, reason, missing, lacks]
      return reason === null && missing === null ? head : [...head, reason, missing]
    }),
  )
}

/** The verdicts of one text that were read before; the texts of a nation fit. What is read of a text depends on nothing else. */
const known = new Map<string, readonly Verdict[]>()
const MOST_KNOWN = 6000

/** The verdicts of `packVerdicts`, and with them those that only people can judge. */
export function unpackVerdicts(text: string, asOf: Quarter, judgedAt: Quarter): readonly Verdict[] {
  const key = `${asOf}/${judgedAt}/${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const verdicts = unpack(text, asOf, judgedAt)
  known.set(key, verdicts)
  return verdicts
}

function unpack(text: string, asOf: Quarter, judgedAt: Quarter): readonly Verdict[] {
  const packed = JSON.parse(text) as readonly Packed[]
  return indicators.map(({ code: of }): Verdict => {
    const place = PLACES.get(of)
    const [code, actual = null, required = null, reason = null, missing = null, lacks] =
      (place === undefined ? undefined : packed[place]) ?? []
    const word = code === undefined ? undefined : verdictCodes[code]
    const verdict: Verdict = {
      asOf,
      judgedAt,
      gap: null,
      neededPerQuarter: null,
      readings: [],
      pace: null,
      against: 'floor',
      indicator: of,
      code: word ?? 'needsJudgement',
      actual,
      required,
      reason,
      missing,
    }
    return lacks === undefined ? verdict : { ...verdict, lacks }
  })
}

const PLACES: ReadonlyMap<string, number> = new Map(numericIndicators.map(({ code }, i) => [code, i]))
