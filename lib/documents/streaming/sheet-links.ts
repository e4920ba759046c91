import { columnLetters } from '../sheet-xml'
import { OFFICE, relation } from '../workbook-parts'
import type { StreamedLink } from './streamed'

/** Spreadsheet programs read no more links of a sheet. */
const MOST_LINKS = 65_000

/** The hyperlinks of a sheet. */
export interface SheetLinks {
  /** `row`: from 1. */
  add: (row: number, links: readonly StreamedLink[]) => void
  xml: () => string
  /** Their relationships. */
  relations: () => readonly string[]
}

interface Range {
  readonly from: number
  readonly to: number
  readonly top: number
  bottom: number
  readonly url: string
}

/** Cells one below the other that lead to the same page are one link. `first`: number of the first relationship. */
export function sheetLinks(first: number): SheetLinks {
  const ranges: Range[] = []
  const open = new Map<string, Range>()
  const ids = new Map<string, number>()
  return {
    add: (row, links) => {
      for (const { from, to, url } of links) {
        const key = `${from}:${to}`
        const above = open.get(key)
        if (above !== undefined && above.url === url && above.bottom === row - 1) {
          above.bottom = row
          continue
        }
        // Each row says its reference in words too.
        if (ranges.length >= MOST_LINKS) continue
        const range = { from, to, top: row, bottom: row, url }
        ranges.push(range)
        open.set(key, range)
        if (!ids.has(url)) ids.set(url, first + ids.size)
      }
    },
    xml: () =>
      ranges.length === 0
        ? ''
        : `<hyperlinks>${ranges
            .map(({ from, to, top, bottom, url }) => {
              const [start, end] = [`${columnLetters(from)}${top}`, `${columnLetters(to)}${bottom}`]
              return `<hyperlink ref="${start === end ? start : `${start}:${end}`}" r:id="rId${ids.get(url) ?? 0}"/>`
            })
            .join('')}</hyperlinks>`,
    relations: () =>
      [...ids].map(([url, id]) => relation(id, `${OFFICE}/relationships/hyperlink`, url, 'External')),
  }
}
