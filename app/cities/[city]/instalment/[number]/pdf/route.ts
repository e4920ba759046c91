import { NextResponse } from 'next/server'
import { letterFileName, letterPdf } from '@/lib/documents/instalment-letter'
import { env } from '@/lib/env'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { pageAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly number: string
}

/** The decision letter as PDF. Where none could be made, its page says so. */
export const GET = cityGet('instalment.read', async (permit, { city: code, number }: Where) => {
  const { city, decision } = await readInstalmentDecision(permit, Number(number))
  const locale = await currentLocale()
  const here = `/cities/${code}/instalment/${String(decision.seq)}`
  const letter = {
    city,
    decision,
    locale,
    address: await pageAddress(here),
    demonstration: env().CHENGJI_DEMO === '1',
  }
  try {
    return download(await letterPdf(letter), letterFileName(letter, locale), 'pdf')
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    console.error(error)
    return new NextResponse(null, { status: 303, headers: { Location: `${here}?pdf=none` } })
  }
})
