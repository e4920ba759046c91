import { lastSave, type Edit, type SendAnswer } from './answer'
import {
  answered,
  choose,
  failed,
  isSendable,
  isUnsent,
  leave,
  pause,
  renew,
  send,
  textOf,
  type,
  type EntryCell,
  type Typed,
} from './cell'
import { Fills, type Change } from './fills'
import type { FormState, PageReport, Port } from './form-state'
import { FormStore } from './form-store'
import { takeUp } from './take-up'
import { Retry } from './retry'

/** So long after the last key what was typed is sent, although the person is still in the cell. */
export const PAUSE = 1500

/**
 * Sends what is typed, a cell at a time, and never loses it: every change is kept in the browser until the server has
 * confirmed it. One request is under way at a time; what is typed meanwhile goes with the next. It saves and never submits.
 */
export class Autosave {
  readonly #port: Port
  readonly #store: FormStore
  readonly #pauses = new Map<string, () => void>()
  readonly #retry: Retry
  readonly #fills: Fills
  #flight: Promise<void> | null = null
  #isStarted = false
  #isFillLatest = false

  constructor(cells: readonly EntryCell[], { version, ...counts }: PageReport, port: Port) {
    this.#port = port
    this.#retry = new Retry(port.after)
    this.#store = new FormStore(cells, counts, version, port.keep)
    this.#fills = new Fills((keys) => this.#store.look(keys))
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener)

  readonly state = (): FormState => this.#store.state

  /** The page is there: takes up what was kept in the browser, and sends it. */
  start(): void {
    this.#isStarted = true
    const { cells, stranded, done } = takeUp(
      this.#store.state.cells,
      this.#port.recall(),
      this.#store.version,
    )
    this.#store.put(cells)
    for (const key of done) this.#port.keep(key, null)
    this.#store.strand(stranded)
    this.retry()
  }

  /** The page goes away; what is kept stays, and is sent as far as there is time. */
  stop(): void {
    for (const key of this.#pauses.keys()) this.leave(key)
    this.#isStarted = false
    this.#retry.callOff()
  }

  /**
   * The page brought newer states of cells. A draft is stranded if its cell is no longer asked for here, or if another
   * version of the report is in hand.
   */
  renew(fresh: readonly EntryCell[], { version, ...counts }: PageReport): void {
    const { cells } = this.#store.state
    const isNext = version !== this.#store.version
    const keys = new Set(fresh.map(({ key }) => key))
    // A page that was made before the last save arrived after it: its cells are passed over, and so is what it counted.
    const isPassed = fresh.some(({ key, saved }) => saved.version < (cells.get(key)?.saved.version ?? 0))
    const left = [...cells.values()].filter((cell) => (isNext || !keys.has(cell.key)) && isUnsent(cell))
    this.#store.version = version
    this.#store.put(fresh.map((cell) => (isNext ? cell : renew(cells.get(cell.key) ?? cell, cell.saved))))
    this.#store.set({
      ...(isPassed && !isNext ? {} : counts),
      cells: new Map([...this.#store.state.cells].filter(([key]) => keys.has(key))),
      connection: this.#store.state.connection === 'offline' ? 'offline' : 'fine',
      closed: null,
    })
    this.#store.strand(
      new Map(left.flatMap(({ key, draft }) => (draft ? [[key, { ...draft, report: null }] as const] : []))),
    )
  }

