import { Refusal } from '@/lib/values'

/** Until when a file must have been read. */
export interface Deadline {
  /** @throws Refusal fileSlow */
  readonly check: () => void
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(ms: number): Deadline {
  const until = performance.now() + ms
  return {
    check: () => {
      if (performance.now() > until) throw new Refusal('fileSlow', { seconds: String(ms / 1000) })
    },
  }
}
