import { queueAddress } from '@/components/review/queue-address'
import { queueQuestion } from '@/lib/review/arrange-queue'

/** The address of the queue as it was narrowed when a report was opened from it; of all of it where `from` says nothing. */
export const narrowedQueue = (from: string): string =>
  queueAddress({ ...queueQuestion(Object.fromEntries(new URLSearchParams(from.slice(0, 400)))), known: '' })
