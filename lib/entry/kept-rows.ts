import { ROW_FIELDS, type RowField } from '@/lib/notice/register-columns'
import { compareText } from '@/lib/values'
import { isEmptyRow, isTakenOut, isUnsentRow, newRow, shownText, type GridRow } from './grid-row'
import { readRow, rowText, sameText, type RowRules, type RowText } from './row-content'

/** A row that was typed and not yet saved, as the browser keeps it across reloads. */
export interface KeptRow {
  readonly id: string
  /** The version it was made from; 0: the server did not have it. */
  readonly version: number
  readonly removed: boolean
  readonly typed: RowText
}

/** What of a row must not be lost; null where all of it is safe. */
export function keptOf(row: GridRow): KeptRow | null {
  if (!isUnsentRow(row) || isEmptyRow(row)) return null
  return {
    id: row.id,
    version: row.draft?.base?.version ?? 0,
    removed: isTakenOut(row),
    typed: shownText(row),
  }
}

/** Reads what the browser kept: one row, several, or a paste that was not entered. Whatever else lies under the key is nothing. */
export function readKept(text: string | null): KeptRow[] {
  if (text === null) return []
  try {
    const value: unknown = JSON.parse(text)
    const rows = isRecord(value) && Array.isArray(value.pasted) ? value.pasted.map(asAdded) : value
    return (Array.isArray(rows) ? rows : [rows]).flatMap((row: unknown) => keptRow(row) ?? [])
  } catch {
    return []
  }
}

const asAdded = (row: unknown): unknown => (isRecord(row) ? { ...row, version: 0, removed: false } : row)

function keptRow(value: unknown): KeptRow | null {
  if (!isRecord(value) || !isRecord(value.typed)) return null
  const { id, version, removed, typed } = value
  if (typeof id !== 'string' || !Number.isSafeInteger(version) || typeof removed !== 'boolean') return null
  const text = (field: RowField): string => {
    const typedText = typed[field]
    return typeof typedText === 'string' ? typedText : ''
  }
  const fields = ROW_FIELDS.map((field) => [field, text(field)] as const)
  return { id, version: Number(version), removed, typed: Object.fromEntries(fields) as RowText }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * Puts what the browser kept onto the rows of the server. A row that somebody changed meanwhile keeps the version it was
 * made from, so that the server finds the conflict; nothing is overwritten and nothing is dropped.
 */
export function mergeKept(
  rows: readonly GridRow[],
  kept: readonly KeptRow[],
  rules: RowRules,
): readonly GridRow[] {
  const byId = new Map(kept.map((row) => [row.id, row]))
  const merged = rows.map((row) => {
    const mine = byId.get(row.id)
    byId.delete(row.id)
    return mine === undefined || row.draft !== null ? row : withKept(row, mine, rules)
  })
  const added = [...byId.values()]
    .filter((row) => !row.removed)
    .map((row) => {
      const fresh = newRow(row.id, rules, row.typed)
      return fresh.draft === null ? fresh : { ...fresh, draft: { ...fresh.draft, left: true, due: true } }
    })
  // Ids are in the order of entry, and so are the rows again.
  return [...merged, ...added].toSorted((a, b) => compareText(a.id, b.id))
}

function withKept(row: GridRow, { typed, removed, version }: KeptRow, rules: RowRules): GridRow {
  if (row.saved === null) return row
  // Its answer was lost, and the server has it.
  if (removed === row.saved.removed && sameText(typed, rowText(row.saved.content))) return row
  const draft = {
    typed,
    removed,
    read: readRow(rules, typed),
    base: { ...row.saved, version },
    left: true,
    due: true,
    theirs: null,
    refused: [],
  }
  return { ...row, draft }
}
