import { knownName } from '@/lib/documents/known-name'
import { quarterlyReport, quarterlyReportName } from '@/lib/documents/papers/quarterly-report'
import { printPaper } from '@/lib/documents/print-paper'
import { readCityReport } from '@/lib/review/read-city-report'
import { isQuarter, isYear } from '@/lib/values'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'

/** A city's report of a quarter, or of the base year, as a document for paper: PDF or Word, in one language or both. */
export const GET = cityGet('report.read', async (current, { city }, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const period = asked.get('period') ?? ''
  if (!isQuarter(period) && !isYear(period)) return null
  const locale = await currentLocale()
  const report = await readCityReport(permit, period)
  const paper = quarterlyReport(report, await paperRequest(asked.get('language')))
  return sendPaper((kind) => printPaper(paper, kind), asked.get('format'), {
    name: knownName(quarterlyReportName(report, locale), permit.known, locale),
    back: `/cities/${city}?asOf=${period}&paper=none`,
  })
})
