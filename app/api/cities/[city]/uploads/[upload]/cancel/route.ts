import { z } from 'zod'
import { cancelUpload } from '@/lib/evidence/cancel-upload'
import { cityPost } from '@/lib/web/handler'

interface Params {
  readonly city: string
  readonly upload: string
}

/** Gives an upload up. */
export const POST = cityPost('file.upload', z.object({}), async (permit, { upload }: Params) => {
  await cancelUpload(permit, upload)
  return { cancelled: upload }
})
