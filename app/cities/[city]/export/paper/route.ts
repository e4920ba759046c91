import { knownName } from '@/lib/documents/known-name'
import { quarterlyReport, quarterlyReportName } from '@/lib/documents/papers/quarterly-report'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { env } from '@/lib/env'
import { readCityReport } from '@/lib/review/read-city-report'
import { isQuarter, isYear, Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { paperLocales } from '@/lib/web/paper-locales'
import { paperNotMade } from '@/lib/web/paper-not-made'
import { portalOrigin } from '@/lib/web/verify-address'

/** A city's report of a quarter, or of the base year, as a document for paper: PDF or Word, in one language or both. */
export const GET = cityGet('report.read', async (current, { city }, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const period = asked.get('period') ?? ''
  if (!isQuarter(period) && !isYear(period)) return new Response(null, { status: 404 })
  const locale = await currentLocale()
  const report = await readCityReport(permit, period)
  const paper = quarterlyReport(report, {
    locales: paperLocales(asked.get('language'), locale),
    origin: await portalOrigin(),
    demonstration: env().CHENGJI_DEMO === '1',
  })
  const kind = asked.get('format') === 'docx' ? 'docx' : 'pdf'
  const name = knownName(quarterlyReportName(report, locale), permit.known, locale)
  try {
    return download(await (kind === 'docx' ? printWord(paper) : printPdf(paper)), name, kind)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    return paperNotMade(error, `/cities/${city}?asOf=${period}&paper=none`)
  }
})
