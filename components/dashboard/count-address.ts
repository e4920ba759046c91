import type { EntityQuestion } from '@/lib/registers/counted-entities'

/**
 * The address, below that of a count, of what is asked of its entities, as known now or at a past moment; what stands at its default
 * is left out.
 */
export function countAddress({ text, state, since, page }: EntityQuestion, known: Date | null): string {
  const query = new URLSearchParams()
  if (known !== null) query.set('known', known.toISOString())
  if (text !== '') query.set('q', text)
  if (state !== 'all') query.set('state', state)
  if (since !== null) query.set('since', since)
  if (page > 1) query.set('page', String(page))
  return `?${query.toString()}#entities`
}
