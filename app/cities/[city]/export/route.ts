import { cityReportCsv, cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { writeCsv } from '@/lib/documents/csv'
import { knownName } from '@/lib/documents/known-name'
import { reportFileName, reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { readCityReport } from '@/lib/review/read-city-report'
import { isQuarter, isYear } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { portalOrigin } from '@/lib/web/verify-address'

/** A city's report of a quarter, or of the base year, as a file. */
export const GET = cityGet('report.read', async (current, _where, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const period = asked.get('period') ?? ''
  if (!isQuarter(period) && !isYear(period)) return null
  const locale = await currentLocale()
  const report = await readCityReport(permit, period)
  const document = reportOfCity(report, {
    locale,
    origin: await portalOrigin(),
    demonstration: env().CHENGJI_DEMO === '1',
  })
  const name = knownName(reportFileName(report, locale), permit.known, locale)
  return fileKind(asked.get('format')) === 'csv'
    ? download(writeCsv(cityReportCsv(document)), name, 'csv')
    : download(await writeWorkbook(cityReportWorkbook(document)), name, 'xlsx')
})
