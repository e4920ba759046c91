import { writeExplanations } from '@/lib/documents/explanations-file'
import { knownName } from '@/lib/documents/known-name'
import { explanationsFileName } from '@/lib/documents/report-of-city'
import { readCityPage } from '@/lib/review/read-city'
import { parseQuarter } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'

/** The explanations of a city's verdicts, which `npm run verify` recomputes without the portal. */
export const GET = cityGet('city.read', async (current, where, request) => {
  const permit = knownPermit(current, request.nextUrl.searchParams.get('known'))
  const page = await readCityPage(permit, parseQuarter(request.nextUrl.searchParams.get('asOf') ?? ''))
  if (page === null) return null
  const explanations = [
    ...page.verdicts.byFloor,
    ...page.verdicts.byFloor.flatMap(({ verdict }) => page.verdicts.byTarget[verdict.indicator] ?? []),
  ].map(({ explanation }) => explanation)
  const locale = await currentLocale()
  const name = knownName(explanationsFileName(page.city, page.asOf, locale), permit.known, locale)
  return download(writeExplanations(where.city, page.asOf, explanations), name, 'json')
})
