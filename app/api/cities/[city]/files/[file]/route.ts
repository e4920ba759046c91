import { readFile } from '@/lib/evidence/read-file'
import { fileDownload } from '@/lib/web/file-response'
import { cityGet } from '@/lib/web/handler'

interface Params {
  readonly city: string
  readonly file: string
}

/** A file of the city, byte for byte as it was uploaded. */
export const GET = cityGet('file.read', async (permit, { file: id }: Params) => {
  const { file, content } = await readFile(permit, id)
  return fileDownload(file, content)
})
