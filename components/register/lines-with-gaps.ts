/** The lines that are drawn, in their order, and between them the gaps of those that are not, by how many lines they hold. */
export function linesWithGaps(
  drawn: readonly number[],
  count: number,
): readonly { readonly gap: number; readonly line: number | null }[] {
  const all = drawn.flatMap((line, i) => {
    const gap = line - ((drawn[i - 1] ?? -1) + 1)
    return [...(gap > 0 ? [{ gap, line: null }] : []), { gap: 0, line }]
  })
  const left = count - ((drawn.at(-1) ?? -1) + 1)
  return left > 0 ? [...all, { gap: left, line: null }] : all
}
