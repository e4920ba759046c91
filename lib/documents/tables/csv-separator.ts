const SEPARATORS = [',', ';', '\t'] as const
const LINES = 20

/** What separates the fields, and where the table begins: a first line `sep=;` says so for Excel. */
export function csvSeparator(text: string): { readonly separator: string; readonly from: number } {
  const said = /^sep=([,;\t])\r?\n/i.exec(text)
  if (said !== null) return { separator: said[1] ?? ',', from: said[0].length }
  const lines = unquoted(text.slice(0, 65_536))
    .split(/\r\n|\r|\n/)
    .slice(0, LINES)
  const filled = lines.filter((line) => line !== '')
  // The one of which the fewest-parted line still has most: a comma in a name does not make a column.
  const score = (sign: string): number => {
    const counts = filled.map((line) => line.split(sign).length - 1)
    const usual = counts.filter((count) => count > 0)
    return (
      usual.length * 1000 +
      Math.min(
        999,
        usual.reduce((sum, count) => sum + count, 0),
      )
    )
  }
  const best = [...SEPARATORS].sort((one, other) => score(other) - score(one))[0] ?? ','
  return { separator: score(best) === 0 ? ',' : best, from: 0 }
}

const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '')
