import type { RowField } from '@/lib/notice/register-columns'
import { isUnsentRow, type GridRow } from './grid-row'
import type { PastedRows } from './pasted-rows'
import type { RowText } from './row-content'
import { ROWS_AT_ONCE } from './rows-autosave'

/** What was pasted, each row with the id that it will have, so that entering it twice adds it once. */
export interface Pasted extends Omit<PastedRows, 'rows'> {
  /** The field that the first column was read as. */
  readonly start: RowField
  readonly pasted: readonly { readonly id: string; readonly typed: RowText }[]
}

export interface PasteState {
  /** A paste that a person has not entered, or not wholly. */
  readonly proposal: Pasted | null
  /** How many rows are being entered, and how many of them the server has decided on; null while none are. */
  readonly entering: { readonly done: number; readonly all: number } | null
  /** The rows that the last paste added; null when there was none. */
  readonly added: readonly string[] | null
  readonly isKept: boolean
}

/** What a paste needs of the register and of the browser. */
export interface PastePort {
  readonly rows: () => readonly GridRow[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (rows: Pasted['pasted']) => void
  readonly addedAsOne: (ids: readonly string[]) => void
  readonly newId: () => string
  /** Keeps a text under a name of this register, or forgets it. False when the browser does not let us. */
  readonly keep: (name: 'paste' | 'entering', text: string | null) => boolean
  readonly recall: (name: 'paste' | 'entering') => string | null
}

/**
 * A block that was pasted: a proposal until a person enters it, then entered a few rows at a time as the server takes them.
 * It stays in the browser until all of it is entered, so that it can be left and found again.
 */
export class RowsPaste {
  readonly #listeners = new Set<() => void>()
  #state: PasteState = { proposal: null, entering: null, added: null, isKept: true }
  #unsubscribe: (() => void) | null = null

  constructor(private readonly port: PastePort) {}

  readonly state = (): PasteState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The page is there: what was pasted before is proposed again, and what was being entered goes on. */
  open(): void {
    this.#unsubscribe = this.port.subscribe(() => {
      this.#enter()
    })
    const proposal = readPaste(this.port.recall('paste'))
    if (proposal === null) return
    this.#set({ proposal })
    if (this.port.recall('entering') !== null) this.#begin()
  }

  close(): void {
    this.#unsubscribe?.()
  }

  propose({ rows, ...read }: PastedRows, start: RowField): void {
    const pasted = rows.map((typed) => ({ id: this.port.newId(), typed }))
    const proposal: Pasted = { ...read, start, pasted }
    const isKept = this.port.keep('paste', pasted.length === 0 ? null : JSON.stringify(proposal))
    this.#set({ proposal, isKept, added: null })
  }

  commit(): void {
    const { proposal } = this.#state
    if (proposal === null) return
    this.port.keep('entering', '1')
    this.port.addedAsOne(proposal.pasted.map(({ id }) => id))
    this.#begin()
  }

  /** What is entered stays; the rest is a proposal again. */
  stop(): void {
    const { proposal } = this.#state
    if (proposal === null) return
    const known = this.#known()
    const rest = { ...proposal, pasted: proposal.pasted.filter(({ id }) => !known.has(id)) }
    this.port.keep('entering', null)
    const isKept = this.port.keep('paste', JSON.stringify(rest))
    this.#set({ proposal: rest, entering: null, isKept })
  }

  discard(): void {
    this.port.keep('paste', null)
    this.port.keep('entering', null)
    this.#set({ proposal: null, entering: null, added: null })
  }

  #begin(): void {
    this.#set({ entering: { done: 0, all: this.#state.proposal?.pasted.length ?? 0 } })
    this.#enter()
  }

  /** Enters the next rows once the server has taken those before. */
  #enter(): void {
    const { proposal, entering } = this.#state
    if (proposal === null || entering === null) return
    const rows = new Map(this.port.rows().map((row) => [row.id, row]))
    const waiting = proposal.pasted.filter(({ id }) => {
      const row = rows.get(id)
      return row !== undefined && isWaiting(row)
    }).length
    const next = proposal.pasted.filter(({ id }) => !rows.has(id))
    const done = proposal.pasted.length - next.length - waiting
    if (next.length === 0 && waiting === 0) {
      this.discard()
      this.#set({ added: proposal.pasted.map(({ id }) => id) })
      return
    }
    if (done !== entering.done) this.#set({ entering: { ...entering, done } })
    if (waiting < ROWS_AT_ONCE / 2 && next.length > 0) this.port.add(next.slice(0, ROWS_AT_ONCE))
  }

  #known(): ReadonlySet<string> {
    return new Set(this.port.rows().map(({ id }) => id))
  }

  #set(change: Partial<PasteState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** Whether the server has not decided on a row; one that is wrong waits for the person, not for the server. */
const isWaiting = (row: GridRow): boolean =>
  row.inFlight !== null || (isUnsentRow(row) && row.draft?.read.ok === true && row.draft.refused.length === 0)

function readPaste(text: string | null): Pasted | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null && 'pasted' in value && Array.isArray(value.pasted)
      ? (value as Pasted)
      : null
  } catch {
    return null
  }
}
