import { importSpending } from '@/lib/funding/import-spending'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { cityBytes } from '@/lib/web/handler'
import { sentFileName } from '@/lib/web/sent-file-name'

/** Enters the spending of a table into the ledger, its name percent-encoded in `X-File-Name`; all of it, or what is wrong. */
export const POST = cityBytes('funds.record', LARGEST_IMPORT, async (permit, _where, bytes, { headers }) => ({
  ...(await importSpending(permit, { name: sentFileName(headers), bytes })),
}))
