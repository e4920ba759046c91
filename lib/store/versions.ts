import type { RowContent, RowDetails } from '@/lib/entry/row-content'
import type { IndicatorCode, Level } from '@/lib/notice'
import { nameKey, type Period } from '@/lib/values'
import { readVersionEvidence, writeVersionEvidence, type Evidence } from './evidence-links'
import { readSignedExplanations, type ExplainedFinding, type Explanation } from './explanations'
import type { Part } from './ask-together'
import { columnsOf, contentOf, type CellContent, type ContentColumns, type Part as CellPart } from './cells'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { dateOf, dateString } from './values'
import { databaseOf, type BringingVersion, type Work } from './work'

export type SubmittedRow = RowContent & { readonly id: string; readonly indicator: IndicatorCode }
export type WithdrawnRow = SubmittedRow & { readonly reason: string }

/** What is certified and submitted: every answered cell, every row, every explanation and every file behind them, in a fixed order, without times or names. */
export interface ReportContent {
  readonly city: string
  readonly period: Period
  readonly cells: readonly {
    readonly indicator: IndicatorCode
    readonly part: CellPart
    readonly content: CellContent
  }[]
  readonly rows: readonly SubmittedRow[]
  /** Rows of an earlier version that count no more, each with its reason. */
  readonly withdrawn: readonly WithdrawnRow[]
  /** What the city says of the soft findings on exactly these figures. */
  readonly explanations: readonly ExplainedFinding[]
  /** The files behind figures, rows and explanations. */
  readonly evidence: readonly Evidence[]
}

type StoredContent = ReportContent & { readonly explanations: readonly Explanation[] }

/** A submitted version without its content: what a receipt shows. */
export interface VersionHead {
  readonly period: Period
  readonly version: number
  readonly contentHash: string
  readonly receiptNumber: string
  readonly cellsAsked: number
  readonly cellsAnswered: number
  /** Soft findings when it was submitted: unexplained, and explained. */
  readonly softOpen: number
  readonly softExplained: number
  readonly certifiedByName: string
  readonly certifiedAt: Date
  readonly submittedByName: string
  readonly submittedAt: Date
}

export interface NewVersion extends VersionHead {
  readonly certifiedBy: string
  readonly submittedBy: string
  /** Canonical text of `content`, whose digest is `contentHash`. */
  readonly canonicalContent: string
  readonly content: ReportContent
}

/** Stores a submitted version for good: the canonical text, and its figures and rows for reading. */
export async function writeVersion(work: BringingVersion, version: NewVersion): Promise<void> {
  const key = { city: work.city, period: version.period, version: version.version }
  await insertRows(work, 'report_version', [
    {
      ...key,
      content: version.canonicalContent,
      content_hash: version.contentHash,
      receipt_number: version.receiptNumber,
      cells_asked: version.cellsAsked,
      cells_answered: version.cellsAnswered,
      soft_open: version.softOpen,
      soft_explained: version.softExplained,
      certified_by: version.certifiedBy,
      certified_by_name: version.certifiedByName,
      certified_at: version.certifiedAt,
      submitted_by: version.submittedBy,
      submitted_by_name: version.submittedByName,
      submitted_at: version.submittedAt,
    },
  ])
  const figures = version.content.cells.map(({ indicator, part, content }) => ({
    ...key,
    indicator,
    part,
    ...columnsOf(content),
  }))
  await insertRows(work, 'version_figure', figures)
  const { content } = version
  const rows = [...content.rows.map((row) => ({ ...row, reason: '' })), ...content.withdrawn].map((row) => ({
    ...key,
    row_id: row.id,
    indicator: row.indicator,
    name: row.name,
    credit_code: row.creditCode,
    no_code_reason: row.noCodeReason,
    counted_on: dateOf(row.countedOn),
    level: row.level,
    details: { ...row.details },
    evidence: row.evidence,
    note: row.note,
    withdrawn: row.reason,
    name_key: nameKey(row.name, []),
  }))
  await insertRows(work, 'version_row', rows)
  await writeVersionEvidence(work, version.period, version.version, version.content.evidence)
}

/** The submitted versions of a report, first to last. */
export async function readVersionHeads(work: Work, period: Period): Promise<VersionHead[]> {
  const rows = await databaseOf(work).report_version.findMany({
    where: { city: work.city, period },
    orderBy: { version: 'asc' },
    omit: { content: true },
  })
  return rows.map((row) => ({
    period,
    version: row.version,
    contentHash: row.content_hash,
    receiptNumber: row.receipt_number,
    cellsAsked: row.cells_asked,
    cellsAnswered: row.cells_answered,
    softOpen: row.soft_open,
    softExplained: row.soft_explained,
    certifiedByName: row.certified_by_name,
    certifiedAt: row.certified_at,
    submittedByName: row.submitted_by_name,
    submittedAt: row.submitted_at,
  }))
}

