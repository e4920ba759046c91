const SLICE = 500

/** The items in slices, with room in between for whatever else the portal has to answer. */
export const inSlices = <T>(items: readonly T[], size = SLICE): AsyncGenerator<readonly T[]> =>
  withRoom(slicesOf(items, size))

/** Slices as they come, with the same room in between. */
export async function* withRoom<T>(slices: Iterable<T>): AsyncGenerator<T> {
  let isFirst = true
  for (const slice of slices) {
    if (!isFirst) await new Promise<void>((resolve) => setImmediate(resolve))
    isFirst = false
    yield slice
  }
}

function* slicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
