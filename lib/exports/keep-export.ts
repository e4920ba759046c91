import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { customExportOf, customQuery } from '@/lib/review/custom-export'
import { viewName } from '@/lib/review/view-name'
import { isViewNameTaken, writeExportView, type KeptExport } from '@/lib/store/saved-views'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { queryParts } from './query-parts'

/**
 * Keeps an export of one's own under a name, or changes the one of that id, and how often it is made by itself.
 * @throws Refusal nameMissing, tooLong; viewNameTaken when another of one's own exports has the name
 * @throws AccessRefused notFound when there is none of that id
 */
export function keepExport(permit: Permit<'view.keep'>, id: string | null, kept: KeptExport): Promise<void> {
  const name = viewName(kept.name)
  // What is kept is what was understood, and nothing besides.
  const query = customQuery(customExportOf(queryParts(kept.query)))
  return begin(permit, async (work) => {
    if (await isViewNameTaken(work, 'export', name, id)) throw new Refusal('viewNameTaken', { got: name })
    if (!(await writeExportView(work, id, { ...kept, name, query }))) throw new AccessRefused('notFound')
  })
}
