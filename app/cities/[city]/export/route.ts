import { cityReportCsv, cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { writeCsv } from '@/lib/documents/csv'
import { reportFileName, reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { readCityReport } from '@/lib/review/read-city-report'
import { isQuarter, isYear } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** A city's report of a quarter, or of the base year, as a file. */
export const GET = cityGet('report.read', async (permit, _where, request) => {
  const asked = request.nextUrl.searchParams
  const period = asked.get('period') ?? ''
  if (!isQuarter(period) && !isYear(period)) return new Response(null, { status: 404 })
  const locale = await currentLocale()
  const report = await readCityReport(permit, period)
  const document = reportOfCity(report, locale, env().CHENGJI_DEMO === '1')
  const name = reportFileName(report, locale)
  return fileKind(asked.get('format')) === 'csv'
    ? download(writeCsv(cityReportCsv(document)), name, 'csv')
    : download(await writeWorkbook(cityReportWorkbook(document)), name, 'xlsx')
})
