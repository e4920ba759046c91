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

/** The verdicts of `packVerdicts`, and with them those that only people can judge. */
export function unpackVerdicts(text: string, asOf: Quarter, judgedAt: Quarter): readonly Verdict[] {
  const packed = JSON.parse(text) as readonly Packed[]
  const plain = {
    asOf,
    judgedAt,
    gap: null,
    neededPerQuarter: null,
    readings: [],
    pace: null,
    against: 'floor',
  } as const
  const figures = new Map(numericIndicators.map(({ code }, i) => [code as string, packed[i]]))
  return indicators.map(({ code: of }): Verdict => {
    const [code, actual = null, required = null, reason = null, missing = null, lacks] = figures.get(of) ?? []
    const word = code === undefined ? undefined : verdictCodes[code]
    return {
      ...plain,
      indicator: of,
      code: word ?? 'needsJudgement',
      actual,
      required,
      reason,
      missing,
      ...(lacks && { lacks }),
    }
  })
}
