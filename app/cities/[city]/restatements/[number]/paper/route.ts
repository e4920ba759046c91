import { AccessRefused } from '@/lib/access/authorize'
import { noticeFileName, restatementNotice } from '@/lib/documents/papers/restatement-notice'
import { printPaper } from '@/lib/documents/print-paper'
import { readRestatement } from '@/lib/restating/read-restatement'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'
import { verifyAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly number: string
}

/** The correction notice of an approved restatement as PDF or Word, in one language or both. */
export const GET = cityGet('report.read', async (permit, { city, number }: Where, request) => {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new AccessRefused('notFound')
  const { brought, ...rest } = await readRestatement(permit, Number(number))
  if (brought === null) throw new AccessRefused('notFound')
  const page = { ...rest, brought }
  const asked = request.nextUrl.searchParams
  const paper = restatementNotice(page, {
    ...(await paperRequest(asked.get('language'))),
    address: await verifyAddress(brought.receiptNumber),
  })
  return sendPaper((kind) => printPaper(paper, kind), asked.get('format'), {
    name: noticeFileName(page, await currentLocale()),
    back: `/cities/${city}/restatements/${number}?paper=none`,
  })
})
