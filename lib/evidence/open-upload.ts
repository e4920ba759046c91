import { lockUpload, type Upload } from '@/lib/store/file-uploads'
import type { Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/** The person's own upload, on its way and locked. @throws Refusal uploadUnknown */
export async function openUpload(work: Work<'file.upload'>, id: string): Promise<Upload> {
  const upload = /^[0-9a-f-]{36}$/.test(id) ? await lockUpload(work, id) : null
  if (upload?.state !== 'open') throw new Refusal('uploadUnknown')
  return upload
}
