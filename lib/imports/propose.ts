import { readContent, sameContent, type CellContent } from '@/lib/entry/content'
import { sameRow, type RowContent } from '@/lib/entry/row-content'
import { indicator as indicatorOf, type IndicatorCode, type RegisterCode } from '@/lib/notice'
import { askedCells, breakdownCells } from '@/lib/reporting/asked-cells'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { Period, RefusalNote } from '@/lib/values'
import type {
  Change,
  Compared,
  Differences,
  FigureDifference,
  LackingRow,
  RowDifference,
  Standing,
} from './differences'
import { inSlices, withRoom } from './in-slices'
import { overRow, validityOf } from './over-row'
import type { OpenedReading } from './packed-reading'
import type { ReadEntry, ReadFigure } from './reading'

/** A comparison that is under way. */
export interface Comparison {
  /** Some hundreds at once, in the order of the file, compared as they are asked for. */
  readonly rows: AsyncIterable<readonly RowDifference[]>
  /** What is known once every row was compared. */
  readonly rest: () => Omit<Differences, 'rows'>
}

/** Compares what a file says with the working copy, cell by cell. A blank of the file changes nothing. */
export async function propose(reading: OpenedReading, standing: Standing): Promise<Differences> {
  const comparison = compareReading(reading, standing)
  const rows: RowDifference[] = []
  for await (const slice of comparison.rows) for (const row of slice) rows.push(row)
  return { ...comparison.rest(), rows }
}

/** The same without holding the rows: each slice may be forgotten before the next is made. */
export function compareReading(reading: OpenedReading, standing: Standing): Comparison {
  const isSince = (at: Date): boolean => reading.knownAt !== null && at.toISOString() > reading.knownAt
  const since = (changed: { readonly changedByName: string; readonly changedAt: Date } | undefined) =>
    changed !== undefined && isSince(changed.changedAt)
      ? { by: changed.changedByName, at: changed.changedAt.toISOString() }
      : null
  const met: Met = { registers: new Set(), filled: new Set(), ids: new Set() }
  return {
    rows: compareRows(reading, standing, since, met),
    rest: () => {
      const counted = new Set<IndicatorCode>([
        ...standing.rows.filter(({ removed }) => !removed).map(({ indicator }) => indicator),
        ...met.filled,
      ])
      return {
        figures: reading.figures.map((figure) => compareFigure(figure, standing, counted, since)),
        lacking: lackingRows(met, standing),
      }
    },
  }
}

/** What the rows of a file meet while they are compared. */
interface Met {
  /** The registers that they are of. */
  readonly registers: Set<RegisterCode>
  /** Those to which they add. */
  readonly filled: Set<RegisterCode>
  /** The rows that stand and that they are. */
  readonly ids: Set<string>
}

const lackingRows = ({ registers, ids }: Met, standing: Standing): readonly LackingRow[] =>
  [...registers].flatMap((indicator) =>
    standing.rows
      .filter((row) => row.indicator === indicator && !row.removed && !ids.has(row.id))
      .filter(({ id }) => rowBlockedBy(standing, indicator, id, 'changed') === null)
      .map(({ id, version, ...content }) => ({ indicator, id, version, content })),
  )

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

async function* compareRows(
  reading: OpenedReading,
  standing: Standing,
  since: Since,
  met: Met,
): AsyncGenerator<readonly RowDifference[]> {
  const byId = new Map(standing.rows.map((row) => [row.id, row]))
  const byIdentity = new Map<string, RegisterRow>()
  for await (const slice of inSlices(standing.rows)) {
    for (const row of slice) {
      const identity = identityOf(row.indicator, row)
      if (!row.removed && !byIdentity.has(identity)) byIdentity.set(identity, row)
    }
  }
  const seen = new Set<string>()
  const pick = (row: RegisterRow | undefined): RegisterRow | undefined => {
    if (row === undefined || met.ids.has(row.id)) return undefined
    met.ids.add(row.id)
    return row
  }
  // Rows that say which they are come first, so that no other line takes their place: where rows stand, all are read before any
  // is compared.
  const all = standing.rows.length === 0 ? null : await allOf(reading.rows())
  const named = new Map<ReadEntry, RegisterRow | undefined>()
  for (const entry of (all ?? []).flat()) {
    if (entry.id === null) continue
    const row = byId.get(entry.id)
    if (row?.indicator === entry.indicator) named.set(entry, pick(row))
  }
  const compare = (entry: ReadEntry): RowDifference => {
    const { indicator, at, remarks } = entry
    const identity = identityOf(indicator, entry.content)
    const isRepeat = seen.has(identity)
    seen.add(identity)
    const row = named.get(entry) ?? pick(byIdentity.get(identity))
    const content = row === undefined ? entry.content : overRow(row, entry.content)
    const change = row === undefined ? 'new' : !row.removed && sameRow(row, content) ? 'unchanged' : 'changed'
    met.registers.add(indicator)
    if (change === 'new') met.filled.add(indicator)
    return {
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
    }
  }
  for await (const slice of withRoom(all ?? reading.rows())) yield slice.map(compare)
}

async function allOf<T>(slices: Iterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const slice of withRoom(slices)) all.push(slice)
  return all
}

/** Which entity a row of a register speaks of: its code, or its name where it has none. */
const identityOf = (
  indicator: IndicatorCode,
  { creditCode, name }: Pick<RowContent, 'creditCode' | 'name'>,
): string => `${indicator}/${creditCode ?? `名 ${name}`}`
