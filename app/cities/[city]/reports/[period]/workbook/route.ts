import { knownName } from '@/lib/documents/known-name'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { sealedIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import { workbookFileName, workbookOfDraft } from '@/lib/documents/workbook-of-draft'
import { env } from '@/lib/env'
import { readPeriodToFill } from '@/lib/imports/read-period'
import { isQuarter, isYear } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'

interface Params extends CityParams {
  readonly period: string
}

/** The report in hand as a workbook, to be filled in and brought back; as it was known then, to be read only. */
export const GET = cityGet('draft.read', async (current, { period }: Params, { nextUrl }) => {
  if (!isQuarter(period) && !isYear(period)) return null
  const permit = knownPermit(current, nextUrl.searchParams.get('known'))
  const isToRead = permit.known !== null
  const locale = await currentLocale()
  const { CHENGJI_DEMO: demo, NEXTAUTH_SECRET: secret = '' } = env()
  const { draft, form, rows } = await readPeriodToFill(permit, period)
  const identity = sealedIdentity(secret, {
    template: TEMPLATE,
    city: draft.city.code,
    period,
    version: String(draft.version),
    knownAt: draft.now.toISOString(),
    ...(isToRead && { use: 'toRead' }),
  })
  const how = { locale, demonstration: demo === '1', isToRead }
  const book = workbookOfDraft(draft, form, rows, how, identity)
  const name = knownName(workbookFileName(draft, locale), permit.known, locale)
  return download(await writeWorkbook(periodWorkbook(book)), name, 'xlsx')
})
