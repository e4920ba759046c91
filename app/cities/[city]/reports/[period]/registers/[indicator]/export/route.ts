import { AccessRefused } from '@/lib/access/authorize'
import { writeCsv } from '@/lib/documents/csv'
import { knownName } from '@/lib/documents/known-name'
import { registerCsv, registerFileName, registerWorkbook } from '@/lib/documents/register-file'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { isIndicatorCode } from '@/lib/notice'
import { readRegister } from '@/lib/registers/read-register'
import { rowsShown } from '@/lib/registers/rows-shown'
import { isQuarter } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'

interface Params {
  readonly city: string
  readonly period: string
  readonly indicator: string
}

/** The rows of a register that are shown, as a file. */
export const GET = cityGet('draft.read', async (current, { period, indicator }: Params, request) => {
  if (!isQuarter(period) || !isIndicatorCode(indicator)) throw new AccessRefused('notFound')
  const query = request.nextUrl.searchParams
  const permit = knownPermit(current, query.get('known'))
  const register = await readRegister(permit, period, indicator)
  const locale = await currentLocale()
  const file = {
    city: register.city,
    period,
    code: register.indicator.code,
    rows: rowsShown(register, query, locale),
    all: register.rows.length,
    knownAt: register.now.toISOString(),
    demonstration: env().CHENGJI_DEMO === '1',
  }
  const name = knownName(registerFileName(file, locale), permit.known, locale)
  return fileKind(query.get('format')) === 'csv'
    ? download(writeCsv(registerCsv(file, locale)), name, 'csv')
    : download(await writeWorkbook(registerWorkbook(file, locale)), name, 'xlsx')
})
