import { readAssessment } from '@/lib/review/read-assessment'
import {
  assessmentFileName,
  assessmentWorkbook,
  fileEnding,
  MOST_AT_ONCE,
} from '@/lib/documents/assessment/assessment-workbook'
import { wholeFile } from '@/lib/documents/streamed-file'
import { env } from '@/lib/env'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readOverview } from '@/lib/review/read-overview'
import { parseQuarter } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { orNotMade, paperNotMade } from '@/lib/web/paper-not-made'
import { portalOrigin } from '@/lib/web/verify-address'

/** 评价工作簿 of the cities that the dashboard shows: workbook, CSV or JSON. */
export const GET = generalGet('dashboard.read', async (permit, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const overview = await readOverview(permit, parseQuarter(asked.asOf ?? ''))
  if (overview === null) return null
  const shown = arrangeDashboard(overview, arrangementOf(asked)).cities.map(({ city }) => city.code)
  const back = `/dashboard?${new URLSearchParams({ asOf: overview.asOf, paper: 'none' }).toString()}`
  if (shown.length > MOST_AT_ONCE) return paperNotMade(new Error('too many cities'), back)
  const format = fileKind(asked.format ?? null)
  const source = await readAssessment(permit, {
    asOf: overview.asOf,
    only: shown,
    isCopied: format === 'csv',
  })
  if (source === null) return null
  const locale = await currentLocale()
  return orNotMade(back, async () => {
    const bytes = await assessmentWorkbook(
      source,
      format,
      { locale, origin: await portalOrigin(), demonstration: env().CHENGJI_DEMO === '1' },
      wholeFile,
      { signal: request.signal },
    )
    return download(bytes, assessmentFileName(source, locale), fileEnding(format))
  })
})