  type(key: string, typed: Typed): void {
    this.#isFillLatest = false
    this.#store.change(key, (cell) => type(cell, typed))
    this.#pauses.get(key)?.()
    const paused = this.#port.after(PAUSE, () => {
      this.#pauses.delete(key)
      this.#store.change(key, pause)
      this.#sendSoon()
    })
    this.#pauses.set(key, paused)
  }

  leave(key: string): void {
    this.#pauses.get(key)?.()
    this.#pauses.delete(key)
    this.#store.change(key, leave)
    this.#sendSoon()
  }

  choose(key: string, whose: 'mine' | 'theirs'): void {
    this.#store.change(key, (cell) => choose(cell, whose))
    this.#sendSoon()
  }

  /** Fills several cells in one go, as a paste does: one undoing takes all of it back. */
  fill(changes: readonly Change[]): void {
    this.#fills.record(
      changes.map(({ key }) => key),
      () => {
        this.#fill(changes)
      },
    )
    this.#isFillLatest = true
    this.#store.set({})
  }

  /** How many cells `undo` would take back. */
  undoable(): number {
    return this.#fills.undoable
  }

  /** Takes the last fill back as a whole. False when there is none, or it was typed over. */
  undo(): boolean {
    this.#isFillLatest = false
    const before = this.#fills.takeBack()
    this.#fill(before)
    return before.length > 0
  }

  /** The same for Ctrl+Z: only if the fill was the last thing done, else the key belongs to the box. */
  undoLatest(): boolean {
    return this.#isFillLatest && this.undo()
  }

  /** A stranded draft is given up by the person. */
  discard(key: string): void {
    this.#store.release([key])
  }

  /** Stranded drafts are filled in by the person, as one fill, where their cells can be edited. */
  fillStranded(keys: readonly string[]): void {
    const open = keys.filter((key) => this.#store.state.cells.has(key))
    if (open.length > 0) this.fill(this.#store.release(open))
  }

  /** Tries again now: the network is back, or the person came back to this page. */
  readonly retry = (): void => {
    this.#retry.callOff()
    this.#sendSoon(true)
  }

  /** Sends what can be sent, and waits for it. Resolves to the cells that are still not on the server. */
  async flush(): Promise<readonly EntryCell[]> {
    for (const cell of this.#store.state.cells.values()) if (cell.draft !== null) this.leave(cell.key)
    for (let round = 0; round < 3 && (this.#flight !== null || this.#sendable().length > 0); round++) {
      this.retry()
      await this.#flight
      if (this.#store.state.connection !== 'fine') break
    }
    return this.unsent()
  }

  unsent(): readonly EntryCell[] {
    return [...this.#store.state.cells.values()].filter(isUnsent)
  }

  #fill(changes: readonly Change[]): void {
    this.#store.put(
      changes.flatMap(({ key, typed }): EntryCell[] => {
        const cell = this.#store.state.cells.get(key)
        return cell === undefined ? [] : [leave(type(cell, typed))]
      }),
    )
    this.#sendSoon()
  }

  #sendable(): readonly EntryCell[] {
    return [...this.#store.state.cells.values()].filter(isSendable)
  }

  #sendSoon(again = false): void {
    const { connection } = this.#store.state
    if (!this.#isStarted || this.#flight !== null || this.#retry.isSet || connection === 'closed') return
    // Asking again and again with somebody else's session would only fill the audit trail.
    if ((connection === 'otherAccount' && !again) || this.#sendable().length === 0) return
    this.#flight = this.#send().finally(() => {
      this.#flight = null
      this.#sendSoon()
    })
  }

  async #send(): Promise<void> {
    const sending = this.#sendable().map(send)
    this.#store.put(sending)
    const edits = sending.flatMap(({ indicator, part, draft }): Edit[] =>
      draft === null ? [] : [{ indicator, part, baseVersion: draft.base.version, ...textOf(draft.typed) }],
    )
    const answer = await this.#port.send(edits, this.#store.version)
    const sent = sending.flatMap(({ key }) => this.#store.state.cells.get(key) ?? [])
    if (answer.kind !== 'answered') {
      this.#store.put(sent.map(failed))
      this.#interrupted(answer)
      return
    }
    this.#retry.worked()
    this.#store.put(
      sent.map((cell) => {
        const one = answer.cells.get(cell.key)
        return one === undefined ? failed(cell) : answered(cell, one)
      }),
    )
    this.#store.set({
      connection: 'fine',
      asked: answer.asked,
      answered: answer.answered,
      savedAt: lastSave(answer.cells) ?? this.#store.state.savedAt,
    })
    // An answer that does not name a cell must not be asked for again at once, for ever.
    if (sent.some((cell) => !answer.cells.has(cell.key))) this.#retryLater()
  }

  #interrupted(answer: Exclude<SendAnswer, { kind: 'answered' }>): void {
    this.#store.set({ connection: answer.kind, closed: answer.kind === 'closed' ? answer.refusal : null })
    if (answer.kind === 'offline' || answer.kind === 'signedOut') this.#retryLater()
  }

  #retryLater(): void {
    if (!this.#isStarted) return
    this.#retry.later(() => {
      this.#sendSoon()
    })
  }
}
