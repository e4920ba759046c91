import { ROW_FIELDS, type RowField } from '@/lib/notice/register-columns'
import type { Result } from '@/lib/values'
import {
  EMPTY_ROW,
  fieldContent,
  readRow,
  rowText,
  sameRow,
  sameText,
  type RowContent,
  type RowRefusal,
  type RowRules,
  type RowText,
} from './row-content'

/** A row as the server last told it. */
export interface SavedRow {
  readonly content: RowContent
  readonly removed: boolean
  readonly version: number
  readonly by: string
  /** ISO instant. */
  readonly at: string
}

/** What a person has changed and the server has not confirmed. */
export interface RowDraft {
  readonly typed: RowText
  /** To be taken out. */
  readonly removed: boolean
  readonly read: Result<RowContent, readonly RowRefusal[]>
  /** What the change was made from; null for a row that the server does not have. */
  readonly base: SavedRow | null
  /** The person has left the row, so that what is wrong with it is said. */
  readonly left: boolean
  /** To be sent: the person left, or paused. */
  readonly due: boolean
  /** Somebody else's row, to choose from. */
  readonly theirs: SavedRow | null
  /** The server's own refusals of exactly this content. */
  readonly refused: readonly RowRefusal[]
}

/** What was sent of a row. */
export interface SentRow {
  readonly content: RowContent
  readonly removed: boolean
}

/** One row of a register on its way between a person and the server. Only the functions of this file change it. */
export interface GridRow {
  readonly id: string
  readonly saved: SavedRow | null
  readonly draft: RowDraft | null
  /** What is being sent just now. */
  readonly inFlight: SentRow | null
  /** What was sent before without an answer: the server may have it. */
  readonly unanswered: SentRow | null
}

/** What the server says of one row that was sent. */
export type RowAnswer =
  | { readonly outcome: 'saved'; readonly saved: SavedRow }
  | { readonly outcome: 'conflict'; readonly theirs: SavedRow }
  | { readonly outcome: 'refused'; readonly refusals: readonly RowRefusal[] }

/** A row that the server has. */
export const savedRow = (id: string, saved: SavedRow): GridRow => ({
  id,
  saved,
  draft: null,
  inFlight: null,
  unanswered: null,
})

/** A row that only this page has: an empty one to type into, or one that was pasted. */
export const newRow = (id: string, rules: RowRules, typed: RowText = EMPTY_ROW): GridRow => ({
  id,
  saved: null,
  draft: draftOf(rules, typed, null),
  inFlight: null,
  unanswered: null,
})

const draftOf = (rules: RowRules, typed: RowText, base: SavedRow | null): RowDraft => ({
  typed,
  removed: base?.removed ?? false,
  read: readRow(rules, typed),
  base,
  left: false,
  due: false,
  theirs: null,
  refused: [],
})

/** What the controls of a row show now. */
export const shownText = ({ draft, saved }: GridRow): RowText =>
  draft?.typed ?? (saved === null ? EMPTY_ROW : rowText(saved.content))

/** What one cell shows now. */
export const fieldShown = ({ draft, saved }: GridRow, field: RowField): string =>
  draft?.typed[field] ?? (saved === null ? '' : fieldContent(saved.content, field))

/** Whether the row stands in the register as shown, not among those taken out. */
export const isTakenOut = ({ draft, saved }: GridRow): boolean => draft?.removed ?? saved?.removed ?? false

/** Whether nothing has been typed into a row that nobody has saved. */
export const isEmptyRow = ({ draft, saved }: GridRow): boolean =>
  saved === null && (draft === null || ROW_FIELDS.every((field) => draft.typed[field].trim() === ''))

/** A person types into one field. */
export function typeInto(row: GridRow, rules: RowRules, field: RowField, text: string): GridRow {
  const typed = { ...shownText(row), [field]: text }
  const draft = draftOf(rules, typed, row.draft === null ? row.saved : row.draft.base)
  const theirs = row.draft?.theirs ?? null
  return { ...row, draft: { ...draft, removed: row.draft?.removed ?? draft.removed, theirs } }
}

/** A person pauses: what can be read is due, what cannot is left alone, since it is not finished. */
export function pauseRow(row: GridRow): GridRow {
  return row.draft?.read.ok === true ? { ...row, draft: { ...row.draft, due: true } } : row
}

/** A person leaves the row: what was read is shown as it was read, what could not be is said to be wrong. */
export function leaveRow(row: GridRow): GridRow {
  if (row.draft === null || isEmptyRow(row)) return row
  const { read } = row.draft
  const typed = read.ok ? rowText(read.value) : row.draft.typed
  return tidy({ ...row, draft: { ...row.draft, typed, left: true, due: true } })
}

/** A person takes a row out, or puts it back. */
export function setTakenOut(row: GridRow, rules: RowRules, removed: boolean): GridRow {
  const { saved } = row
  const typed = removed && saved !== null ? rowText(saved.content) : shownText(row)
  const draft = draftOf(rules, typed, row.draft === null ? saved : row.draft.base)
  return tidy({ ...row, draft: { ...draft, removed, left: true, due: true } })
}

/** Whether a row taken out was never on the server, nor can be: there is nothing to send of it. */
export const isGone = ({ saved, draft, inFlight, unanswered }: GridRow): boolean =>
  saved === null && draft?.removed === true && inFlight === null && unanswered === null

