import { exposureStanding } from '@/components/funding/exposure-standing'
import { writeCsv } from '@/lib/documents/csv'
import { exposureCsv } from '@/lib/documents/exposure-table'
import { env } from '@/lib/env'
import { readExposure } from '@/lib/funding/read-exposure'
import { words } from '@/lib/i18n'
import { download } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** The money of all cities as a table, as the page shows it. */
export const GET = generalGet('exposure.read', async (permit) => {
  const { cities, total } = await readExposure(permit)
  const locale = await currentLocale()
  const rows = cities.map((each) => ({ ...each, standing: exposureStanding(locale, each.standing) }))
  const options = { locale, demonstration: env().CHENGJI_DEMO === '1' }
  return download(
    writeCsv(exposureCsv(rows, total, options)),
    words(locale).instalment.exposure.fileName,
    'csv',
  )
})
