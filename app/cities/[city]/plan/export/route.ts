import { writeCsv } from '@/lib/documents/csv'
import { planCsv, planFileName, planWorkbook } from '@/lib/documents/plan-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { readPlan } from '@/lib/planning/read-plan'
import { download, fileKind } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'

/** One version of a city's plan as a file. */
export const GET = cityGet('plan.read', async (permit, _where, { nextUrl: { searchParams: asked } }) => {
  const version = Number(asked.get('version') ?? Number.NaN)
  if (!Number.isSafeInteger(version)) return null
  const locale = await currentLocale()
  const { city, lines, marks, now } = await readPlan(permit, version)
  const file = {
    city,
    version,
    lines,
    marks,
    knownAt: now.toISOString(),
    demonstration: env().CHENGJI_DEMO === '1',
  }
  const name = planFileName(file, locale)
  return fileKind(asked.get('format')) === 'csv'
    ? download(writeCsv(planCsv(file, locale)), name, 'csv')
    : download(await writeWorkbook(planWorkbook(file, locale)), name, 'xlsx')
})
