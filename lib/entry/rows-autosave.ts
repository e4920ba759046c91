import type { RowField } from '@/lib/notice/register-columns'
import type { RefusalNote } from '@/lib/values'
import {
  chooseRow,
  isEmptyRow,
  isGone,
  isSendable,
  leaveRow,
  newRow,
  pauseRow,
  renewRow,
  rowAnswered,
  savedRow,
  sendingFailed,
  sendRow,
  setTakenOut,
  typeInto,
  type GridRow,
  type SavedRow,
} from './grid-row'
import { mergeKept, rowsToKeep, type KeptRow } from './kept-rows'
import { Retry } from './retry'
import { rowText, type RowRules, type RowText } from './row-content'
import type { RowsAnswer, SentEdit } from './rows-answer'

/** What autosave needs of the world, so that tests can play it: the wire, the store of the browser, the clock, ids. */
export interface RowsPort<Told> {
  /** Never rejects: whatever goes wrong on the way is `offline`. */
  readonly send: (edits: readonly SentEdit[]) => Promise<RowsAnswer<Told>>
  /** Keeps what is not saved. False when the browser does not let us. */
  readonly keep: (rows: readonly KeptRow[]) => boolean
  readonly recall: () => readonly KeptRow[]
  /** Does something later; the function it returns calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void
  readonly newId: () => string
}

export type RowsConnection = 'fine' | Exclude<RowsAnswer<unknown>['kind'], 'answered'>

/** A register as a person has it before them. A new object whenever something of it changes. */
export interface RowsState<Told> {
  /** In the order of entry; the last one is empty, to type into. */
  readonly rows: readonly GridRow[]
  readonly connection: RowsConnection
  /** Why nothing more can be saved. */
  readonly closed: RefusalNote | null
  readonly told: Told
  /** Whether what is not saved can be kept in this browser. */
  readonly isKept: boolean
}

/** A row as it came with the page. */
export interface PageRow {
  readonly id: string
  readonly saved: SavedRow
}

/** So long after the last key a row that can be read is sent, although the person is still in it. */
const ROW_PAUSE = 2000
const ROWS_AT_ONCE = 100 // in one request

/**
 * Sends rows as they are left, and never loses one: every change is kept in the browser until the server has confirmed
 * it. One request is under way at a time. It saves and never submits.
 */
export class RowsAutosave<Told> {
  readonly #listeners = new Set<() => void>()
  readonly #retry: Retry
  readonly #pauses = new Map<string, () => void>()
  #state: RowsState<Told>
  #isSending = false
  #isStarted = false

  constructor(
    rows: readonly PageRow[],
    told: Told,
    private readonly rules: RowRules,
    private readonly port: RowsPort<Told>,
  ) {
    this.#retry = new Retry(port.after)
    this.#state = {
      rows: rows.map(({ id, saved }) => savedRow(id, saved)),
      connection: 'fine',
      closed: null,
      told,
      isKept: true,
    }
  }

  readonly state = (): RowsState<Told> => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The page is there: takes up what was kept in the browser, and sends it. */
  start(): void {
    this.#isStarted = true
    this.fillKept(this.port.recall())
  }

  /** Fills in rows that the browser kept, and sends them. */
  fillKept(kept: readonly KeptRow[]): void {
    this.#put(mergeKept(this.#state.rows, kept, this.rules))
    this.retry()
  }

  /** The page goes away; what is kept stays. */
  stop(): void {
    this.leaveAll()
    this.#isStarted = false
    this.#retry.callOff()
    for (const callOff of this.#pauses.values()) callOff()
    this.#pauses.clear()
  }

  /** The page brought newer states of rows, and rows of colleagues. */
  renew(fresh: readonly PageRow[], told: Told): void {
    const saved = new Map(fresh.map((row) => [row.id, row.saved]))
    const known = new Set(this.#state.rows.map(({ id }) => id))
    const rows = this.#state.rows.map((row) => {
      const newer = saved.get(row.id)
      return newer === undefined ? row : renewRow(row, newer)
    })
    const added = fresh.filter(({ id }) => !known.has(id)).map(({ id, saved: row }) => savedRow(id, row))
    const isLast = (row: GridRow) => isEmptyRow(row)
    // The page says whether the register can be edited now; what was held back may be sent again.
    const again = this.#state.connection === 'closed' ? ({ connection: 'fine', closed: null } as const) : {}
    this.#put([...rows.filter((row) => !isLast(row)), ...added, ...rows.filter(isLast)], { told, ...again })
    this.#sendSoon()
  }

