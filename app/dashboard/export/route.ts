import { writeCsv } from '@/lib/documents/csv'
import { matrixFileName, matrixOfDashboard } from '@/lib/documents/matrix-of-dashboard'
import { matrixCsv, matrixWorkbook } from '@/lib/documents/matrix-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readDashboard } from '@/lib/review/read-dashboard'
import { parseQuarter } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { unacceptedChoice } from '@/lib/web/unaccepted'

/** The matrix as a file: what the address of the dashboard shows, in its order and in the person's language. */
export const GET = generalGet('dashboard.read', async (permit, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const locale = await currentLocale()
  const dashboard = await readDashboard(permit, parseQuarter(asked.asOf ?? ''))
  if (dashboard === null) return null
  const arranged = arrangeDashboard(dashboard, arrangementOf(asked))
  const document = matrixOfDashboard(dashboard, arranged, {
    locale,
    demonstration: env().CHENGJI_DEMO === '1',
    unaccepted: await unacceptedChoice(asked.unaccepted),
  })
  const name = matrixFileName(dashboard, locale)
  return fileKind(asked.format ?? null) === 'csv'
    ? download(writeCsv(matrixCsv(document)), name, 'csv')
    : download(await writeWorkbook(matrixWorkbook(document)), name, 'xlsx')
})
