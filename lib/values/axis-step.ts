/**
 * How far the lines of a chart's axis lie apart: of 1, 2 or 5 times a power of ten the least that is not less than `least`;
 * a whole number for what is counted. For drawing alone.
 */
export function axisStep(least: number, isWhole: boolean): number {
  const bound = isWhole ? Math.max(1, least) : least
  if (bound <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(bound))
  return ([1, 2, 5].find((times) => times * power >= bound) ?? 10) * power
}
