import type { Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { endUpload } from '@/lib/store/file-uploads'
import { begin } from '@/lib/store/work'
import { openUpload } from './open-upload'

/** Gives an upload up; its pieces are taken away. @throws Refusal uploadUnknown */
export async function cancelUpload(permit: Permit<'file.upload'>, id: string): Promise<void> {
  await begin(permit, async (work) => {
    await openUpload(work, id)
    await endUpload(work, id, { state: 'given_up' })
  })
  await fileStore().dropPieces(permit.scope.city, id)
}
