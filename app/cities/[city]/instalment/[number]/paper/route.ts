import { instalmentLetter, letterFileName } from '@/lib/documents/papers/instalment-letter'
import { printPaper } from '@/lib/documents/print-paper'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'
import { pageAddress } from '@/lib/web/verify-address'

interface Where extends CityParams {
  readonly number: string
}

/** The decision letter as PDF or Word, in one language or both. */
export const GET = cityGet('instalment.read', async (permit, { city: code, number }: Where, request) => {
  const letter = await readInstalmentDecision(permit, Number(number))
  const here = `/cities/${code}/instalment/${String(letter.decision.seq)}`
  const asked = request.nextUrl.searchParams
  const paper = instalmentLetter(letter, {
    ...(await paperRequest(asked.get('language'))),
    address: await pageAddress(here),
  })
  return sendPaper((kind) => printPaper(paper, kind), asked.get('format'), {
    name: letterFileName(letter, await currentLocale()),
    back: `${here}?paper=none`,
  })
})
