import 'server-only'
import { headers } from 'next/headers'
import { Refusal } from '@/lib/values'

/** Numbers that a caller may ask for in vain within a minute, and callers that are remembered at once. */
const MISSES = 20
const FORGOTTEN_AFTER = 60_000
const CALLERS = 10_000

const misses = new Map<string, number>()

/**
 * Looks something up by its number for whoever asks, signed in or not. After many numbers that are none, a caller waits.
 * @throws Refusal tooManyTries
 */
export async function boundedLookup<T>(find: () => Promise<T | null>): Promise<T | null> {
  const caller = ((await headers()).get('x-forwarded-for') ?? '').slice(0, 100)
  if ((misses.get(caller) ?? 0) >= MISSES) throw new Refusal('tooManyTries', { limit: String(MISSES) })
  const found = await find()
  if (found === null) remember(caller)
  return found
}

function remember(caller: string): void {
  const [oldest] = misses.keys()
  if (misses.size >= CALLERS && oldest !== undefined) misses.delete(oldest)
  misses.set(caller, (misses.get(caller) ?? 0) + 1)
  setTimeout(() => {
    const left = (misses.get(caller) ?? 0) - 1
    if (left > 0) misses.set(caller, left)
    else misses.delete(caller)
  }, FORGOTTEN_AFTER).unref()
}
