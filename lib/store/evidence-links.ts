import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { actorIn, databaseOf, type BringingVersion, type Work } from './work'

/** What a file stands behind: a figure, a row of its register, or the explanation of a finding. */
export interface EvidenceTarget {
  readonly indicator: IndicatorCode
  readonly kind: 'figure' | 'row' | 'explanation'
  /** '' for the figure, the id of the row, or rule/part of the finding. */
  readonly target: string
}

/** A file in its place. It says enough of the file to prove, with the file in hand, that it is this one. */
export interface Evidence extends EvidenceTarget {
  readonly file: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** A place in the working copy, also one that a file was taken out of again. */
export interface KeptLink extends Evidence {
  readonly removed: boolean
  readonly version: number
}

interface Row {
  readonly indicator: IndicatorCode
  readonly kind: EvidenceTarget['kind']
  readonly target: string
  readonly file: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * Every place of a file in the working copy of a report, in a fixed order: as it is, or as it was up to the moment of the
 * permit.
 */
export async function readLinks(work: Work, period: Period): Promise<KeptLink[]> {
  const links =
    work.permit.known === null
      ? Prisma.sql`SELECT * FROM evidence_link WHERE city = ${work.city} AND period = ${period}`
      : Prisma.sql`
          SELECT DISTINCT ON (indicator, kind, target, file) * FROM evidence_link_change
          WHERE city = ${work.city} AND period = ${period} ORDER BY indicator, kind, target, file, version DESC`
  return databaseOf(work).$queryRaw<(Row & { removed: boolean; version: number })[]>`
    SELECT l.indicator, l.kind, l.target, l.file::text, f.name, f.sha256, f.bytes, l.removed, l.version
    FROM (${links}) l JOIN stored_file f ON f.city = l.city AND f.id = l.file
    ORDER BY l.indicator, l.kind, l.target, f.name, l.file`
}

export interface LinkWrite extends EvidenceTarget {
  readonly file: string
  readonly removed: boolean
  /** The version this one becomes. */
  readonly version: number
}

/** Writes places and their history. The caller holds the report's lock and has read what was there. */
export async function writeLinks(
  work: Work<'report.prepare'>,
  period: Period,
  reportVersion: number,
  links: readonly LinkWrite[],
): Promise<void> {
  if (links.length === 0) return
  const actor = actorIn(work)
  const changed = { changed_by: actor.id, changed_by_name: actor.name, changed_at: work.now }
  const rows = links.map(({ indicator, kind, target, file, removed, version }) => ({
    city: work.city,
    period,
    indicator,
    kind,
    target,
    file,
    removed,
    version,
    ...changed,
  }))
  await insertRows(
    work,
    'evidence_link',
    rows.filter(({ version }) => version === 1),
  )
  for (const row of rows.filter(({ version }) => version > 1)) {
    const { city, indicator, kind, target, file, ...data } = row
    await databaseOf(work).evidence_link.update({
      where: { city_period_indicator_kind_target_file: { city, period, indicator, kind, target, file } },
      data,
    })
  }
  await insertRows(
    work,
    'evidence_link_change',
    rows.map((row) => ({ ...row, report_version: reportVersion })),
  )
}

/** Keeps the evidence of a submitted version for good. */
export async function writeVersionEvidence(
  work: BringingVersion,
  period: Period,
  version: number,
  evidence: readonly Evidence[],
): Promise<void> {
  await insertRows(
    work,
    'version_evidence',
    evidence.map(({ indicator, kind, target, file }) => ({
      city: work.city,
      period,
      version,
      indicator,
      kind,
      target,
      file,
    })),
  )
}

/** The evidence of a submitted version, in a fixed order. */
export async function readVersionEvidence(work: Work, period: Period, version: number): Promise<Evidence[]> {
  return databaseOf(work).$queryRaw<Row[]>`
    SELECT v.indicator, v.kind, v.target, v.file::text, f.name, f.sha256, f.bytes
    FROM version_evidence v JOIN stored_file f ON f.city = v.city AND f.id = v.file
    WHERE v.city = ${work.city} AND v.period = ${period} AND v.version = ${version}
    ORDER BY v.indicator, v.kind, v.target, f.name, v.file`
}

/** Whether a file stands behind something in a submitted version of the city: from then on reviewers read it too. */
export async function isInVersion(work: Work, file: string): Promise<boolean> {
  return (await databaseOf(work).version_evidence.count({ where: { city: work.city, file } })) > 0
}

/** A report in which a file stands behind something, in the working copy or in a submitted version. */
export interface FileUse {
  readonly file: string
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly isSubmitted: boolean
}

/** Where each file of the city stands, latest period first. */
export async function readFileUses(work: Work): Promise<FileUse[]> {
  return databaseOf(work).$queryRaw<FileUse[]>`
    SELECT file::text, period, indicator, bool_or(submitted) AS "isSubmitted" FROM (
      SELECT file, period, indicator, false AS submitted FROM evidence_link WHERE city = ${work.city} AND NOT removed
      UNION ALL
      SELECT file, period, indicator, true FROM version_evidence WHERE city = ${work.city}) AS uses
    GROUP BY file, period, indicator
    ORDER BY period DESC, indicator`
}
