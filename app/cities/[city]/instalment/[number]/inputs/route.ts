import { decisionFile } from '@/lib/documents/decision-file'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { cityName, words } from '@/lib/i18n'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

interface Where extends CityParams {
  readonly number: string
}

/** What a decision rests on, as a file for recomputation. */
export const GET = cityGet('instalment.read', async (permit, { number }: Where) => {
  const { city, decision } = await readInstalmentDecision(permit, Number(number))
  const locale = await currentLocale()
  const name = words(locale).instalment.paper.fileName(cityName(locale, city), String(decision.seq))
  const { yuan, worked, answer, proposedAt } = decision
  const decided = { ...decision, yuan: yuan ?? worked.yuan, decidedAt: answer?.at ?? proposedAt }
  return download(decisionFile(city.code, decided), name, 'json')
})
