import { AccessRefused } from '@/lib/access/authorize'
import { knownName } from '@/lib/documents/known-name'
import { receiptFileName, receiptPaper } from '@/lib/documents/papers/receipt'
import { printPaper } from '@/lib/documents/print-paper'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { isQuarter, isYear } from '@/lib/values'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'
import { verifyAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly period: string
}

/** The receipt of a version as PDF or Word, in one language or both. */
export const GET = cityGet('report.read', async (current, { city, period }: Where, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  if (!isQuarter(period) && !isYear(period)) throw new AccessRefused('notFound')
  const wanted = asked.get('version') ?? ''
  const version = /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : undefined
  const { submission, ...rest } = await readReceipt(permit, period, version)
  if (submission === null) throw new AccessRefused('notFound')
  const receipt = { ...rest, submission }
  const { head } = submission
  const locale = await currentLocale()
  const paper = receiptPaper(receipt, {
    ...(await paperRequest(asked.get('language'))),
    address: await verifyAddress(head.receiptNumber),
  })
  return sendPaper((kind) => printPaper(paper, kind), asked.get('format'), {
    name: knownName(receiptFileName(receipt, locale), permit.known, locale),
    back: `/cities/${city}/reports/${period}/receipt?version=${head.version}&paper=none`,
  })
})
