import type { CaseQuestion } from '@/lib/store/case-pages'

const CASES = '/review/cases'

/** The address of the list of cases with this question; what stands at its default is left out. */
export function caseAddress({ state, indicator, text, page }: CaseQuestion): string {
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  if (indicator !== null) query.set('indicator', indicator)
  if (state !== 'all') query.set('state', state)
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return said === '' ? CASES : `${CASES}?${said}`
}

/** The address of one case, on whichever page of the list it would stand. */
export const addressOfCase = (number: string): string => `${CASES}?q=${number}#case-${number}`
