import type { Typed } from './cell'

/** What a fill puts into one cell. */
export interface Change {
  readonly key: string
  readonly typed: Typed
}

interface Fill {
  readonly before: readonly Change[]
  readonly after: readonly Change[]
}

type Look = (keys: readonly string[]) => readonly Change[]

/** Fills of several cells, each to be taken back as a whole as long as none of its cells was typed over. */
export class Fills {
  readonly #done: Fill[] = []

  constructor(private readonly look: Look) {}

  /** Runs a fill and remembers what stood there before. */
  record(keys: readonly string[], fill: () => void): void {
    const before = this.look(keys)
    fill()
    this.#done.push({ before, after: this.look(keys) })
  }

  /** How many cells taking the last fill back would change. */
  get undoable(): number {
    const after = this.#done.at(-1)?.after ?? []
    const now = this.look(after.map(({ key }) => key))
    return JSON.stringify(now) === JSON.stringify(after) ? now.length : 0
  }

  /** What to put back; nothing when there is no fill, or it was typed over. */
  takeBack(): readonly Change[] {
    return this.undoable > 0 ? (this.#done.pop()?.before ?? []) : []
  }
}
