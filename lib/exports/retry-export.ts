import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { exportLimit, MOST_EXPORTS_OPEN } from '@/lib/rules/export-limits'
import { recordAudit } from '@/lib/store/audit'
import { countOwnExports, readOwnExport, retryOwnExport } from '@/lib/store/export-requests'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { requireExportRights } from './export-rights'

/**
 * Lets a failed export go on where it stopped: cities that are made are not made again.
 * @throws Refusal exportOver when it has not failed, exportsOpen
 * @throws AccessRefused notFound
 */
export async function retryExport(permit: Permit<'export.ask'>, id: string): Promise<void> {
  const found = await begin(permit, (work) => readOwnExport(work, id))
  if (found === null) throw new AccessRefused('notFound')
  await requireExportRights(actorOf(permit), found.kind, found.cities)
  await begin(permit, async (work) => {
    const { open } = await countOwnExports(work, work.now)
    if (exportLimit({ open, today: 0 }) !== null)
      throw new Refusal('exportsOpen', { most: String(MOST_EXPORTS_OPEN), got: String(open) })
    if (!(await retryOwnExport(work, id))) throw new Refusal('exportOver')
    await recordAudit(work, { export: id, deed: 'retry' })
  })
}
