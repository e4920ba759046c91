import type { QueueEntry, QueueList, QueueQuestion } from '@/lib/review/arrange-queue'

/** The address of the queue, or below it, with another question; each list is on its first page unless `pages` says another. */
export function queueAddress(
  { q, period, mark, known }: Omit<QueueQuestion, 'pages'>,
  pages: Partial<QueueQuestion['pages']> = {},
  path = '/review',
): string {
  const kept = Object.entries({ q, period, mark, known }).filter(([, value]) => value !== '')
  const places = Object.entries(pages).flatMap(([list, at]): [string, string][] =>
    at > 1 ? [[list, String(at)]] : [],
  )
  const text = new URLSearchParams([...kept, ...places]).toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * By what the address of a report is followed, so that it leads back to the queue as it was narrowed, and after a deed to `then`,
 * the report below it; '' for all of the queue and its last report.
 */
export function cameFrom(question: Pick<QueueQuestion, 'q' | 'period' | 'mark'>, then = ''): string {
  const from = queueAddress({ ...question, known: '' }, {}, '').slice(1)
  const kept = Object.entries({ from, then }).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

/** A report as addresses name it; '' for none. */
export const nameOfReport = (entry: Pick<QueueEntry, 'city' | 'window'> | undefined): string =>
  entry === undefined ? '' : `${entry.city.code}.${entry.window.period}`

/** The addresses of the pages of one list of the queue, the others where they are. */
export const pagesOf =
  (question: QueueQuestion, list: QueueList) =>
  (page: number): string =>
    queueAddress(question, { ...question.pages, [list]: page })
