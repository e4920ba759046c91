import type { QualityFilter } from '@/lib/review/read-quality'

/** The address of what the desk is asked for; what stands at its default is left out. */
export function qualityAddress(filter: QualityFilter, path = '/quality'): string {
  const query = new URLSearchParams()
  for (const name of ['quarter', 'province', 'kind', 'indicator'] as const) {
    const value = filter[name]
    if (value !== null) query.set(name, value)
  }
  if (filter.state !== 'unsettled') query.set('state', filter.state)
  if (filter.owner === 'mine') query.set('owner', filter.owner)
  if (filter.page > 1) query.set('page', String(filter.page))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
