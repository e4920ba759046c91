import { NextResponse } from 'next/server'
import { AccessRefused } from '@/lib/access/authorize'
import { knownName } from '@/lib/documents/known-name'
import { receiptFileName, receiptPdf } from '@/lib/documents/receipt-pdf'
import { env } from '@/lib/env'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { isQuarter, isYear, Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { verifyAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly period: string
}

/** The receipt of a version as PDF. Where none could be made, its page says so and what to do instead. */
export const GET = cityGet('report.read', async (current, { city, period }: Where, request) => {
  const permit = knownPermit(current, request.nextUrl.searchParams.get('known'))
  if (!isQuarter(period) && !isYear(period)) throw new AccessRefused('notFound')
  const asked = request.nextUrl.searchParams.get('version') ?? ''
  const version = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined
  const receipt = await readReceipt(permit, period, version)
  const { submission } = receipt
  if (submission === null) throw new AccessRefused('notFound')
  const locale = await currentLocale()
  const address = await verifyAddress(submission.head.receiptNumber)
  const paper = {
    receipt: { ...receipt, submission },
    locale,
    address,
    demonstration: env().CHENGJI_DEMO === '1',
  }
  try {
    return download(
      await receiptPdf(paper),
      knownName(receiptFileName(paper, locale), permit.known, locale),
      'pdf',
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    console.error(error)
    const back = `/cities/${city}/reports/${period}/receipt?version=${submission.head.version}&pdf=none`
    return new NextResponse(null, { status: 303, headers: { Location: back } })
  }
})
