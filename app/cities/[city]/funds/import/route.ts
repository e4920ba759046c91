import { importSpending } from '@/lib/funding/import-spending'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { Refusal } from '@/lib/values'
import { cityBytes } from '@/lib/web/handler'

/** Enters the spending of a table into the ledger, its name percent-encoded in `X-File-Name`; all of it, or what is wrong. */
export const POST = cityBytes('funds.record', LARGEST_IMPORT, async (permit, _where, bytes, { headers }) => ({
  ...(await importSpending(permit, { name: decoded(headers.get('x-file-name') ?? ''), bytes })),
}))

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    throw new Refusal('fileNameMissing')
  }
}
