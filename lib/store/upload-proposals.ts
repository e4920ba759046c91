import type { Period } from '@/lib/values'
import { auditRow, type AuditDetail } from './audit'
import { Prisma } from './generated/client'
import { insertRows, insertSql } from './insert-rows'
import { summarySql, type SummaryChange } from './summary'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

export type UploadAnswer = 'committed' | 'discarded' | 'refused'

/** What a file would make of a report, and what became of it. */
export interface ProposalHead {
  readonly id: string
  readonly period: Period
  /** The version of the report that was being prepared. */
  readonly reportVersion: number
  readonly file: string
  readonly fileName: string
  readonly sha256: string
  readonly problems: number
  readonly uploadedByName: string
  readonly uploadedAt: Date
  /** Null while it is still proposed. */
  readonly answer: {
    readonly kind: UploadAnswer
    readonly reason: string
    readonly cells: number
    readonly rows: number
    readonly byName: string
    readonly at: Date
  } | null
}

export interface NewProposal extends Pick<
  ProposalHead,
  'period' | 'reportVersion' | 'file' | 'fileName' | 'sha256' | 'problems'
> {
  /** JSON. */
  readonly reading: string
}

/** Keeps a proposal, with its audit row. Gives its id. @param told what else its audit row says */
export async function writeProposal(
  work: Work<'report.prepare'>,
  given: NewProposal,
  told: AuditDetail,
): Promise<string> {
  const actor = actorIn(work)
  const id = uuid7(work.now)
  const { period, reportVersion, file, fileName, sha256, reading, problems } = given
  const audit = auditRow(work, { period, proposal: id, file, ...told })
  await databaseOf(work).$executeRaw`/* prepared write_proposal */
    WITH audited AS (${insertSql('audit_event', [audit])})
    INSERT INTO upload_proposal (city, id, period, report_version, file, file_name, sha256, reading, problems, uploaded_by, uploaded_by_name, uploaded_at)
    VALUES (${work.city}, ${id}::uuid, ${period}, ${reportVersion}::int, ${file}::uuid, ${fileName}, ${sha256}, ${reading}, ${problems}::int,
      ${actor.id}::uuid, ${actor.name}, ${work.now}::timestamptz)`
  return id
}

interface Answer {
  readonly kind: UploadAnswer
  readonly reason?: string
  readonly cells?: number
  readonly rows?: number
}

const answerRow = (work: Work<'report.prepare'>, proposal: string, answer: Answer) => ({
  city: work.city,
  proposal,
  answer: answer.kind,
  reason: answer.reason ?? '',
  cells: answer.cells ?? 0,
  rows: answer.rows ?? 0,
  answered_by: actorIn(work).id,
  answered_by_name: actorIn(work).name,
  answered_at: work.now,
})

/** Says what became of a proposal. The caller holds the report's lock and has seen that nobody said so before. */
export async function answerProposal(
  work: Work<'report.prepare'>,
  proposal: string,
  answer: Answer,
): Promise<void> {
  await insertRows(work, 'upload_answer', [answerRow(work, proposal, answer)])
}

/** Says that a proposal was taken over, with the summary and the audit row that this leaves, in one statement. */
export async function closeProposal(
  work: Work<'report.prepare'>,
  { id, period }: Pick<ProposalHead, 'id' | 'period'>,
  written: { readonly cells: number; readonly rows: number },
  summary: SummaryChange,
  audit: AuditDetail,
): Promise<void> {
  const answer = answerRow(work, id, { kind: 'committed', ...written })
  await databaseOf(work).$executeRaw`/* prepared close_proposal */
    WITH answered AS (${insertSql('upload_answer', [answer])}),
    audited AS (${insertSql('audit_event', [auditRow(work, audit)])})
    ${summarySql(work, period, summary)}`
}

interface HeadRow {
  readonly id: string
  readonly period: Period
  readonly report_version: number
  readonly file: string
  readonly file_name: string
  readonly sha256: string
  readonly problems: number
  readonly uploaded_by_name: string
  readonly uploaded_at: Date
  readonly answer: UploadAnswer | null
  readonly reason: string | null
  readonly cells: number | null
  readonly rows: number | null
  readonly answered_by_name: string | null
  readonly answered_at: Date | null
}

const headOf = (row: HeadRow): ProposalHead => ({
  id: row.id,
  period: row.period,
  reportVersion: row.report_version,
  file: row.file,
  fileName: row.file_name,
  sha256: row.sha256,
  problems: row.problems,
  uploadedByName: row.uploaded_by_name,
  uploadedAt: row.uploaded_at,
  answer:
    row.answer === null || row.answered_at === null
      ? null
      : {
          kind: row.answer,
          reason: row.reason ?? '',
          cells: row.cells ?? 0,
          rows: row.rows ?? 0,
          byName: row.answered_by_name ?? '',
          at: row.answered_at,
        },
})

/** Every proposal of a report, or those there were at the permit's moment, the latest first. */
export async function readProposals(work: Work, period: Period): Promise<ProposalHead[]> {
  const rows = await databaseOf(work).$queryRaw<HeadRow[]>`/* prepared proposals */
    SELECT ${headsSql(work, period)}`
  return rows.map(headOf)
}

/** The same, and what was read for one of them, as JSON; null where it is none of them. */
export async function readProposalsAndReading(
  work: Work,
  period: Period,
  id: string,
): Promise<{ readonly heads: readonly ProposalHead[]; readonly reading: string | null }> {
  const rows = await databaseOf(work).$queryRaw<
    (HeadRow & { readonly reading: string | null })[]
  >`/* prepared proposals_and_reading */
    SELECT CASE WHEN p.id = ${id}::uuid THEN p.reading END AS reading, ${headsSql(work, period)}`
  return { heads: rows.map(headOf), reading: rows.find((row) => row.id === id)?.reading ?? null }
}

const headsSql = ({ city, now }: Work, period: Period): Prisma.Sql => Prisma.sql`
    p.id, p.period, p.report_version, p.file, p.file_name, p.sha256, p.problems, p.uploaded_by_name, p.uploaded_at,
    a.answer, a.reason, a.cells, a.rows, a.answered_by_name, a.answered_at
    FROM upload_proposal p
    LEFT JOIN upload_answer a ON a.city = p.city AND a.proposal = p.id AND a.answered_at <= ${now}
    WHERE p.city = ${city} AND p.period = ${period} AND p.uploaded_at <= ${now} ORDER BY p.uploaded_at DESC, p.id DESC`
