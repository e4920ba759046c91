import { NextResponse } from 'next/server'
import { AccessRefused } from '@/lib/access/authorize'
import { noticeFileName, restatementPdf } from '@/lib/documents/restatement-pdf'
import { env } from '@/lib/env'
import { readRestatement } from '@/lib/restating/read-restatement'
import { Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { verifyAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly number: string
}

/** The correction notice of an approved restatement as PDF. Where none could be made, its page says so. */
export const GET = cityGet('report.read', async (permit, { city, number }: Where) => {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new AccessRefused('notFound')
  const page = await readRestatement(permit, Number(number))
  const { brought } = page
  if (brought === null) throw new AccessRefused('notFound')
  const locale = await currentLocale()
  const address = await verifyAddress(brought.receiptNumber)
  const paper = { page: { ...page, brought }, locale, address, demonstration: env().CHENGJI_DEMO === '1' }
  try {
    return download(await restatementPdf(paper), noticeFileName(paper, locale), 'pdf')
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    console.error(error)
    const back = `/cities/${city}/restatements/${number}?pdf=none`
    return new NextResponse(null, { status: 303, headers: { Location: back } })
  }
})
