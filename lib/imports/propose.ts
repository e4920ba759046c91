import { readContent, sameContent, type CellContent } from '@/lib/entry/content'
import { sameRow, type RowContent } from '@/lib/entry/row-content'
import { indicator as indicatorOf, type IndicatorCode, type RegisterCode } from '@/lib/notice'
import { askedCells, breakdownCells } from '@/lib/reporting/asked-cells'
import type { Cell, Part } from '@/lib/store/cells'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { Period, RefusalNote } from '@/lib/values'
import { inSlices } from './in-slices'
import { overRow, validityOf } from './over-row'
import type { Place, ReadEntry, ReadFigure, Reading, Remark } from './reading'

export type Change = 'new' | 'changed' | 'unchanged'

interface Compared extends Place {
  readonly change: Change
  readonly remarks: readonly Remark[]
  /** Who changed it in the portal after the workbook was downloaded, and when (ISO). */
  readonly newer: { readonly by: string; readonly at: string } | null
  /** Why it cannot be taken. */
  readonly blocked: RefusalNote | null
}

/** One cell of the report: what the portal has and what the file makes of it. */
export interface FigureDifference extends Compared {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly was: CellContent
  readonly becomes: CellContent
  /** The version that stands; 0 where nothing was ever saved. */
  readonly version: number
}

/** One row of a register. */
export interface RowDifference extends Compared {
  readonly indicator: RegisterCode
  /** Null for a row that is new. */
  readonly id: string | null
  readonly was: RowContent | null
  readonly becomes: RowContent
  /** Why the row was withdrawn, which a file does not change; '' where it was not. */
  readonly withdrawn: string
  readonly version: number
}

/** A row of the portal that a file's sheet of its register does not have. */
export interface LackingRow {
  readonly indicator: RegisterCode
  readonly id: string
  readonly version: number
  readonly content: RowContent
}

/** What a file would make of the report as it stands. */
export interface Differences {
  readonly figures: readonly FigureDifference[]
  readonly rows: readonly RowDifference[]
  /** Rows that may be changed and that the file's registers do not have: they stay, unless somebody says otherwise. */
  readonly lacking: readonly LackingRow[]
}

/** The working copy that a file is compared with. */
export interface Standing {
  readonly period: Period
  readonly cells: readonly Cell[]
  /** Removed ones included. */
  readonly rows: readonly RegisterRow[]
  /** What may be edited now. */
  readonly scope: readonly IndicatorCode[] | 'all'
  /** Rows that were given back by themselves, in registers outside the scope. */
  readonly returnedRows: readonly { readonly indicator: IndicatorCode; readonly id: string }[]
}

/** Compares what a file says with the working copy, cell by cell. A blank of the file changes nothing. */
export async function propose(reading: Reading, standing: Standing): Promise<Differences> {
  const isSince = (at: Date): boolean => reading.knownAt !== null && at.toISOString() > reading.knownAt
  const since = (changed: { readonly changedByName: string; readonly changedAt: Date } | undefined) =>
    changed !== undefined && isSince(changed.changedAt)
      ? { by: changed.changedByName, at: changed.changedAt.toISOString() }
      : null
  const rows = await compareRows(reading.rows, standing, since)
  const counted = new Set<IndicatorCode>([
    ...standing.rows.filter(({ removed }) => !removed).map(({ indicator }) => indicator),
    ...rows.filter(({ change }) => change === 'new').map(({ indicator }) => indicator),
  ])
  const figures = reading.figures.map((figure) => compareFigure(figure, standing, counted, since))
  return { figures, rows, lacking: lackingRows(reading, rows, standing) }
}

function lackingRows(
  reading: Reading,
  rows: readonly RowDifference[],
  standing: Standing,
): readonly LackingRow[] {
  const named = [...new Set(reading.rows.map(({ indicator }) => indicator))]
  const found = new Set(rows.map(({ id }) => id))
  return named.flatMap((indicator) =>
    standing.rows
      .filter((row) => row.indicator === indicator && !row.removed && !found.has(row.id))
      .filter(({ id }) => rowBlockedBy(standing, indicator, id, 'changed') === null)
      .map(({ id, version, ...content }) => ({ indicator, id, version, content })),
  )
}

type Since = (
  changed: { readonly changedByName: string; readonly changedAt: Date } | undefined,
) => Compared['newer']

function blockedBy({ scope }: Standing, indicator: IndicatorCode, change: Change): RefusalNote | null {
  if (change === 'unchanged' || scope === 'all' || scope.includes(indicator)) return null
  return { code: 'figureNotReturned', detail: { indicator } }
}

