import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { readKnownFigures, type KnownFigures } from '@/lib/reporting/known-figures'
import { movesFor } from '@/lib/reporting/moves'
import type { CellContent, Part } from '@/lib/store/cells'
import { readCity, type City } from '@/lib/store/cities'
import { readPeriod, type ReportingPeriod } from '@/lib/store/periods'
import { readEvents, statusOf, type EventKind, type ReportEvent, type Status } from '@/lib/store/reports'
import { readVersion, readVersionHeads, type ReportContent, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** What a version changed against the one before it. A null side: the cell was not answered there. */
export interface CellChange {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly before: CellContent | null
  readonly after: CellContent | null
}

export interface RowChange {
  readonly indicator: IndicatorCode
  readonly kind: 'added' | 'removed' | 'changed'
  readonly name: string
}

/** Everything a reviewer sees of a submitted report: only what was submitted, never the city's working copy. */
export interface SubmittedReport {
  readonly city: City
  readonly window: ReportingPeriod
  readonly now: Date
  readonly status: Status
  readonly moves: readonly EventKind[]
  readonly head: VersionHead
  readonly versions: readonly VersionHead[]
  readonly content: ReportContent
  readonly cellChanges: readonly CellChange[]
  readonly rowChanges: readonly RowChange[]
  readonly events: readonly ReportEvent[]
  /** All that the city has submitted, this version included. */
  readonly known: KnownFigures
}

/** Reads the latest submitted version (or an earlier one). @throws AccessRefused notFound when there is none */
export function readSubmittedReport(
  permit: Permit<'report.read'>,
  period: Period,
  version?: number,
): Promise<SubmittedReport> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const window = await readPeriod(work, period)
    const versions = await readVersionHeads(work, period)
    const head =
      version === undefined ? versions.at(-1) : versions.find((candidate) => candidate.version === version)
    if (city === null || window === null || head === undefined) throw new AccessRefused('notFound')
    const content = await readVersion(work, period, head.version)
    const before = head.version === 1 ? null : await readVersion(work, period, head.version - 1)
    const events = await readEvents(work, period)
    const status = statusOf(events)
    const latest = head.version === versions.at(-1)?.version
    return {
      city,
      window,
      now: work.now,
      status,
      moves: latest ? movesFor(status, actorOf(permit).role) : [],
      head,
      versions,
      content,
      cellChanges: before === null ? [] : changedCells(before, content),
      rowChanges: before === null ? [] : changedRows(before, content),
      events,
      known: await readKnownFigures(work),
    }
  })
}

/** The cells that differ between two versions, additions and removals included. */
export function changedCells(before: ReportContent, after: ReportContent): CellChange[] {
  const key = (cell: { indicator: string; part: string }) => `${cell.indicator}/${cell.part}`
  const was = new Map(before.cells.map((cell) => [key(cell), cell.content]))
  const is = new Map(after.cells.map((cell) => [key(cell), cell.content]))
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((both): CellChange[] => {
    const [indicator = '', part = ''] = both.split('/')
    const [old, now] = [was.get(both) ?? null, is.get(both) ?? null]
    if (!isIndicatorCode(indicator) || JSON.stringify(old) === JSON.stringify(now)) return []
    return [{ indicator, part: part as Part, before: old, after: now }]
  })
}

/** The rows that were added, taken out or changed between two versions. */
export function changedRows(before: ReportContent, after: ReportContent): RowChange[] {
  const was = new Map(before.rows.map((row) => [row.id, row]))
  const is = new Map(after.rows.map((row) => [row.id, row]))
  const change = (kind: RowChange['kind'], row: ReportContent['rows'][number]): RowChange => ({
    indicator: row.indicator,
    kind,
    name: row.name,
  })
  return [
    ...after.rows.filter((row) => !was.has(row.id)).map((row) => change('added', row)),
    ...before.rows.filter((row) => !is.has(row.id)).map((row) => change('removed', row)),
    ...after.rows
      .filter((row) => was.has(row.id) && JSON.stringify(was.get(row.id)) !== JSON.stringify(row))
      .map((row) => change('changed', row)),
  ]
}
