import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { counted } from '@/lib/files/counted'
import { exportKey } from '@/lib/files/file-store'
import { recordAudit } from '@/lib/store/audit'
import { readOwnExport, type ExportFile } from '@/lib/store/export-requests'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { requireExportRights } from './export-rights'

/**
 * Opens the file of an export for its person, who must be allowed today to read everything that is in it.
 * The bytes are compared with the digest on their way, and break off if they differ.
 * @throws Refusal exportGone when it is not made, or has expired; exportRightsLost
 * @throws AccessRefused notFound
 */
export async function openExport(
  permit: Permit<'export.ask'>,
  id: string,
): Promise<{ readonly file: ExportFile; readonly content: AsyncIterable<Uint8Array> }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AccessRefused('notFound')
  const { found, now } = await begin(permit, async (work) => ({
    found: await readOwnExport(work, id),
    now: work.now,
  }))
  if (found === null) throw new AccessRefused('notFound')
  const { file, state, expiresAt } = found
  if (state !== 'done' || file === null || expiresAt === null || expiresAt <= now)
    throw new Refusal('exportGone')
  await requireExportRights(actorOf(permit), found.kind, found.cities).catch((error: unknown) => {
    throw error instanceof AccessRefused ? new Refusal('exportRightsLost') : error
  })
  const content = await fileStore().get(exportKey(found.account, id, file.sha256))
  await begin(permit, (work) => recordAudit(work, { export: id, deed: 'fetch', sha256: file.sha256 }))
  return { file, content: counted(content, file) }
}
