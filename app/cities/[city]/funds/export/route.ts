import { writeCsv } from '@/lib/documents/csv'
import { fundsCsv, fundsFileName, fundsWorkbook } from '@/lib/documents/funds-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { readFunds } from '@/lib/funding/read-funds'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** A city's ledger of money as a file, in the order in which it was kept. */
export const GET = cityGet('funds.read', async (permit, _where, { nextUrl: { searchParams: asked } }) => {
  const locale = await currentLocale()
  const { city, entries, now } = await readFunds(permit)
  const file = {
    city,
    entries: entries.toReversed(),
    knownAt: now.toISOString(),
    demonstration: env().CHENGJI_DEMO === '1',
  }
  const name = fundsFileName(file, locale)
  return fileKind(asked.get('format')) === 'csv'
    ? download(writeCsv(fundsCsv(file, locale)), name, 'csv')
    : download(await writeWorkbook(fundsWorkbook(file, locale)), name, 'xlsx')
})
