import { z } from 'zod'
import { finishUpload } from '@/lib/evidence/finish-upload'
import { cityPost } from '@/lib/web/handler'

interface Params {
  readonly city: string
  readonly upload: string
}

/** All pieces were sent: the file is kept if it is what was declared. */
export const POST = cityPost('file.upload', z.object({}), async (permit, { upload }: Params) => ({
  file: (await finishUpload(permit, upload)).id,
}))
