import type { ExploreView } from '@/lib/review/read-explore'

/** The query of a view: everything that is chosen. */
export function exploreQuery(view: ExploreView): string {
  const query = new URLSearchParams()
  for (const each of view.indicators) query.append('indicator', each)
  for (const each of view.cities) query.append('city', each)
  if (view.province !== null) query.set('province', view.province)
  if (view.from !== null) query.set('from', view.from)
  if (view.to !== null) query.set('to', view.to)
  query.set('measure', view.measure)
  query.set('as', view.shape)
  return query.toString()
}