/** Whether there is something to send now. */
export function isSendable({ draft, inFlight, saved, unanswered }: GridRow): boolean {
  if (draft === null || inFlight !== null || !draft.due || draft.theirs !== null) return false
  if (draft.refused.length > 0) return false
  // One whose answer was lost is sent again before it can be taken out: the server may have it.
  if (draft.removed) return saved === null ? unanswered !== null : !saved.removed
  return draft.read.ok && (saved === null || saved.removed || !sameRow(draft.read.value, saved.content))
}

/** The row is being sent as it reads now. */
export function sendRow(row: GridRow): GridRow {
  const { draft, saved, unanswered } = row
  if (draft === null) return row
  if (draft.removed && saved === null) return { ...row, inFlight: unanswered }
  const content = draft.removed ? saved?.content : draft.read.ok ? draft.read.value : undefined
  return content === undefined ? row : { ...row, inFlight: { content, removed: draft.removed } }
}

/** Sending did not reach the server, or its answer did not come back: nothing is lost, it is still to be sent. */
export const sendingFailed = (row: GridRow): GridRow =>
  row.inFlight === null ? row : { ...row, inFlight: null, unanswered: row.inFlight }

/** The server answered what was in flight; the person may have typed on meanwhile. */
export function rowAnswered(row: GridRow, answer: RowAnswer): GridRow {
  const sent = row.inFlight
  const { draft } = row
  const settled = { ...row, inFlight: null, unanswered: null }
  switch (answer.outcome) {
    case 'saved':
      return tidy({ ...settled, saved: answer.saved, draft: draft && { ...draft, base: answer.saved } })
    case 'conflict': {
      const { theirs } = answer
      // An answer was lost, and what looks like somebody else's row is our own.
      if (row.unanswered !== null && isSent(row.unanswered, theirs)) {
        return tidy({ ...settled, saved: theirs, draft: draft && { ...draft, base: theirs } })
      }
      return { ...settled, draft: draft && { ...draft, theirs } }
    }
    case 'refused': {
      // What cannot be taken out stands.
      if (sent?.removed === true) return { ...settled, draft: null }
      const isStill = draft?.read.ok === true && sent !== null && sameRow(draft.read.value, sent.content)
      return { ...settled, draft: isStill ? { ...draft, refused: answer.refusals } : draft }
    }
  }
}

const isSent = (sent: SentRow, saved: SavedRow): boolean =>
  sent.removed === saved.removed && sameRow(sent.content, saved.content)

/** A newer state of the row came with the page: it is taken over, while what was typed stays what it was made from. */
export function renewRow(row: GridRow, saved: SavedRow): GridRow {
  return saved.version > (row.saved?.version ?? 0) ? tidy({ ...row, saved }) : row
}

/** In a conflict: mine is saved over theirs, knowingly; or theirs stands. */
export function chooseRow(row: GridRow, whose: 'mine' | 'theirs'): GridRow {
  const theirs = row.draft?.theirs
  if (row.draft == null || theirs == null) return row
  if (whose === 'theirs') return { ...row, saved: theirs, draft: null }
  return tidy({
    ...row,
    saved: theirs,
    draft: { ...row.draft, base: theirs, theirs: null, left: true, due: true },
  })
}

/** What was typed says no more than what is saved: there is nothing left to do once the person is gone from it. */
function tidy(row: GridRow): GridRow {
  const { draft, inFlight, saved } = row
  if (draft === null || saved === null || inFlight !== null || !draft.left) return row
  if (draft.theirs !== null || draft.removed !== saved.removed) return row
  const isDone = draft.removed || (draft.read.ok && sameRow(draft.read.value, saved.content))
  return isDone ? { ...row, draft: null } : row
}

/** How a row stands, for its mark. */
export type RowStatus = 'empty' | 'saved' | 'typing' | 'saving' | 'waiting' | 'refused' | 'conflict'

/** The status of a row. Whether what waits is waiting for the network or a sign-in, the register as a whole knows. */
export function rowStatus(row: GridRow): RowStatus {
  const { draft, inFlight, saved } = row
  if (draft?.theirs != null) return 'conflict'
  if (inFlight !== null) return 'saving'
  if (draft === null) return 'saved'
  if (isEmptyRow(row) || isGone(row)) return 'empty'
  if (draft.left && refusalsOf(row).length > 0) return 'refused'
  if (saved !== null && draft.removed === saved.removed && saysTheSame(draft, saved)) return 'saved'
  return draft.due ? 'waiting' : 'typing'
}

const saysTheSame = ({ typed, read, removed }: RowDraft, saved: SavedRow): boolean =>
  removed || sameText(typed, rowText(saved.content)) || (read.ok && sameRow(read.value, saved.content))

/** What is wrong with a row, once the person has left it. */
export function refusalsOf({ draft }: GridRow): readonly RowRefusal[] {
  if (draft === null || draft.removed || !draft.left) return []
  return draft.read.ok ? draft.refused : draft.read.error
}

/** Whether something typed is not yet safe on the server. */
export const isUnsentRow = (row: GridRow): boolean =>
  row.inFlight !== null || !['empty', 'saved'].includes(rowStatus(row))
