import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { importPlan } from '@/lib/planning/import-plan'
import { Refusal } from '@/lib/values'
import { cityBytes } from '@/lib/web/handler'

/** Takes a table of tasks over into a version, its name percent-encoded in `X-File-Name`; wholly, or with everything that is wrong. */
export const POST = cityBytes(
  'plan.prepare',
  LARGEST_IMPORT,
  async (permit, _where, bytes, { headers, nextUrl }) => {
    const version = Number(nextUrl.searchParams.get('version') ?? Number.NaN)
    if (!Number.isSafeInteger(version)) return new Response(null, { status: 404 })
    return {
      ...(await importPlan(permit, version, { name: decoded(headers.get('x-file-name') ?? ''), bytes })),
    }
  },
)

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    throw new Refusal('fileNameMissing')
  }
}
