/** The same, one after the other: the next one is begun while the one before it is used. What fails does so at its turn. */
export async function* oneAhead<T>(all: AsyncIterable<T>): AsyncGenerator<T> {
  const each = all[Symbol.asyncIterator]()
  let next = each.next()
  try {
    for (let found = await next; found.done !== true; found = await next) {
      next = each.next()
      next.catch(() => undefined)
      yield found.value
    }
  } finally {
    // Whoever stops early waits for what was begun.
    await next.catch(() => undefined)
    await each.return?.()
  }
}
