import { keepText } from '@/components/ui/keep-text'
import { readAnswer, type Edit, type SendAnswer } from '@/lib/entry/answer'
import type { Port } from '@/lib/entry/form-state'
import { keptPrefix, readKept, writeKept, type Kept, type KeptScope } from '@/lib/entry/kept'
import { afterPaint } from './after-paint'

/** Autosave's port to a real browser: fetch, localStorage, timers. */
export function browserPort(scope: KeptScope): Port {
  const prefix = keptPrefix(scope)
  return {
    send: async (edits, version) => {
      await new Promise<void>(afterPaint)
      return post(scope, edits, version)
    },
    keep: (key, draft) => keepText(prefix + key, draft === null ? null : writeKept(draft)),
    recall: () => recall(prefix),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds)
      return () => {
        clearTimeout(timer)
      }
    },
  }
}

async function post(
  { account, city, period }: KeptScope,
  edits: readonly Edit[],
  version: number,
): Promise<SendAnswer> {
  try {
    const response = await fetch(`/cities/${city}/reports/${period}/cells`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account, version, edits }),
      // A page that is being left still gets its last cells out.
      keepalive: true,
      signal: AbortSignal.timeout(20_000),
    })
    return readAnswer(response.status, await response.json().catch(() => null))
  } catch {
    return { kind: 'offline' }
  }
}

/** What is kept under a prefix, by the key of the cell. Entries that are not ours to read are left where they are. */
export function recall(prefix: string): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>()
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      const kept = readKept(localStorage.getItem(name) ?? '')
      if (kept !== undefined) found.set(name.slice(prefix.length), kept)
    }
  } catch {
    return found
  }
  return found
}
