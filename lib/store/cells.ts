import type { CellContent, Source } from '@/lib/entry/content'
import type { BreakdownPart, IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { Prisma } from './generated/client'
import { columnsSql } from './insert-rows'
import { dateOf, dateString, decimalString } from './values'
import { actorIn, databaseOf, type Work } from './work'

/**
 * The answer of a quarterly report has the part ''; beside it may stand the parts it is made of. The base year's report has
 * one cell a quarter, or the year's total 'Y'.
 */
export type Part = '' | BreakdownPart | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Y'

export type { CellContent }

export interface Cell {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly content: CellContent
  /** 1 for the first save, one more for each later one; what an edit says it is based on. */
  readonly version: number
  readonly changedByName: string
  readonly changedAt: Date
}

/** A row as the database keeps a content: in the working copy, its changes, and submitted versions alike. */
export interface ContentColumns {
  readonly state: string
  readonly value: Parameters<typeof decimalString>[0]
  readonly narrative: string | null
  readonly reason: string | null
  readonly expected_on: Date | null
  readonly source_office: string | null
  readonly source_document: string | null
}

/** Reads the content columns back; the table's check constraint guarantees that each state has what it needs. */
export function contentOf(row: ContentColumns): CellContent {
  const answer = answerOf(row)
  const source: Source = { office: row.source_office ?? '', document: row.source_document ?? '' }
  return source.office === '' && source.document === '' ? answer : { ...answer, source }
}

function answerOf(row: ContentColumns): CellContent {
  const missing = (what: string): never => {
    throw new Error(`a cell in state ${row.state} has no ${what}`)
  }
  switch (row.state) {
    case 'figure':
      return { state: 'figure', value: decimalString(row.value) ?? missing('value') }
    case 'notApplicable':
      return { state: 'notApplicable', reason: row.reason ?? missing('reason') }
    case 'notYetAvailable':
      return {
        state: 'notYetAvailable',
        reason: row.reason ?? missing('reason'),
        expectedOn: dateString(row.expected_on ?? missing('expected date')),
      }
    case 'narrative':
      return { state: 'narrative', narrative: row.narrative ?? missing('narrative') }
    default:
      return { state: 'blank' }
  }
}

/** The content as columns. */
export function columnsOf(content: CellContent) {
  return {
    state: content.state,
    value: content.state === 'figure' ? content.value : null,
    narrative: content.state === 'narrative' ? content.narrative : null,
    reason: content.state === 'notApplicable' || content.state === 'notYetAvailable' ? content.reason : null,
    expected_on: content.state === 'notYetAvailable' ? dateOf(content.expectedOn) : null,
    source_office: content.source?.office ?? null,
    source_document: content.source?.document ?? null,
  }
}

/** A row of the working copy as the database keeps it. */
export interface CellRow extends ContentColumns {
  readonly indicator: string
  readonly part: string
  readonly version: number
  readonly changed_by_name: string
  readonly changed_at: Date
}

/** A row of the working copy as a cell of the form. */
export const cellOf = (row: CellRow): Cell => ({
  indicator: row.indicator as IndicatorCode,
  part: row.part as Part,
  content: contentOf(row),
  version: row.version,
  changedByName: row.changed_by_name,
  changedAt: row.changed_at,
})

/** The working copy of one report: as it is, or as the last saves up to the moment of the permit left it. */
export async function readCells(work: Work, period: Period): Promise<Cell[]> {
  const database = databaseOf(work)
  const rows =
    work.permit.known === null
      ? await database.$queryRaw<CellRow[]>`/* prepared cells */
          SELECT * FROM report_cell WHERE city = ${work.city} AND period = ${period} ORDER BY indicator, part`
      : await database.$queryRaw<CellRow[]>`
          SELECT DISTINCT ON (indicator, part) * FROM report_cell_change
          WHERE city = ${work.city} AND period = ${period} ORDER BY indicator, part, version DESC`
  return rows.map(cellOf)
}

/** A cell as one save left it. */
export interface KeptChange {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly content: CellContent
  /** The version of the report that was being prepared. */
  readonly reportVersion: number
  readonly at: Date
}

/** Every save of every cell of a report, first to last. */
export async function readCellChanges(work: Work, period: Period): Promise<KeptChange[]> {
  const rows = await databaseOf(work).report_cell_change.findMany({
    where: { city: work.city, period },
    orderBy: [{ changed_at: 'asc' }, { version: 'asc' }, { indicator: 'asc' }, { part: 'asc' }],
  })
  return rows.map((row) => ({
    indicator: row.indicator as IndicatorCode,
    part: row.part as Part,
    content: contentOf(row),
    reportVersion: row.report_version,
    at: row.changed_at,
  }))
}

export interface CellWrite {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly content: CellContent
  /** The version this one becomes. */
  readonly version: number
}

/**
 * Writes cells and their history in one statement, whatever their number. The caller holds the report's lock and has
 * compared the versions.
 */
export async function writeCells(
  work: Work<'report.prepare'>,
  period: Period,
  reportVersion: number,
  cells: readonly CellWrite[],
): Promise<void> {
  if (cells.length === 0) return
  await databaseOf(work).$executeRaw`WITH ${cellsSql(work, period, reportVersion, cells)} SELECT 1`
}

/** The two steps of a WITH statement that write cells and their history; at least one cell. */
export function cellsSql(
  work: Work<'report.prepare'>,
  period: Period,
  reportVersion: number,
  cells: readonly CellWrite[],
): Prisma.Sql {
  const actor = actorIn(work)
  const key = { city: work.city, period }
  const changed = { changed_by: actor.id, changed_by_name: actor.name, changed_at: work.now }
  const rows = cells.map(({ indicator, part, version, content }) => ({
    ...key,
    indicator,
    part,
    version,
    ...columnsOf(content),
    ...changed,
  }))
  const replaced = Object.keys(rows[0] ?? {}).filter((column) => !KEY.includes(column))
  const columns = columnsSql(rows[0] ?? {})
  return Prisma.sql`
    given AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::report_cell, ${JSON.stringify(rows)}::jsonb)),
    kept AS (
      INSERT INTO report_cell (${columns}) SELECT ${columns} FROM given
      ON CONFLICT (city, period, indicator, part) DO UPDATE SET ${Prisma.raw(replaced.map((column) => `${column} = excluded.${column}`).join(', '))}
    ),
    changes AS (
      INSERT INTO report_cell_change (${columns}, report_version) SELECT ${columns}, ${reportVersion}::int FROM given
    )`
}

const KEY = ['city', 'period', 'indicator', 'part']
