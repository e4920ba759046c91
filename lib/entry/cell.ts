import type { IndicatorUnit, Result } from '@/lib/values'
import {
  readContent,
  sameContent,
  type CellContent,
  type CellKind,
  type CellText,
  type ContentRefusal,
  type Source,
} from './content'
import { withSuggestion } from './suggested-source'

/** What stands in the controls of a cell. A blank figure or narrative is its own control, empty. */
export interface Typed {
  readonly state: CellContent['state']
  readonly text: string
  readonly reason: string
  readonly expectedOn: string
  /** Absent where nothing was said of it. */
  readonly source?: Source
}

/** A content as the server last told it; version 0 was never saved. */
export interface Saved {
  readonly content: CellContent
  readonly version: number
  readonly by: string | null
  /** ISO instant. */
  readonly at: string | null
}

/** What a person has changed and the server has not confirmed. */
export interface Draft {
  readonly typed: Typed
  readonly read: Result<CellContent, ContentRefusal>
  /** What the change was made from: its version decides whether somebody else was faster. */
  readonly base: Saved
  /** The person has left the cell, so that what is wrong with it is said. */
  readonly left: boolean
  /** To be sent: the person left, or paused. */
  readonly due: boolean
  /** The server's own refusal of exactly this content. */
  readonly refusal: ContentRefusal | null
  /** Somebody else's content, to choose from. */
  readonly theirs: Saved | null
  /** What went out without an answer so far. If the server has one of these, nobody else was faster. */
  readonly sent: readonly CellContent[]
}

/** One cell of a form on its way between a person and the server. Only the functions of this file change it. */
export interface EntryCell {
  readonly key: string
  readonly indicator: string
  readonly part: string
  readonly kind: CellKind
  readonly unit: IndicatorUnit
  readonly saved: Saved
  readonly draft: Draft | null
  /** What is being sent just now. */
  readonly inFlight: CellContent | null
  /** Which office supplied the figure of an earlier quarter, for a cell that names none. */
  readonly suggested?: { readonly office: string; readonly period: string }
}

/** What the server says of one cell that was sent. */
export type CellAnswer =
  | { readonly outcome: 'saved'; readonly saved: Saved }
  | { readonly outcome: 'conflict'; readonly theirs: Saved }
  | { readonly outcome: 'refused'; readonly refusal: ContentRefusal }

/** The controls that show a content. */
export function typedOf(kind: CellKind, content: CellContent): Typed {
  const empty = {
    text: '',
    reason: '',
    expectedOn: '',
    ...(content.source === undefined ? {} : { source: content.source }),
  }
  switch (content.state) {
    case 'figure':
      return { ...empty, state: 'figure', text: content.value }
    case 'narrative':
      return { ...empty, state: 'narrative', text: content.narrative }
    case 'notApplicable':
      return { ...empty, state: 'notApplicable', reason: content.reason }
    case 'notYetAvailable':
      return { ...empty, state: 'notYetAvailable', reason: content.reason, expectedOn: content.expectedOn }
    case 'blank':
      return {
        ...empty,
        state: kind === 'growth' ? 'figure' : kind === 'qualitative' ? 'narrative' : 'blank',
      }
  }
}

/** The controls as they are sent: an empty box is blank, never zero. */
export function textOf({ state, text, reason, expectedOn, source }: Typed): CellText {
  const from = source === undefined ? {} : { source }
  if ((state === 'figure' || state === 'narrative') && text.trim() === '') return { state: 'blank', ...from }
  if (state === 'figure' || state === 'narrative') return { state, text, ...from }
  if (state === 'notApplicable') return { state, reason, ...from }
  return state === 'notYetAvailable' ? { state, reason, expectedOn, ...from } : { state, ...from }
}

/** What the controls show now. */
export const shown = (cell: EntryCell): Typed => cell.draft?.typed ?? typedOf(cell.kind, cell.saved.content)

/** What the controls say, as far as it can be read; null while it cannot. */
export function known(cell: EntryCell): CellContent | null {
  if (cell.draft === null) return cell.saved.content
  return cell.draft.read.ok ? cell.draft.read.value : null
}

/** A person types. */
export function type(cell: EntryCell, given: Typed): EntryCell {
  const typed = withSuggestion(cell, given)
  const draft: Draft = {
    typed,
    read: readContent(cell.unit, cell.kind, textOf(typed)),
    base: cell.draft?.base ?? cell.saved,
    left: false,
    due: false,
    refusal: null,
    theirs: cell.draft?.theirs ?? null,
    sent: cell.draft?.sent ?? [],
  }
  return { ...cell, draft }
}

/** A person pauses: what can be read is due, what cannot is left alone, since it is not finished. */
export function pause(cell: EntryCell): EntryCell {
  return cell.draft?.read.ok === true ? { ...cell, draft: { ...cell.draft, due: true } } : cell
}

