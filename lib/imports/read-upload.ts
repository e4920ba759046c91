import type { ReadTable, ReadTables } from '@/lib/documents/read-table'
import { IDENTITY_SHEET, readIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import type { RegisterCode } from '@/lib/notice'
import { isQuarter, Refusal, type Period } from '@/lib/values'
import { readEntries } from './read-entries'
import { readFigures } from './read-figures'
import type { Problem, ReadEntry, ReadFigure, Reading, Skipped } from './reading'
import { statedOrigin } from './stated-origin'
import { readHeads } from './table-heads'

/** What a file is uploaded for: the screen it was dropped on. */
export interface UploadedFor {
  readonly city: string
  readonly period: Period
  /** The register whose page it was dropped on; null for the report's. */
  readonly register: RegisterCode | null
  /** With which our workbooks are sealed. */
  readonly secret: string
}

/**
 * Reads everything a file says about one report: our workbook, an export, or any table with heads we know.
 * @throws Refusal workbookForged, templateUnknown, cityOther, periodOther, nothingToRead when nothing of it is taken
 */
export function readUpload(read: ReadTables, asked: UploadedFor): Reading {
  const { layout, knownAt } = identityOf(read, asked)
  const visible = read.tables.filter(({ name }) => name !== IDENTITY_SHEET)
  if (layout === 'table') requireSame(statedOrigin(visible), asked)
  const figures = new Map<string, ReadFigure>()
  const rows: ReadEntry[] = []
  const problems: Problem[] = []
  const skipped: Skipped[] = read.warnings.includes('externalLinks') ? [{ code: 'externalLinks' }] : []
  let understood = 0
  for (const table of visible) {
    const heads = readHeads(table, asked.period, asked.register)
    const isEmpty = table.rowCount === 0
    if (heads === null || (heads.kind === 'register' && !isQuarter(asked.period))) {
      if (!isEmpty) skipped.push({ code: 'sheet', name: table.name })
      continue
    }
    understood++
    if (heads.kind === 'unclear') {
      const at = { sheet: table.name, cell: `A${heads.row}` }
      problems.push({ ...at, got: '', wrong: { kind: 'file', code: 'registerUnclear', detail: {} } })
      continue
    }
    const hidden = hiddenRows(table, heads.row)
    if (hidden > 0) skipped.push({ code: 'hiddenRows', sheet: table.name, count: hidden })
    if (heads.kind === 'register') {
      const entries = readEntries(table, heads, asked.period as `${number}Q1`)
      rows.push(...entries.rows)
      problems.push(...entries.problems)
      skipped.push(...entries.skipped)
      continue
    }
    const found = readFigures(table, heads, asked.period)
    problems.push(...found.problems)
    skipped.push(...found.skipped)
    for (const figure of found.figures) {
      const key = `${figure.indicator}/${figure.part}`
      if (figures.has(key))
        problems.push({ ...figure.at, got: '', wrong: { kind: 'file', code: 'twice', detail: {} } })
      else figures.set(key, figure)
    }
  }
  if (understood === 0) throw new Refusal('nothingToRead')
  return { layout, knownAt, figures: [...figures.values()], rows, problems, skipped }
}

function identityOf(read: ReadTables, asked: UploadedFor): Pick<Reading, 'layout' | 'knownAt'> {
  const sheet = read.tables.find(({ name }) => name === IDENTITY_SHEET)
  const found = readIdentity(asked.secret, [
    ...(sheet === undefined ? [] : [pairsOf(sheet)]),
    read.properties,
  ])
  if (found.found === 'none') return { layout: 'table', knownAt: null }
  if (found.found === 'forged') throw new Refusal('workbookForged')
  const { identity } = found
  if (Number(identity.template) > Number(TEMPLATE))
    throw new Refusal('templateUnknown', { got: identity.template, expected: TEMPLATE })
  requireSame({ cities: new Set([identity.city]), periods: new Set([identity.period]) }, asked)
  return { layout: 'workbook', knownAt: identity.knownAt }
}

/** The first two columns of the hidden sheet. */
function pairsOf(sheet: ReadTable): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const { cells } of sheet.rows) {
    const [key, value] = [0, 1].map((column) => cells.find((cell) => cell.column === column)?.text)
    if (key !== undefined && value !== undefined) pairs.set(key, value)
  }
  return pairs
}

/** @throws Refusal cityOther, periodOther */
function requireSame(
  { cities, periods }: { readonly cities: ReadonlySet<string>; readonly periods: ReadonlySet<string> },
  asked: UploadedFor,
): void {
  const otherCity = [...cities].find((city) => city !== asked.city)
  if (otherCity !== undefined) throw new Refusal('cityOther', { got: otherCity, expected: asked.city })
  const otherPeriod = [...periods].find((period) => period !== asked.period)
  if (otherPeriod !== undefined)
    throw new Refusal('periodOther', { period: otherPeriod, expected: asked.period })
}

function hiddenRows(table: ReadTable, head: number): number {
  let hidden = 0
  for (const row of table.rows) if (row.isHidden && row.number > head) hidden++
  return hidden
}
