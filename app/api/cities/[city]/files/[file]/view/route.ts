import { AccessRefused } from '@/lib/access/authorize'
import { readFile } from '@/lib/evidence/read-file'
import { fileView, isShown } from '@/lib/web/file-response'
import { cityGet } from '@/lib/web/handler'

interface Params {
  readonly city: string
  readonly file: string
}

/** A picture or PDF of the city, to be looked at within a page. */
export const GET = cityGet('file.read', async (permit, { file: id }: Params) => {
  const { file, content } = await readFile(permit, id)
  if (!isShown(file.contentType)) throw new AccessRefused('notFound')
  return fileView(file, content)
})
