import { isJson, readDecided, readRefusal, type Undecided } from './answer'
import type { GridRow, RowAnswer, SavedRow } from './grid-row'
import { LEVELS, ROW_FIELDS } from '@/lib/notice/register-columns'
import { rowText, type RowContent, type RowRefusal, type RowText } from './row-content'

/** A row as it is sent. */
export interface SentEdit extends RowText {
  readonly id: string
  readonly baseVersion: number
  readonly removed: boolean
}

/** What is sent of a row that is in flight; null for any other. */
export function editOf({ id, draft, inFlight }: GridRow): SentEdit | null {
  if (draft === null || inFlight === null) return null
  return {
    id,
    baseVersion: draft.base?.version ?? 0,
    removed: inFlight.removed,
    ...rowText(inFlight.content),
  }
}

/** What came of sending. Only `answered` means that the server has decided on the rows. */
export type RowsAnswer<Told> =
  | {
      readonly kind: 'answered'
      /** One for each edit, in its order. */
      readonly rows: readonly RowAnswer[]
      /** What the server says of the register as a whole. */
      readonly told: Told
    }
  | Undecided

/** Reads what the server says of the rows that were sent. */
export function readRowsAnswer<Told>(
  status: number,
  body: unknown,
  sent: number,
  isTold: (value: unknown) => value is Told,
): RowsAnswer<Told> {
  const read = readDecided(status, body)
  if (read.kind !== 'decided') return read
  const { answers, told } = read.body
  if (!Array.isArray(answers) || !isTold(told)) return { kind: 'offline' }
  const rows = answers.map(readOutcome).filter((each) => each !== null)
  return rows.length === sent ? { kind: 'answered', rows, told } : { kind: 'offline' }
}

function readOutcome(value: unknown): RowAnswer | null {
  if (!isJson(value)) return null
  if (value.outcome === 'refused' && Array.isArray(value.refusals)) {
    return { outcome: 'refused', refusals: value.refusals.map(readFieldRefusal) }
  }
  if (value.outcome === 'saved' && isSavedRow(value.saved)) return { outcome: 'saved', saved: value.saved }
  if (value.outcome === 'conflict' && isSavedRow(value.theirs)) {
    return { outcome: 'conflict', theirs: value.theirs }
  }
  return null
}

// The browser reads rows as the server does; that it is refused nevertheless happens when the portal was renewed meanwhile.
function readFieldRefusal(value: unknown): RowRefusal {
  const field = isJson(value) ? ROW_FIELDS.find((each) => each === value.field) : undefined
  return { ...readRefusal(value, 'formWrong'), field: field ?? 'name' }
}

function isSavedRow(value: unknown): value is SavedRow {
  return (
    isJson(value) &&
    isRowContent(value.content) &&
    typeof value.removed === 'boolean' &&
    typeof value.version === 'number' &&
    typeof value.by === 'string' &&
    typeof value.at === 'string'
  )
}

const isRowContent = (value: unknown): value is RowContent =>
  isJson(value) &&
  [value.name, value.countedOn, value.evidence, value.note].every((text) => typeof text === 'string') &&
  [value.creditCode, value.noCodeReason].every((text) => text === null || typeof text === 'string') &&
  isJson(value.details) &&
  Object.values(value.details).every((text) => typeof text === 'string') &&
  (value.level === null || LEVELS.some((level) => level === value.level))