/** A person leaves the cell: what was read is shown as it was read, what could not be is said to be wrong; once more changes nothing. */
export function leave(cell: EntryCell): EntryCell {
  if (cell.draft === null) return cell
  const { read } = cell.draft
  if (cell.draft.left && cell.draft.due === read.ok && cell.draft.theirs === null) return tidy(cell)
  const typed = read.ok ? typedOf(cell.kind, read.value) : cell.draft.typed
  const draft = { ...cell.draft, typed, left: true, due: read.ok }
  return draft.theirs === null
    ? tidy({ ...cell, draft })
    : conflicting({ ...cell, draft: { ...draft, sent: [] } }, draft.theirs)
}

/** Whether there is something to send now. */
export function isSendable({ draft, inFlight, saved }: EntryCell): boolean {
  return (
    draft !== null &&
    inFlight === null &&
    draft.due &&
    draft.read.ok &&
    draft.theirs === null &&
    draft.refusal === null &&
    !sameContent(draft.read.value, saved.content)
  )
}

/** The cell is being sent as it reads now. */
export function send(cell: EntryCell): EntryCell {
  if (cell.draft?.read.ok !== true) return cell
  const { value } = cell.draft.read
  return { ...cell, inFlight: value, draft: { ...cell.draft, sent: [...cell.draft.sent.slice(-9), value] } }
}

/** Sending did not reach the server: nothing is lost, it is still due. */
export const failed = (cell: EntryCell): EntryCell => ({ ...cell, inFlight: null })

/** The server answered what was in flight; the person may have typed on meanwhile. */
export function answered(cell: EntryCell, answer: CellAnswer): EntryCell {
  const sent = cell.inFlight
  const { draft } = cell
  switch (answer.outcome) {
    case 'saved':
      return tidy({
        ...cell,
        saved: answer.saved,
        inFlight: null,
        draft: draft && { ...draft, base: answer.saved, sent: [] },
      })
    case 'conflict':
      return conflicting({ ...cell, inFlight: null }, answer.theirs)
    case 'refused': {
      const isStill = draft?.read.ok === true && sent !== null && sameContent(draft.read.value, sent)
      return { ...cell, inFlight: null, draft: isStill ? { ...draft, refusal: answer.refusal } : draft }
    }
  }
}

/** Somebody else was faster, unless theirs is what I had sent myself, or what I say now as well. */
function conflicting(cell: EntryCell, theirs: Saved): EntryCell {
  const { draft } = cell
  if (draft === null) return { ...cell, saved: theirs }
  const isMine = draft.sent.some((each) => sameContent(each, theirs.content))
  const isAgreed = draft.read.ok && sameContent(draft.read.value, theirs.content)
  if (!isMine && !isAgreed) return { ...cell, draft: { ...draft, theirs } }
  return tidy({ ...cell, saved: theirs, draft: { ...draft, base: theirs, theirs: null, sent: [] } })
}

/** In a conflict: mine is saved over theirs, knowingly; or theirs stands. */
export function choose(cell: EntryCell, whose: 'mine' | 'theirs'): EntryCell {
  const theirs = cell.draft?.theirs
  if (cell.draft == null || theirs == null) return cell
  if (whose === 'theirs') return { ...cell, saved: theirs, draft: null }
  const draft = { ...cell.draft, base: theirs, theirs: null, left: true, due: cell.draft.read.ok }
  return tidy({ ...cell, saved: theirs, draft })
}

/** A newer state of the cell came with the page: it is taken over, while what was typed stays what it was made from. */
export function renew(cell: EntryCell, saved: Saved): EntryCell {
  return saved.version > cell.saved.version ? tidy({ ...cell, saved }) : cell
}

/** What was typed says no more than what is saved: there is nothing left to do once the person is gone from it. */
function tidy(cell: EntryCell): EntryCell {
  const { draft, inFlight, saved } = cell
  const isDone =
    draft?.left === true &&
    draft.theirs === null &&
    inFlight === null &&
    draft.read.ok &&
    sameContent(draft.read.value, saved.content)
  return isDone ? { ...cell, draft: null } : cell
}

/** How a cell stands, for its mark. */
export type CellStatus = 'empty' | 'saved' | 'typing' | 'saving' | 'waiting' | 'refused' | 'conflict'

/** The status of a cell. Whether what waits is waiting for the network or for a sign-in, the form as a whole knows. */
export function statusOf({ draft, inFlight, saved }: EntryCell): CellStatus {
  if (draft?.theirs != null) return 'conflict'
  if (inFlight !== null) return 'saving'
  if (draft === null) return saved.content.state === 'blank' ? 'empty' : 'saved'
  if (draft.refusal !== null || (!draft.read.ok && draft.left)) return 'refused'
  if (draft.read.ok && sameContent(draft.read.value, saved.content)) {
    return saved.content.state === 'blank' ? 'empty' : 'saved'
  }
  return draft.due ? 'waiting' : 'typing'
}

/** Why the content of a cell is refused, once the person has left it. */
export function refusalOf({ draft }: EntryCell): ContentRefusal | null {
  if (draft === null) return null
  return draft.refusal ?? (draft.left && !draft.read.ok ? draft.read.error : null)
}

/** Whether something typed is not yet safe on the server. */
export const isUnsent = (cell: EntryCell): boolean =>
  cell.inFlight !== null || !['empty', 'saved'].includes(statusOf(cell))
