/** Lists of things that have the same key, in the order in which they came. */
export function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [each])
    else list.push(each)
  }
  return lists
}
