import { LARGEST_PIECE } from '@/lib/evidence/limits'
import { receivePiece } from '@/lib/evidence/receive-piece'
import { Refusal } from '@/lib/values'
import { cityBytes } from '@/lib/web/handler'

interface Params {
  readonly city: string
  readonly upload: string
}

/**
 * The next piece of an upload, where it begins in `at` and its digest in `sha256`. This address lies under /api, where no
 * proxy of ours reads the body first.
 */
export const POST = cityBytes(
  'file.upload',
  LARGEST_PIECE,
  async (permit, { upload }: Params, bytes, request) => {
    const { searchParams } = request.nextUrl
    const [at, sha256] = [searchParams.get('at') ?? '', searchParams.get('sha256') ?? '']
    if (!/^\d{1,9}$/.test(at) || !/^[0-9a-f]{64}$/.test(sha256))
      throw new Refusal('formWrong', { field: 'at' })
    return { ...(await receivePiece(permit, upload, { at: Number(at), bytes, sha256 })) }
  },
)