  type(id: string, field: RowField, text: string): void {
    this.#change(id, (row) => typeInto(row, this.rules, field, text))
    this.#pauses.get(id)?.()
    const paused = this.port.after(ROW_PAUSE, () => {
      this.#pauses.delete(id)
      this.#change(id, pauseRow)
      this.#sendSoon()
    })
    this.#pauses.set(id, paused)
  }

  leave(id: string): void {
    this.#pauses.get(id)?.()
    this.#pauses.delete(id)
    this.#change(id, leaveRow)
    this.#sendSoon()
  }

  leaveAll(): void {
    for (const { id, draft } of this.#state.rows) if (draft !== null) this.leave(id)
  }

  takeOut(id: string): void {
    this.#change(id, (row) => setTakenOut(row, this.rules, true))
    this.#sendSoon()
  }

  putBack(id: string): void {
    this.#change(id, (row) => setTakenOut(row, this.rules, false))
    this.#sendSoon()
  }

  /** Adds rows, as a paste does. Returns their ids. */
  add(texts: readonly RowText[]): readonly string[] {
    const added = texts.map((typed) => leaveRow(newRow(this.port.newId(), this.rules, typed)))
    const { rows } = this.#state
    this.#put([...rows.filter((row) => !isEmptyRow(row)), ...added, ...rows.filter(isEmptyRow)])
    this.#sendSoon()
    return added.map(({ id }) => id)
  }

  choose(id: string, whose: 'mine' | 'theirs'): void {
    this.#change(id, (row) => chooseRow(row, whose))
    this.#sendSoon()
  }

  /** Tries again now: the network is back, or the person came back to this page. */
  readonly retry = (): void => {
    this.#retry.callOff()
    if (this.#state.connection === 'otherAccount') this.#put(this.#state.rows, { connection: 'fine' })
    this.#sendSoon()
  }

  #change(id: string, change: (row: GridRow) => GridRow): void {
    this.#put(this.#state.rows.map((row) => (row.id === id ? change(row) : row)))
  }

  #put(changed: readonly GridRow[], rest: Partial<RowsState<Told>> = {}): void {
    const rows = changed.filter((row) => !(isGone(row) && isEmptyRow(row)))
    const last = rows.at(-1)
    const needsRow = this.#isStarted && (last === undefined || !isEmptyRow(last))
    const shown = needsRow ? [...rows, newRow(this.port.newId(), this.rules)] : rows
    const isKept = this.#isStarted ? this.port.keep(rowsToKeep(shown)) : this.#state.isKept
    this.#state = { ...this.#state, ...rest, rows: shown, isKept }
    for (const listener of this.#listeners) listener()
  }

  #sendSoon(): void {
    const { connection } = this.#state
    if (!this.#isStarted || this.#isSending || this.#retry.isSet) return
    // Asking again and again with somebody else's session, or of a closed report, would only fill the audit trail.
    if (connection === 'closed' || connection === 'otherAccount') return
    const due = this.#state.rows.filter(isSendable).slice(0, ROWS_AT_ONCE)
    if (due.length === 0) return
    this.#isSending = true
    void this.#send(due.map(sendRow)).finally(() => {
      this.#isSending = false
      this.#sendSoon()
    })
  }

  async #send(sending: readonly GridRow[]): Promise<void> {
    const byId = new Map(sending.map((row) => [row.id, row]))
    this.#put(this.#state.rows.map((row) => byId.get(row.id) ?? row))
    const answer = await this.port.send(sending.flatMap((row) => editOf(row) ?? []))
    if (answer.kind !== 'answered') {
      const rows = this.#state.rows.map((row) => (byId.has(row.id) ? sendingFailed(row) : row))
      this.#put(rows, {
        connection: answer.kind,
        closed: answer.kind === 'closed' ? answer.refusal : null,
      })
      if (this.#isStarted && (answer.kind === 'offline' || answer.kind === 'signedOut')) {
        this.#retry.later(() => {
          this.#sendSoon()
        })
      }
      return
    }
    this.#retry.worked()
    const answers = new Map(sending.map((row, i) => [row.id, answer.rows[i]]))
    const rows = this.#state.rows.map((row) => {
      const one = answers.get(row.id)
      return one === undefined ? row : rowAnswered(row, one)
    })
    this.#put(rows, { connection: 'fine', closed: null, told: answer.told })
  }
}

function editOf({ id, draft, inFlight }: GridRow): SentEdit | null {
  if (draft === null || inFlight === null) return null
  return {
    id,
    baseVersion: draft.base?.version ?? 0,
    removed: inFlight.removed,
    ...rowText(inFlight.content),
  }
}
