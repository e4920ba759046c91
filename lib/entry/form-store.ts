import { shown, statusOf, type EntryCell } from './cell'
import type { Change } from './fills'
import type { Counts, FormState, Port } from './form-state'
import type { Kept } from './kept'

/** The state of a form: who looks at it is told of every change, and drafts are kept in the browser before that. */
export class FormStore {
  #state: FormState
  readonly #listeners = new Set<() => void>()

  constructor(
    cells: readonly EntryCell[],
    counts: Counts,
    /** The version of the report that is being filled in. */
    public version: number,
    private readonly keep: Port['keep'],
  ) {
    this.#state = {
      cells: new Map(cells.map((cell) => [cell.key, cell])),
      connection: 'fine',
      closed: null,
      isKept: true,
      stranded: new Map(),
      savedAt: null,
      ...counts,
    }
  }

  get state(): FormState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<FormState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  change(key: string, change: (cell: EntryCell) => EntryCell): void {
    const cell = this.#state.cells.get(key)
    if (cell !== undefined) this.put([change(cell)])
  }

  /** Takes changed cells over. */
  put(changed: readonly EntryCell[]): void {
    const fresh = changed.filter((cell) => this.#state.cells.get(cell.key) !== cell)
    if (fresh.length === 0) return
    const cells = new Map(this.#state.cells)
    let { isKept } = this.#state
    for (const cell of fresh) {
      const before = cells.get(cell.key)
      cells.set(cell.key, cell)
      if (before?.draft !== cell.draft) isKept = this.keep(cell.key, this.#unsafePart(cell))
    }
    this.set({ cells, isKept })
  }

  /** Takes over drafts that nobody but the person sends: shown as proposals once, they stay so after the report opens again. */
  strand(drafts: ReadonlyMap<string, Kept>): void {
    const stranded = new Map(this.#state.stranded)
    for (const [key, draft] of drafts) {
      stranded.set(key, { ...draft, report: null })
      this.keep(key, { ...draft, report: null })
    }
    this.set({ stranded })
  }

  /** Gives stranded drafts up, and says what they would fill in. */
  release(keys: readonly string[]): readonly Change[] {
    const { stranded } = this.#state
    const released = keys.flatMap((key): Change[] => {
      const draft = stranded.get(key)
      return draft === undefined ? [] : [{ key, typed: draft.typed }]
    })
    for (const { key } of released) this.keep(key, null)
    this.set({ stranded: new Map([...stranded].filter(([key]) => !keys.includes(key))) })
    return released
  }

  /** The draft of a cell, unless it says just what the server has. */
  #unsafePart(cell: EntryCell): Kept | null {
    const isSafe = ['empty', 'saved'].includes(statusOf({ ...cell, inFlight: null }))
    return isSafe || cell.draft === null ? null : { ...cell.draft, report: this.version }
  }

  /** What stands in the controls of these cells. */
  look(keys: readonly string[]): readonly Change[] {
    return keys.flatMap((key): Change[] => {
      const cell = this.#state.cells.get(key)
      return cell === undefined ? [] : [{ key, typed: shown(cell) }]
    })
  }
}
