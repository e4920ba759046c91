import { cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { cityPack } from '@/lib/documents/pack/city-pack'
import { quarterlyReport } from '@/lib/documents/papers/quarterly-report'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { packFileName, reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { knownName } from '@/lib/documents/known-name'
import { env } from '@/lib/env'
import { readCityPack } from '@/lib/review/read-city-pack'
import { readCityReport } from '@/lib/review/read-city-report'
import { parseQuarter, Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { paperNotMade } from '@/lib/web/paper-not-made'
import { portalOrigin } from '@/lib/web/verify-address'

/** 证据包: a city's report with its documents, versions, verdicts and ledger, which `npm run verify` checks without the portal. */
export const GET = cityGet('report.read', async (current, { city }, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const asOf = parseQuarter(asked.get('period') ?? '')
  if (asOf === undefined) return new Response(null, { status: 404 })
  const locale = await currentLocale()
  const demonstration = env().CHENGJI_DEMO === '1'
  const report = await readCityReport(permit, asOf)
  const paper = quarterlyReport(report, {
    locales: ['zh-CN', 'en'],
    origin: await portalOrigin(),
    demonstration,
  })
  try {
    const bytes = await cityPack({
      asOf,
      pack: await readCityPack(permit, asOf),
      report,
      documents: [
        { name: 'report.pdf', bytes: await printPdf(paper) },
        { name: 'report.docx', bytes: await printWord(paper) },
        {
          name: 'report.xlsx',
          bytes: await writeWorkbook(cityReportWorkbook(reportOfCity(report, 'zh-CN', demonstration))),
        },
      ],
      demonstration,
    })
    return download(bytes, knownName(packFileName(report, locale), permit.known, locale), 'zip')
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    return paperNotMade(error, `/cities/${city}?asOf=${asOf}&paper=none`)
  }
})
