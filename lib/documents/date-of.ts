/** Year, month and day in Asia/Shanghai, as the typesetter takes them. */
export function dateOf(moment: Date): number[] {
  // Asia/Shanghai has been UTC+8 without summer time since 1992.
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
}
