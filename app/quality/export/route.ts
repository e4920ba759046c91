import { writeCsv } from '@/lib/documents/csv'
import { qualityCsv, qualityWorkbook } from '@/lib/documents/quality-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { words } from '@/lib/i18n'
import { qualityFilterOf, readQuality } from '@/lib/review/read-quality'
import { download, fileKind } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** The findings that the address of the desk shows, as a file in the person's language. */
export const GET = generalGet('quality.read', async (permit, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const locale = await currentLocale()
  const desk = await readQuality(permit, qualityFilterOf(asked))
  const name = words(locale).quality.file(desk.quarter ?? '')
  return fileKind(asked.format ?? null) === 'csv'
    ? download(writeCsv(qualityCsv(desk, locale)), name, 'csv')
    : download(await writeWorkbook(qualityWorkbook(desk, locale)), name, 'xlsx')
})
