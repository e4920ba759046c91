import { z } from 'zod'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { cityPost, type CityParams } from '@/lib/web/handler'

const Body = z.object({
  name: z.string().max(1000),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Begins an upload, or says how far the same one has come. */
export const POST = cityPost('file.upload', Body, async (permit, _: CityParams, declared) => ({
  ...(await beginUpload(permit, declared)),
}))
