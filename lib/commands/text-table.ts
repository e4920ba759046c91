const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** A table for a terminal: columns as wide as their widest cell, a rule under the head, the columns named so to the right. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  toTheRight: (column: number) => boolean = () => false,
): string {
  const widths = head.map((_, i) =>
    [head, ...rows].reduce((width, row) => Math.max(width, widthOf(row[i] ?? '')), 0),
  )
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, toTheRight(i)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** A text without what would break a line of a terminal. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
}

/** Columns a text takes on a terminal: a Chinese sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) || sign.length > 1 ? 2 : 1), 0)
}

function pad(text: string, width: number, right: boolean): string {
  const fill = ' '.repeat(width - widthOf(text))
  return right ? fill + text : text + fill
}
