import { periodWorkbook } from '@/lib/documents/period-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { sealedIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import { workbookFileName, workbookOfDraft } from '@/lib/documents/workbook-of-draft'
import { env } from '@/lib/env'
import { readPeriodToFill } from '@/lib/imports/read-period'
import { isQuarter, isYear } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

interface Params extends CityParams {
  readonly period: string
}

/** The report in hand as a workbook, to be filled in and brought back. */
export const GET = cityGet('draft.read', async (permit, { period }: Params) => {
  if (!isQuarter(period) && !isYear(period)) return new Response(null, { status: 404 })
  const locale = await currentLocale()
  const { CHENGJI_DEMO: demo, NEXTAUTH_SECRET: secret = '' } = env()
  const { draft, form, rows } = await readPeriodToFill(permit, period)
  const identity = sealedIdentity(secret, {
    template: TEMPLATE,
    city: draft.city.code,
    period,
    version: String(draft.version),
    knownAt: draft.now.toISOString(),
  })
  const document = workbookOfDraft(draft, form, rows, { locale, demonstration: demo === '1' }, identity)
  return download(await writeWorkbook(periodWorkbook(document)), workbookFileName(draft, locale), 'xlsx')
})
