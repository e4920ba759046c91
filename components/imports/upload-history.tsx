import Link from 'next/link'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, refusalSentence, words, type AnyRefusal } from '@/lib/i18n'
import type { ProposalHead } from '@/lib/store/upload-proposals'
import type { Locale } from '@/lib/values'

/** Every file that was uploaded for a report, what became of it, and the file itself. */
export function UploadHistory({
  heads,
  refusals,
  here,
  back,
  current,
  locale,
}: {
  heads: readonly ProposalHead[]
  /** Why files were refused whole, by the id of the upload. */
  refusals: ReadonlyMap<string, AnyRefusal>
  here: string
  /** By what addresses are followed that look back to the same moment; '' for now. */
  back: string
  current: string | null
  locale: Locale
}) {
  const said = words(locale).importing.history
  if (heads.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead className="min-w-48">{said.file}</ColumnHead>
          <ColumnHead className="min-w-32">{said.when}</ColumnHead>
          <ColumnHead className="min-w-48">{said.state}</ColumnHead>
          <ColumnHead>{said.deed}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {heads.map((head) => (
          <tr key={head.id} aria-current={head.id === current ? 'true' : undefined}>
            <RowHead className="break-all">
              {head.fileName}
              <span className="block text-xs break-all text-muted">{said.digest(head.sha256)}</span>
            </RowHead>
            <Cell>{said.by(head.uploadedByName, formatDateTime(locale, head.uploadedAt))}</Cell>
            <Cell>
              <State head={head} refusal={refusals.get(head.id)} locale={locale} />
            </Cell>
            <Cell className="whitespace-nowrap">
              {head.answer?.kind !== 'refused' && (
                <Link href={`${here}?proposal=${head.id}${back.replace('?', '&')}`} className="mr-4">
                  {said.open}
                </Link>
              )}
              <a href={`${here}/${head.id}/original`}>{said.original}</a>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function State({
  head,
  refusal,
  locale,
}: {
  head: ProposalHead
  refusal: AnyRefusal | undefined
  locale: Locale
}) {
  const said = words(locale).importing.history
  const number = (count: number): string => formatNumber(String(count))
  const { answer } = head
  if (answer === null) return head.problems > 0 ? said.withProblems(number(head.problems)) : said.proposed
  const by = said.by(answer.byName, formatDateTime(locale, answer.at))
  return (
    <>
      {answer.kind === 'committed'
        ? said.committed(number(answer.cells), number(answer.rows))
        : said[answer.kind]}
      <span className="block text-sm text-muted">
        {refusal === undefined ? by : refusalSentence(locale, refusal)}
      </span>
    </>
  )
}
