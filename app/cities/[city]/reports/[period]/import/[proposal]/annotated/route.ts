import { problemSentence } from '@/components/imports/problem-sentence'
import { annotatedCopy } from '@/lib/documents/annotated-copy'
import { writeWorkbook } from '@/lib/documents/workbook'
import { words } from '@/lib/i18n'
import { readOriginalTables } from '@/lib/imports/read-original'
import { readUploads } from '@/lib/imports/read-proposal'
import { isQuarter, isYear } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'

interface Params extends CityParams {
  readonly period: string
  readonly proposal: string
}

/** What was uploaded, written once more with its problems beside the cells. */
export const GET = cityGet('draft.read', async (current, { period, proposal: id }: Params, { nextUrl }) => {
  if (!isQuarter(period) && !isYear(period)) return null
  const permit = knownPermit(current, nextUrl.searchParams.get('known'))
  const { proposal } = await readUploads(permit, period, id)
  if (proposal === null) return null
  const { head, tables } = await readOriginalTables(permit, period, id)
  const locale = await currentLocale()
  const title = words(locale).workbook.fileChecked(head.fileName.replace(/\.\w+$/, ''))
  const copy = annotatedCopy(
    tables,
    proposal.beside.map((problem) => ({ ...problem, sentence: problemSentence(locale, problem) })),
    { title, knownAt: head.uploadedAt.toISOString() },
  )
  return download(await writeWorkbook(copy), title, 'xlsx')
})
