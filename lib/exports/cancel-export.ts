import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/store/audit'
import { cancelOwnExport, readOwnExport } from '@/lib/store/export-requests'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/**
 * Stops an export where it stands: the piece in hand is not kept, and what was made of it goes.
 * @throws Refusal exportOver
 * @throws AccessRefused notFound
 */
export function cancelExport(permit: Permit<'export.ask'>, id: string): Promise<void> {
  return begin(permit, async (work) => {
    if (!(await cancelOwnExport(work, id))) {
      if ((await readOwnExport(work, id)) === null) throw new AccessRefused('notFound')
      throw new Refusal('exportOver')
    }
    await recordAudit(work, { export: id, deed: 'cancel' })
  })
}
