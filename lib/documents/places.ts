/**
 * Lets so many run at once, and so many more wait for their turn.
 * @returns runs a task in its turn; throws what `refused` makes where too many wait already
 */
export function placesFor(
  atOnce: number,
  waiting: number,
  refused: () => Error,
): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const queue: (() => void)[] = []
  return async (task) => {
    if (queue.length >= waiting) throw refused()
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve))
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }
}
