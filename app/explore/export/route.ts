import { writeCsv } from '@/lib/documents/csv'
import { exploreCsv, exploreWorkbook } from '@/lib/documents/explore-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { words } from '@/lib/i18n'
import { exploreViewOf, readExplore } from '@/lib/review/read-explore'
import { download, fileKind } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { unacceptedChoice } from '@/lib/web/unaccepted'

/** What the address of the page shows, as a file in the person's language. */
export const GET = generalGet('dashboard.read', async (permit, request) => {
  const { searchParams } = request.nextUrl
  const asked = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const view = exploreViewOf(asked)
  const locale = await currentLocale()
  const unaccepted = await unacceptedChoice(searchParams.get('unaccepted'))
  const explored = await readExplore(permit, view, unaccepted)
  const name = words(locale).explore.file
  return fileKind(searchParams.get('format')) === 'csv'
    ? download(writeCsv(exploreCsv(explored, view, unaccepted, locale)), name, 'csv')
    : download(await writeWorkbook(exploreWorkbook(explored, view, unaccepted, locale)), name, 'xlsx')
})
