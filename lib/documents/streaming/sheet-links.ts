import { escapeXml } from '../clean-text'
import { columnLetters } from '../sheet-xml'
import { OFFICE, relation } from '../workbook-parts'
import type { StreamedColumn, StreamedLink } from './streamed'

/** Spreadsheet programs read no more links of a sheet. */
const MOST_LINKS = 65_000

/** The hyperlinks of a sheet. */
export interface SheetLinks {
  /** `row`: from 1. */
  add: (row: number, links: readonly StreamedLink[]) => void
  /** `placeOf`: where a column of another table begins, as formulas write it; null where there is no such table. */
  xml: (placeOf: (column: StreamedColumn) => string | null) => string
  /** Their relationships. */
  relations: () => readonly string[]
}

interface Range {
  readonly from: number
  readonly to: number
  readonly top: number
  bottom: number
  readonly url: StreamedLink['url']
}

/** Cells one below the other that lead to the same page are one link. `first`: number of the first relationship. */
export function sheetLinks(first: number): SheetLinks {
  const ranges: Range[] = []
  const open = new Map<string, Range>()
  const ids = new Map<string, number>()
  const leadsTo = (url: StreamedLink['url'], placeOf: (column: StreamedColumn) => string | null) => {
    if (typeof url === 'string') return `r:id="rId${ids.get(url) ?? 0}"`
    const place = placeOf(url)
    return place === null ? null : `location="${escapeXml(place)}"`
  }
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
        if (typeof url === 'string' && !ids.has(url)) ids.set(url, first + ids.size)
      }
    },
    xml: (placeOf) => {
      const links = ranges.flatMap(({ from, to, top, bottom, url }) => {
        const [start, end] = [`${columnLetters(from)}${top}`, `${columnLetters(to)}${bottom}`]
        const leads = leadsTo(url, placeOf)
        return leads === null
          ? []
          : [`<hyperlink ref="${start === end ? start : `${start}:${end}`}" ${leads}/>`]
      })
      return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
    },
    relations: () =>
      [...ids].map(([url, id]) => relation(id, `${OFFICE}/relationships/hyperlink`, url, 'External')),
  }
}
