/**
 * Under which keys rows are drawn. As long as the person stays in a row each row keeps its key, so that the focus stays where it is.
 * When the person goes far, the rows there take the keys of those that stood in their places: a browser writes other texts into
 * what is there instead of making it anew.
 */
export class RowSlots {
  #keys: ReadonlyMap<string, number> = new Map()
  #here: string | null = null
  #next = 0

  /** The key of each row; asked again for the same rows it says the same. */
  keysOf(ids: readonly string[], here: string | null): ReadonlyMap<string, number> {
    const known = this.#keys
    const isGoing = here !== this.#here && ids.some((id) => !known.has(id))
    const inPlace = isGoing ? [...known.values()] : []
    this.#keys = new Map(
      ids.map((id, i) => [id, (isGoing ? inPlace[i] : known.get(id)) ?? this.#next++] as const),
    )
    this.#here = here
    return this.#keys
  }
}
