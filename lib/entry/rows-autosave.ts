import type { RowField } from '@/lib/notice/register-columns'
import {
  chooseRow,
  isEmptyRow,
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
  shownText,
  typeInto,
  type GridRow,
  type SavedRow,
} from './grid-row'
import { keptOf, mergeKept, type KeptRow } from './kept-rows'
import { Retry } from './retry'
import type { RowRules, RowText } from './row-content'
import { editOf } from './rows-answer'
import { RowsPast, type Step } from './rows-past'
import { RowsStore, type RowsPort, type RowsState } from './rows-store'

/** A row as it came with the page. */
export interface PageRow {
  readonly id: string
  readonly saved: SavedRow
}

/** So long after the last key a row that can be read is sent, although the person is still in it. */
const ROW_PAUSE = 2000
/** So many rows go in one request. */
export const ROWS_AT_ONCE = 200

/**
 * Sends rows as they are left, and never loses one: every change is kept in the browser until the server has confirmed
 * it. One request is under way at a time. It saves and never submits.
 */
export class RowsAutosave<Told> {
  readonly #store: RowsStore<Told>
  readonly #retry: Retry
  readonly #pauses = new Map<string, () => void>()
  readonly #past = new RowsPast()
  #isSending = false

  constructor(
    rows: readonly PageRow[],
    told: Told,
    private readonly rules: RowRules,
    private readonly port: RowsPort<Told>,
  ) {
    this.#retry = new Retry(port.after)
    this.#store = new RowsStore(
      rows.map(({ id, saved }) => savedRow(id, saved)),
      told,
      rules,
      port,
    )
  }

  readonly state = (): RowsState<Told> => this.#store.state

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener)

  /** The page is there: takes up what was kept in the browser, and sends it. */
  start(): void {
    this.#store.isOpen = true
    this.fillKept(this.port.recall())
  }

  /** Fills in rows that the browser kept, and sends them. */
  fillKept(kept: readonly KeptRow[]): void {
    this.#store.put(mergeKept(this.#store.state.rows, kept, this.rules))
    // Of some nothing is left to be done.
    const rows = new Map(this.#store.state.rows.map((row) => [row.id, row]))
    for (const { id } of kept) {
      const row = rows.get(id)
      if (row === undefined || keptOf(row) === null) this.port.keep(id, null)
    }
    this.retry()
  }

  /** The page goes away; what is kept stays. */
  stop(): void {
    this.leaveAll()
    this.#store.isOpen = false
    this.#retry.callOff()
    for (const callOff of this.#pauses.values()) callOff()
    this.#pauses.clear()
  }

  /** The page brought newer states of rows, and rows of colleagues. */
  renew(fresh: readonly PageRow[], told: Told): void {
    const saved = new Map(fresh.map((row) => [row.id, row.saved]))
    const known = new Set(this.#store.state.rows.map(({ id }) => id))
    const rows = this.#store.state.rows.map((row) => {
      const newer = saved.get(row.id)
      return newer === undefined ? row : renewRow(row, newer)
    })
    const added = fresh.filter(({ id }) => !known.has(id)).map(({ id, saved: row }) => savedRow(id, row))
    // The page says whether the register can be edited now; what was held back may be sent again.
    const again =
      this.#store.state.connection === 'closed' ? ({ connection: 'fine', closed: null } as const) : {}
    this.#store.put([...rows.filter((row) => !isEmptyRow(row)), ...added, ...rows.filter(isEmptyRow)], {
      told,
      ...again,
    })
    this.#sendSoon()
  }

  type(id: string, field: RowField, text: string): void {
    const row = this.#store.row(id)
    if (row === undefined) return
    this.#past.typing(id, field, shownText(row)[field])
    this.#store.change([id], (each) => typeInto(each, this.rules, field, text))
    this.#pauses.get(id)?.()
    const paused = this.port.after(ROW_PAUSE, () => {
      this.#pauses.delete(id)
      this.#store.change([id], pauseRow)
      this.#sendSoon()
    })
    this.#pauses.set(id, paused)
  }

  /** A person leaves a cell: what is typed there later is taken back by itself. */
  settle(): void {
    this.#past.settle()
  }

  leave(id: string): void {
    this.#leave([id])
  }

  leaveAll(): void {
    this.#leave(this.#store.state.rows.filter(({ draft }) => draft !== null).map(({ id }) => id))
  }

  takeOut(ids: readonly string[]): void {
    this.#past.add({ kind: 'out', ids })
    this.#setOut(ids, true)
  }

  putBack(id: string): void {
    this.#setOut([id], false)
  }

  /** Adds rows, as a paste does; those whose ids are known are there already. */
  add(rows: readonly { readonly id: string; readonly typed: RowText }[]): void {
    const known = new Set(this.#store.state.rows.map(({ id }) => id))
    const added = rows
      .filter(({ id }) => !known.has(id))
      .map(({ id, typed }) => leaveRow(newRow(id, this.rules, typed)))
    const { rows: all } = this.#store.state
    this.#store.put([...all.filter((row) => !isEmptyRow(row)), ...added, ...all.filter(isEmptyRow)])
    this.#sendSoon()
  }

  /** From now on these rows are one step: a paste, whether or not all of it has been added yet. */
  addedAsOne(ids: readonly string[]): void {
    this.#past.add({ kind: 'added', ids })
  }

  /** Takes the last thing that a person did here back; a paste as a whole. What it was, or null when there is nothing left. */
  undo(): Step | null {
    const step = this.#past.takeLast((id, field) => {
      const row = this.#store.row(id)
      return row === undefined ? null : shownText(row)[field]
    })
    if (step === null) return null
    if (step.kind === 'cell') {
      this.#store.change([step.id], (row) => typeInto(row, this.rules, step.field, step.before))
      this.#leave([step.id])
      const row = this.#store.row(step.id)
      const isBlank = row !== undefined && Object.values(shownText(row)).every((text) => text === '')
      if (isBlank && row.saved !== null) this.#setOut([step.id], true)
    } else this.#setOut(step.ids, step.kind === 'added')
    return step
  }

  choose(id: string, whose: 'mine' | 'theirs'): void {
    this.#store.change([id], (row) => chooseRow(row, whose))
    this.#sendSoon()
  }

  /** Tries again now: the network is back, or the person came back to this page. */
  readonly retry = (): void => {
    this.#retry.callOff()
    if (this.#store.state.connection === 'otherAccount')
      this.#store.put(this.#store.state.rows, { connection: 'fine' })
    this.#sendSoon()
  }

  #leave(ids: readonly string[]): void {
    for (const id of ids) {
      this.#pauses.get(id)?.()
      this.#pauses.delete(id)
    }
    this.#past.settle()
    this.#store.change(ids, leaveRow)
    this.#sendSoon()
  }

  #setOut(ids: readonly string[], isOut: boolean): void {
    this.#store.change(ids, (row) => setTakenOut(row, this.rules, isOut))
    this.#sendSoon()
  }

  #sendSoon(): void {
    const { connection } = this.#store.state
    if (!this.#store.isOpen || this.#isSending || this.#retry.isSet) return
    // Asking again and again with somebody else's session, or of a closed report, would only fill the audit trail.
    if (connection === 'closed' || connection === 'otherAccount') return
    const due = this.#store.state.rows.filter(isSendable).slice(0, ROWS_AT_ONCE)
    if (due.length === 0) return
    this.#isSending = true
    void this.#send(due.map(sendRow)).finally(() => {
      this.#isSending = false
      this.#sendSoon()
    })
  }

  async #send(sending: readonly GridRow[]): Promise<void> {
    const byId = new Map(sending.map((row) => [row.id, row]))
    this.#store.put(this.#store.state.rows.map((row) => byId.get(row.id) ?? row))
    const answer = await this.port.send(sending.flatMap((row) => editOf(row) ?? []))
    if (answer.kind !== 'answered') {
      const rows = this.#store.state.rows.map((row) => (byId.has(row.id) ? sendingFailed(row) : row))
      this.#store.put(rows, {
        connection: answer.kind,
        closed: answer.kind === 'closed' ? answer.refusal : null,
      })
      if (this.#store.isOpen && (answer.kind === 'offline' || answer.kind === 'signedOut')) {
        this.#retry.later(() => {
          this.#sendSoon()
        })
      }
      return
    }
    this.#retry.worked()
    const answers = new Map(sending.map((row, i) => [row.id, answer.rows[i]]))
    const rows = this.#store.state.rows.map((row) => {
      const one = answers.get(row.id)
      return one === undefined ? row : rowAnswered(row, one)
    })
    this.#store.put(rows, { connection: 'fine', closed: null, told: answer.told })
  }
}
