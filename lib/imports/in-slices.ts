const SLICE = 500

/** The items in slices, with room in between for whatever else the portal has to answer. */
export async function* inSlices<T>(items: readonly T[], size = SLICE): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) {
    if (at > 0) await new Promise<void>((resolve) => setImmediate(resolve))
    yield items.slice(at, at + size)
  }
}
