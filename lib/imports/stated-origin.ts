import type { ReadRow } from '@/lib/documents/read-table'
import { readPeriodHead } from '@/lib/entry/period-head'
import { exporting } from '@/lib/i18n/words/export'
import { isQuarter, isYear } from '@/lib/values'
import { plainHead } from './table-heads'

/** Of which cities and periods a file speaks, as its cells say; nothing where it does not say. */
export interface StatedOrigin {
  readonly cities: ReadonlySet<string>
  readonly periods: ReadonlySet<string>
}

const heads = Object.values(exporting).map(({ head }) => head)
const cityHeads = new Set(heads.map(({ cityCode }) => plainHead(cityCode)))
const periodHeads = new Set(heads.map(({ period }) => plainHead(period)))
/** Titles and notes stand at the top, or on a sheet of their own that is no longer than this. */
const NOTES = 60
const TITLES = 6
/** A quarter in a title, as either language writes it. */
const TITLED = /20\d\d\s?年\s?第?\s?[一二三四1-4]\s?季度|\b20\d\d\s?Q[1-4]\b|\bQ[1-4]\s20\d\d\b/

/** Reads what a file says of its city and period, row after row: in a column, beside a label, or in a title. */
export interface OriginReader {
  /** Before the rows of each table. */
  readonly begin: () => void
  readonly row: (row: ReadRow) => void
  readonly stated: StatedOrigin
}

export function originReader(): OriginReader {
  const cities = new Set<string>()
  const periods = new Set<string>()
  let columns: readonly { readonly column: number; readonly head: string }[] = []
  let seen = 0
  const take = (head: string, text: string | undefined): void => {
    if (text === undefined) return
    if (cityHeads.has(head) && /^\d{6}$/.test(text.trim())) cities.add(text.trim())
    if (!periodHeads.has(head)) return
    const period = periodOf(text)
    if (period !== null) periods.add(period)
  }
  return {
    begin: () => {
      columns = []
      seen = 0
    },
    row: (row) => {
      for (const { column, head } of columns) take(head, textAt(row, column))
      if (++seen > NOTES) return
      const [first] = row.cells
      if (seen <= TITLES && row.cells.length === 1 && first !== undefined) {
        const titled = TITLED.exec(first.text.normalize('NFKC'))
        const period = titled === null ? null : periodOf(titled[0])
        if (period !== null) periods.add(period)
      }
      const named = row.cells
        .map(({ column, text }) => ({ column, head: plainHead(text) }))
        .filter(({ head }) => cityHeads.has(head) || periodHeads.has(head))
      for (const { column, head } of named) take(head, textAt(row, column + 1))
      if (named.length > 0) columns = named
    },
    stated: { cities, periods },
  }
}

const textAt = (row: ReadRow, column: number): string | undefined => row.at(column)?.text

/** A period as people and files write it: 2022Q3, 2022年第三季度, Q3 2022, 2019; null where it names no year. */
function periodOf(text: string): string | null {
  const said = text.trim()
  if (isQuarter(said) || isYear(said)) return said
  const head = readPeriodHead(said)
  if (head?.year == null || head.part === 'this') return null
  return head.part === 'Y' ? String(head.year) : `${head.year}${head.part}`
}
