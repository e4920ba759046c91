import { axisStep } from '@/lib/values'
import type { PaperChart } from './paper'

const STEPS = 4

/** How far the lines of a chart's axis, from zero, lie apart: some four of them. */
export function chartStep({ lines, isWhole }: Pick<PaperChart, 'lines' | 'isWhole'>): number {
  const most = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return axisStep(most / STEPS, isWhole)
}