/** The content of one submitted version; of its explanations also who wrote them, and when. */
export async function readVersion(work: Work, period: Period, version: number): Promise<StoredContent> {
  const database = databaseOf(work)
  const where = { city: work.city, period, version }
  const figures = await database.version_figure.findMany({
    where,
    orderBy: [{ indicator: 'asc' }, { part: 'asc' }],
  })
  const rows = await database.version_row.findMany({
    where,
    orderBy: [{ indicator: 'asc' }, { counted_on: 'asc' }, { name: 'asc' }, { row_id: 'asc' }],
  })
  return {
    city: work.city,
    period,
    cells: figures.map((row) => ({
      indicator: row.indicator as IndicatorCode,
      part: row.part as CellPart,
      content: contentOf(row),
    })),
    rows: rows.filter(({ withdrawn }) => withdrawn === '').map(submittedRow),
    withdrawn: rows
      .filter(({ withdrawn }) => withdrawn !== '')
      .map((row) => ({ ...submittedRow(row), reason: row.withdrawn })),
    explanations: await readSignedExplanations(work, period, version),
    evidence: await readVersionEvidence(work, period, version),
  }
}

const submittedRow = (row: Prisma.version_rowGetPayload<object>): SubmittedRow => ({
  id: row.row_id,
  indicator: row.indicator as IndicatorCode,
  name: row.name,
  creditCode: row.credit_code,
  noCodeReason: row.no_code_reason,
  countedOn: dateString(row.counted_on),
  level: row.level as Level | null,
  details: row.details as RowDetails,
  evidence: row.evidence,
  note: row.note,
})

/** The submitted figures of a city's whole programme as they were accepted: only accepted versions. */
export interface AcceptedFigure {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly part: CellPart
  readonly content: CellContent
}

/** Every figure of the city's accepted versions, earliest period first. */
export async function readAcceptedFigures(work: Work): Promise<AcceptedFigure[]> {
  const rows = await databaseOf(work).$queryRaw<
    ({ period: Period; indicator: IndicatorCode; part: CellPart } & ContentColumns)[]
  >`SELECT f.period, f.indicator, f.part, f.state, f.value, f.narrative, f.reason, f.expected_on,
      f.source_office, f.source_document
    FROM version_figure f
    JOIN known_summary s ON s.city = f.city AND s.period = f.period AND s.accepted_version = f.version
    WHERE f.city = ${work.city}
    ORDER BY f.period, f.indicator, f.part`
  return rows.map((row) => ({
    period: row.period,
    indicator: row.indicator,
    part: row.part,
    content: contentOf(row),
  }))
}

/** What a city wrote in an accepted report about a result that people judge. */
export interface AcceptedNarrative {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly narrative: string
}

/** Everything the city wrote in its accepted versions, earliest period first, as a part of a larger question. */
export const narrativeRows = ({ city }: Work): Part<AcceptedNarrative> => ({
  sql: Prisma.sql`
    SELECT f.period, f.indicator, f.narrative FROM version_figure f
    JOIN known_summary s ON s.city = f.city AND s.period = f.period AND s.accepted_version = f.version
    WHERE f.city = ${city} AND f.state = 'narrative' ORDER BY f.period, f.indicator`,
  moments: [],
})

/** A submitted figure of the latest version of each report, accepted or not. */
export interface SubmittedFigure extends AcceptedFigure {
  readonly version: number
  readonly acceptedAt: Date | null
}

/** The figures of the latest submitted version of every report of the city that was not taken back, earliest period first. */
export async function readSubmittedFigures(work: Work): Promise<SubmittedFigure[]> {
  const rows = await databaseOf(work).$queryRaw<
    ({
      period: Period
      indicator: IndicatorCode
      part: CellPart
      version: number
      accepted_at: Date | null
    } & ContentColumns)[]
  >`WITH standing AS MATERIALIZED (
      SELECT city, period, standing_version(city, period, NULL::timestamptz) AS version FROM report WHERE city = ${work.city})
    SELECT f.period, f.indicator, f.part, f.version, f.state, f.value, f.narrative, f.reason, f.expected_on,
      f.source_office, f.source_document,
      CASE WHEN s.accepted_version = f.version THEN s.accepted_at END AS accepted_at
    FROM version_figure f
    JOIN standing USING (city, period, version)
    JOIN known_summary s ON s.city = f.city AND s.period = f.period
    WHERE f.city = ${work.city}
    ORDER BY f.period, f.indicator, f.part`
  return rows.map((row) => ({
    period: row.period,
    indicator: row.indicator,
    part: row.part,
    version: row.version,
    acceptedAt: row.accepted_at,
    content: contentOf(row),
  }))
}
