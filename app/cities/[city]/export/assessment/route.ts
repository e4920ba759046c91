import { readCityAssessment } from '@/lib/review/read-assessment'
import {
  assessmentFileName,
  assessmentWorkbook,
  fileEnding,
} from '@/lib/documents/assessment/assessment-workbook'
import { knownName } from '@/lib/documents/known-name'
import { wholeFile } from '@/lib/documents/streamed-file'
import { env } from '@/lib/env'
import { parseQuarter } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotMade } from '@/lib/web/paper-not-made'
import { portalOrigin } from '@/lib/web/verify-address'

/** 评价工作簿 of one city, also for its assessors while they are assigned: workbook, CSV or JSON. */
export const GET = cityGet('report.read', async (current, { city }, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const format = fileKind(asked.get('format'))
  const asOf = parseQuarter(asked.get('asOf') ?? '')
  const source = await readCityAssessment(permit, { asOf, isCopied: format === 'csv' })
  if (source === null) return null
  const locale = await currentLocale()
  return orNotMade(`/cities/${city}?asOf=${source.asOf}&paper=none`, async () => {
    const bytes = await assessmentWorkbook(
      source,
      format,
      { locale, origin: await portalOrigin(), demonstration: env().CHENGJI_DEMO === '1' },
      wholeFile,
      { signal: request.signal },
    )
    const name = knownName(assessmentFileName(source, locale), permit.known, locale)
    return download(bytes, name, fileEnding(format))
  })
})
