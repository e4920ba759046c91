import { Autosave } from '@/lib/entry/autosave'
import type { EntryCell } from '@/lib/entry/cell'
import type { PageReport } from '@/lib/entry/form-state'
import type { KeptScope } from '@/lib/entry/kept'
import { browserPort } from './browser-port'

const forms = new Map<string, Autosave>()

const nameOf = ({ account, city, period }: KeptScope): string => `${account}/${city}/${period}`

/**
 * The form of one report, the same one as long as the page is not loaded anew: "back" shows an older page, and must not
 * take what was saved since for unsaved.
 */
export function formOf(scope: KeptScope, cells: readonly EntryCell[], report: PageReport): Autosave {
  if (typeof window === 'undefined') return new Autosave(cells, report, browserPort(scope))
  const name = nameOf(scope)
  const form = forms.get(name) ?? new Autosave(cells, report, browserPort(scope))
  forms.set(name, form)
  return form
}

/** The form of a report that stands on this page, for what is outside of it. */
export const openForm = (scope: KeptScope): Autosave | undefined => forms.get(nameOf(scope))