/** Of a register of which only rows were given back, those may be changed; every other row, also a new one, may not. */
function rowBlockedBy(
  standing: Standing,
  indicator: IndicatorCode,
  id: string | null,
  change: Change,
): RefusalNote | null {
  const blocked = blockedBy(standing, indicator, change)
  if (blocked === null) return null
  const open = standing.returnedRows.filter((row) => row.indicator === indicator)
  if (open.length === 0) return blocked
  return open.some((row) => row.id === id) ? null : { code: 'rowNotReturned', detail: {} }
}

function compareFigure(
  figure: ReadFigure,
  standing: Standing,
  counted: ReadonlySet<IndicatorCode>,
  since: Since,
): FigureDifference {
  const { indicator, part, at, remarks } = figure
  const cell = standing.cells.find((each) => each.indicator === indicator && each.part === part)
  const was: CellContent = cell?.content ?? { state: 'blank' }
  const becomes = contentOf(figure, was, standing.period)
  const change = sameContent(was, becomes) ? 'unchanged' : was.state === 'blank' ? 'new' : 'changed'
  const saysNothing = becomes.state === 'figure' || becomes.state === 'notApplicable'
  const contradicts = indicatorOf(indicator).kind === 'count' && counted.has(indicator) && saysNothing
  return {
    ...at,
    indicator,
    part,
    was,
    becomes,
    change,
    version: cell?.version ?? 0,
    remarks,
    newer: change === 'unchanged' ? null : since(cell),
    blocked:
      contradicts && change !== 'unchanged'
        ? {
            code: 'rowsContradict',
            detail: {
              indicator,
              rows: String(standing.rows.filter((row) => row.indicator === indicator && !row.removed).length),
            },
          }
        : blockedBy(standing, indicator, change),
  }
}

/** What the file gives over what stands: a source it does not name stays, and so does an answer it does not give. */
function contentOf(
  { indicator, part, answer, office, document }: ReadFigure,
  was: CellContent,
  period: Period,
) {
  const asked = [...askedCells(period), ...breakdownCells(period)].find(
    (cell) => cell.indicator.code === indicator && cell.part === part,
  )
  const source = {
    office: office ?? was.source?.office ?? '',
    document: document ?? was.source?.document ?? '',
  }
  const { source: _, ...stands } = was
  const said =
    asked !== undefined && answer !== null ? readContent(asked.indicator.unit, asked.kind, answer) : null
  const content: CellContent = said?.ok === true ? said.value : stands
  return source.office === '' && source.document === '' ? content : { ...content, source }
}

async function compareRows(
  entries: readonly ReadEntry[],
  standing: Standing,
  since: Since,
): Promise<RowDifference[]> {
  const byId = new Map(standing.rows.map((row) => [row.id, row]))
  const byIdentity = new Map<string, RegisterRow>()
  for await (const slice of inSlices(standing.rows)) {
    for (const row of slice) {
      const identity = identityOf(row.indicator, row)
      if (!row.removed && !byIdentity.has(identity)) byIdentity.set(identity, row)
    }
  }
  const taken = new Set<string>()
  const seen = new Set<string>()
  const pick = (row: RegisterRow | undefined): RegisterRow | undefined => {
    if (row === undefined || taken.has(row.id)) return undefined
    taken.add(row.id)
    return row
  }
  // Rows that say which they are come first, so that no other line takes their place.
  const named = new Map<ReadEntry, RegisterRow | undefined>()
  for (const entry of entries) {
    if (entry.id === null) continue
    const row = byId.get(entry.id)
    if (row?.indicator === entry.indicator) named.set(entry, pick(row))
  }
  const compared: RowDifference[] = []
  for await (const slice of inSlices(entries)) {
    for (const entry of slice) {
      const { indicator, at, remarks } = entry
      const identity = identityOf(indicator, entry.content)
      const isRepeat = seen.has(identity)
      seen.add(identity)
      const row = named.get(entry) ?? pick(byIdentity.get(identity))
      const content = row === undefined ? entry.content : overRow(row, entry.content)
      const change =
        row === undefined ? 'new' : !row.removed && sameRow(row, content) ? 'unchanged' : 'changed'
      compared.push({
        sheet: at.sheet,
        cell: at.cell,
        indicator,
        id: row?.id ?? null,
        was: row ?? null,
        becomes: content,
        withdrawn: row?.withdrawn ?? '',
        change,
        version: row?.version ?? 0,
        remarks: isRepeat ? [...remarks, { code: 'repeat' as const }] : remarks,
        newer: change === 'changed' ? since(row) : null,
        blocked:
          rowBlockedBy(standing, indicator, row?.id ?? null, change) ??
          (change === 'unchanged' ? null : validityOf(content)),
      })
    }
  }
  return compared
}

/** Which entity a row of a register speaks of: its code, or its name where it has none. */
const identityOf = (
  indicator: IndicatorCode,
  { creditCode, name }: Pick<RowContent, 'creditCode' | 'name'>,
): string => `${indicator}/${creditCode ?? `名 ${name}`}`
