import { writeExplanations } from '@/lib/documents/explanations-file'
import { explanationsFileName } from '@/lib/documents/report-of-city'
import { readCityPage } from '@/lib/review/read-city'
import { parseQuarter } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** The explanations of a city's verdicts, which `npm run verify` recomputes without the portal. */
export const GET = cityGet('city.read', async (permit, where, request) => {
  const page = await readCityPage(permit, parseQuarter(request.nextUrl.searchParams.get('asOf') ?? ''))
  if (page === null) return new Response(null, { status: 404 })
  const explanations = [
    ...page.verdicts.byFloor,
    ...page.verdicts.byFloor.flatMap(({ verdict }) => page.verdicts.byTarget[verdict.indicator] ?? []),
  ].map(({ explanation }) => explanation)
  const name = explanationsFileName(page.city, page.asOf, await currentLocale())
  return download(writeExplanations(where.city, page.asOf, explanations), name, 'json')
})
