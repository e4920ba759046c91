import type { RefusalNote } from '@/lib/values'
import { isEmptyRow, isGone, isTakenOut, newRow, type GridRow } from './grid-row'
import { keptOf, type KeptRow } from './kept-rows'
import type { RowRules } from './row-content'
import type { RowsAnswer, SentEdit } from './rows-answer'
import { TallyOfRows, type RowsTally } from './rows-tally'

/** What autosave needs of the world, so that tests can play it: the wire, the store of the browser, the clock, ids. */
export interface RowsPort<Told> {
  /** Never rejects: whatever goes wrong on the way is `offline`. */
  readonly send: (edits: readonly SentEdit[]) => Promise<RowsAnswer<Told>>
  /** Keeps a row that is not saved, or forgets it. False when the browser does not let us. */
  readonly keep: (id: string, row: KeptRow | null) => boolean
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
  /** Those that are taken out; the same array as long as nothing of them changes. */
  readonly out: readonly GridRow[]
  readonly tally: RowsTally
  readonly connection: RowsConnection
  /** Why nothing more can be saved. */
  readonly closed: RefusalNote | null
  readonly told: Told
  /** Whether what is not saved can be kept in this browser. */
  readonly isKept: boolean
}

/** The state of a register: who looks at it is told of every change, and what is not saved is kept in the browser before that. */
export class RowsStore<Told> {
  readonly #listeners = new Set<() => void>()
  readonly #tally: TallyOfRows
  #state: RowsState<Told>
  /** Where each row stands, once somebody asked; of no use when rows come, go or change places. */
  #places: ReadonlyMap<string, number> | null = null
  /** The page is there: until then nothing is kept, and there is no row to type into. */
  isOpen = false

  constructor(
    rows: readonly GridRow[],
    told: Told,
    private readonly rules: RowRules,
    private readonly port: RowsPort<Told>,
  ) {
    this.#tally = new TallyOfRows(rules.columns)
    const [out, tally] = [rows.filter(isTakenOut), this.#tally.count(rows, false)]
    this.#state = { rows, out, tally, connection: 'fine', closed: null, told, isKept: true }
  }

  get state(): RowsState<Told> {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  row(id: string): GridRow | undefined {
    return this.#state.rows[this.#placeOf(id)]
  }

  change(ids: readonly string[], change: (row: GridRow) => GridRow): void {
    const rows = [...this.#state.rows]
    const places: number[] = []
    for (const id of ids) {
      const place = this.#placeOf(id)
      const row = rows[place]
      if (row === undefined) continue
      const changed = change(row)
      if (changed !== row) {
        rows[place] = changed
        places.push(place)
      }
    }
    // Whoever only looks at rows draws nothing anew.
    if (places.length === 0) return
    // A row that is empty now may go, or another be needed; else of thousands only those that changed are looked at.
    if (places.some((place) => this.#mayMove(rows, place))) this.put(rows)
    else this.#keepInPlace(rows, places)
  }

  #mayMove(rows: readonly GridRow[], place: number): boolean {
    const [row, was] = [rows[place], this.#state.rows[place]]
    return row === undefined || was === undefined || isEmptyRow(row) || isEmptyRow(was)
  }

  #keepInPlace(rows: readonly GridRow[], places: readonly number[]): void {
    const was = this.#state
    const unkept = places.filter((place) => {
      const row = rows[place]
      return this.isOpen && row !== undefined && !this.#keepRow(was.rows[place], row)
    })
    const isKept = this.isOpen ? unkept.length === 0 : was.isKept
    const isOut = places.some((place) => [rows[place], was.rows[place]].some((row) => row && isTakenOut(row)))
    const tally = this.#tally.countAt(rows, places)
    this.#state = { ...was, rows, out: isOut ? this.#outOf(rows) : was.out, tally, isKept }
    for (const listener of this.#listeners) listener()
  }

  #placeOf(id: string): number {
    this.#places ??= new Map(this.#state.rows.map((row, i) => [row.id, i]))
    return this.#places.get(id) ?? -1
  }

  put(changed: readonly GridRow[], rest: Partial<RowsState<Told>> = {}): void {
    const rows = changed.filter((row) => !(isGone(row) && isEmptyRow(row)))
    const last = rows.at(-1)
    const needsRow = this.isOpen && (last === undefined || !isEmptyRow(last))
    const shown = needsRow ? [...rows, newRow(this.port.newId(), this.rules)] : rows
    const was = this.#state.rows
    // Mostly one row changes, and all are in their places.
    const isInPlace = shown.length === was.length && shown.every((row, i) => row.id === was[i]?.id)
    if (!isInPlace) this.#places = null
    const isKept = this.isOpen ? this.#keep(shown, isInPlace) : this.#state.isKept
    const [out, tally] = [this.#outOf(shown), this.#tally.count(shown, isInPlace)]
    this.#state = { ...this.#state, ...rest, rows: shown, out, tally, isKept }
    for (const listener of this.#listeners) listener()
  }

  #outOf(rows: readonly GridRow[]): readonly GridRow[] {
    const { out } = this.#state
    const now = rows.filter(isTakenOut)
    return now.length === out.length && now.every((row, i) => row === out[i]) ? out : now
  }

  /** Keeps what changed in the browser; a register of thousands of rows is not written anew for one of them. */
  #keep(rows: readonly GridRow[], isInPlace: boolean): boolean {
    const was = this.#state.rows
    if (isInPlace) {
      return rows.filter((row, i) => !this.#keepRow(was[i], row)).length === 0
    }
    const before = new Map(was.map((row) => [row.id, row]))
    const now = new Set(rows.map(({ id }) => id))
    const gone = was.filter((row) => !now.has(row.id) && keptOf(row) !== null)
    return (
      rows.filter((row) => !this.#keepRow(before.get(row.id), row)).length === 0 &&
      gone.filter(({ id }) => !this.port.keep(id, null)).length === 0
    )
  }

  #keepRow(was: GridRow | undefined, row: GridRow): boolean {
    if (was === row) return true
    const [kept, before] = [keptOf(row), was === undefined ? null : keptOf(was)]
    const isSame =
      kept?.typed === before?.typed && kept?.version === before?.version && kept?.removed === before?.removed
    return isSame || this.port.keep(row.id, kept)
  }
}
