import type { Arrangement } from '@/lib/review/arrange-dashboard'
import type { Quarter } from '@/lib/values'

/** The matrix as asked for: everything its address says. */
export interface DashboardView extends Arrangement {
  readonly asOf: Quarter
}

/** The address of a view; what stands at its default is left out. */
export function dashboardAddress(view: DashboardView, path = '/dashboard'): string {
  const query = new URLSearchParams({ asOf: view.asOf })
  if (view.sort !== 'attention') query.set('sort', view.sort)
  if (view.reversed) query.set('order', 'reversed')
  if (view.verdict !== null) query.set('verdict', view.verdict)
  if (view.province !== null) query.set('province', view.province)
  if (view.name !== '') query.set('name', view.name)
  if (view.columns !== 'numeric') query.set('columns', view.columns)
  if (view.page > 1) query.set('page', String(view.page))
  return `${path}?${query.toString()}`
}
