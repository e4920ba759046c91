import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { pathLines, type PathLines } from '@/lib/review/path-lines'
import { requiredPath, type FrozenInputs } from '@/lib/rules'

/** The lines of each numeric result up to the quarter judged, against the floor, by the facts of an evaluation. */
export function frozenPaths({
  asOf,
  facts,
  configuration,
}: FrozenInputs): Partial<Record<IndicatorCode, PathLines>> {
  return Object.fromEntries(
    numericIndicators.map(({ code, kind }) => {
      const floor = requiredPath(code, facts[code] ?? {}, configuration)
      return [code, pathLines(kind, { floor, target: null }, asOf, null)]
    }),
  )
}
