import type { IndicatorCode } from '@/lib/notice'
import type { Cell } from '@/lib/store/cells'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { Period } from '@/lib/values'
import type { KnownFigures } from './known-figures'

/**
 * How many results of a report nobody had to type: counts that its register gives, and narratives that stand as the city
 * last told them in an earlier report.
 */
export function itemsReused(
  period: Period,
  cells: readonly Pick<Cell, 'indicator' | 'content'>[],
  rows: readonly Pick<RegisterRow, 'indicator'>[],
  narratives: KnownFigures['narratives'],
): number {
  const reused = new Set<IndicatorCode>(rows.map(({ indicator }) => indicator))
  for (const { indicator, content } of cells) {
    if (content.state !== 'narrative') continue
    const before = narratives.findLast((each) => each.indicator === indicator && each.period < period)
    if (before?.narrative === content.narrative) reused.add(indicator)
  }
  return reused.size
}
