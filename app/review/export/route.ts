import { writeCsv } from '@/lib/documents/csv'
import { knownName } from '@/lib/documents/known-name'
import { queueTable, queueWorkbook } from '@/lib/documents/queue-table'
import { writeWorkbook } from '@/lib/documents/workbook'
import { words } from '@/lib/i18n'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readElapsed } from '@/lib/review/read-elapsed'
import { dayOf } from '@/lib/values'
import { download, fileKind } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'

/** The reports under review that the address of the queue asks for, now or then, with the working days of each side, as a file. */
export const GET = generalGet('queue.read', async (current, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const permit = knownPermit(current, asked.known)
  const locale = await currentLocale()
  const { now, entries } = await readElapsed(permit, queueQuestion(asked))
  const name = knownName(words(locale).review.queue.exportFile(dayOf(now)), permit.known, locale)
  return fileKind(asked.format ?? null) === 'csv'
    ? download(writeCsv(queueTable(locale, entries)), name, 'csv')
    : download(await writeWorkbook(queueWorkbook(locale, entries, now)), name, 'xlsx')
})
