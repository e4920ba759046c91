import type { QueueQuestion } from '@/lib/review/arrange-queue'

/** The address of the queue with another question: only what differs from the plain queue stands in it. */
export function queueAddress(
  question: QueueQuestion,
  other: Partial<QueueQuestion>,
  path = '/review',
): string {
  const { q, period, mark, page, elsewhere, owing, unreachable } = { ...question, ...other }
  const kept = Object.entries({ q, period, mark }).filter(([, value]) => value !== '')
  const places = Object.entries({ page, elsewhere, owing, unreachable }).flatMap(([name, value]) =>
    value > 1 ? [[name, String(value)]] : [],
  )
  const text = new URLSearchParams([...kept, ...places] as [string, string][]).toString()
  return text === '' ? path : `${path}?${text}`
}
