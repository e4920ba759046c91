import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { importPlan } from '@/lib/planning/import-plan'
import { cityBytes } from '@/lib/web/handler'
import { sentFileName } from '@/lib/web/sent-file-name'

/** Takes a table of tasks over into a version, its name percent-encoded in `X-File-Name`; wholly, or with everything that is wrong. */
export const POST = cityBytes(
  'plan.prepare',
  LARGEST_IMPORT,
  async (permit, _where, bytes, { headers, nextUrl }) => {
    const version = Number(nextUrl.searchParams.get('version') ?? Number.NaN)
    if (!Number.isSafeInteger(version)) return null
    return {
      ...(await importPlan(
        permit,
        version,
        { name: sentFileName(headers), bytes },
        nextUrl.searchParams.get('shown') ?? '',
      )),
    }
  },
)
