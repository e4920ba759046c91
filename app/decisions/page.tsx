import type { Metadata } from 'next'
import Link from 'next/link'
import { decisionSays, decisionSpan } from '@/components/decisions/decision-says'
import { Badge, type Tone } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { words } from '@/lib/i18n'
import { formatNumber } from '@/lib/i18n/format'
import { formatDateTime } from '@/lib/i18n/format-time'
import { mayEver } from '@/lib/access/authorize'
import { readDecisionBook, type BookEntry } from '@/lib/review/read-decision-book'
import type { Locale } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).decisions.title }
}

const TONES: Readonly<Record<BookEntry['state'], Tone>> = {
  waiting: 'attention',
  coming: 'accent',
  inForce: 'good',
  over: 'neutral',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

/** The decision book. */
export default async function Page() {
  const permit = await pagePermit('decision.read')
  const book = await readDecisionBook(permit)
  const locale = await currentLocale()
  const said = words(locale).decisions
  const waiting = book.entries.filter(({ state }) => state === 'waiting')
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          mayEver(permit.actor, 'check.read') && (
            <LinkButton href="/decisions/checks">{words(locale).checkUse.title}</LinkButton>
          )
        }
      />
      <div className="grid items-start gap-x-4 lg:grid-cols-[2fr_1fr]">
        <Panel title={said.waitingTitle}>
          {waiting.length === 0 ? (
            <p>{said.waitingNone}</p>
          ) : (
            <Entries entries={waiting} locale={locale} label={said.waitingTitle} />
          )}
          {book.proposes.length > 0 && (
            <div className="mt-3 flex flex-wrap gap-2">
              {book.proposes.map((kind) => (
                <LinkButton key={kind} href={`/decisions/new?kind=${kind}`}>
                  {said.proposeKind(said.kind[kind])}
                </LinkButton>
              ))}
            </div>
          )}
        </Panel>
        <Panel title={said.inForceTitle}>
          <DescriptionList
            items={[
              {
                term: said.bands,
                value: book.bands === null ? said.bandsNone : said.byDocument(book.bands.documentNumber),
              },
              {
                term: said.scheme,
                value:
                  book.scheme?.documentNumber == null
                    ? said.schemeNone
                    : said.byDocument(book.scheme.documentNumber),
              },
              {
                term: said.kind.materiality,
                value:
                  book.threshold.decision === null ? (
                    said.thresholdUsual(formatNumber(book.threshold.percent))
                  ) : (
                    <Link href={`/decisions/${book.threshold.decision.id}`}>
                      {said.threshold(
                        formatNumber(book.threshold.percent),
                        decisionSpan(locale, book.threshold.decision),
                      )}
                    </Link>
                  ),
              },
            ]}
          />
        </Panel>
      </div>
      <Panel title={said.allTitle}>
        {book.entries.length === 0 ? (
          <EmptyState title={said.none} next={said.noneNext} />
        ) : (
          <Entries entries={book.entries} locale={locale} label={said.allTitle} />
        )}
      </Panel>
    </>
  )
}

function Entries({
  entries,
  locale,
  label,
}: {
  entries: readonly BookEntry[]
  locale: Locale
  label: string
}) {
  const said = words(locale).decisions
  const { columns } = said
  return (
    <Table label={label}>
      <thead>
        <tr>
          <ColumnHead>{columns.kind}</ColumnHead>
          <ColumnHead>{columns.about}</ColumnHead>
          <ColumnHead>{columns.says}</ColumnHead>
          <ColumnHead>{columns.effective}</ColumnHead>
          <ColumnHead>{columns.proposed}</ColumnHead>
          <ColumnHead>{columns.second}</ColumnHead>
          <ColumnHead>{columns.state}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ decision, city, state }) => (
          <tr key={decision.id}>
            <RowHead>
              <Link href={`/decisions/${decision.id}`}>{said.kind[decision.content.kind]}</Link>
            </RowHead>
            <Cell>{city === null ? said.allCities : locale === 'en' ? city.nameEn : city.nameZh}</Cell>
            <Cell>{decisionSays(locale, decision.content)}</Cell>
            <Cell>{decisionSpan(locale, decision)}</Cell>
            <Cell>{said.by(decision.proposedByName, formatDateTime(locale, decision.proposedAt))}</Cell>
            <Cell>
              {decision.second && said.by(decision.second.byName, formatDateTime(locale, decision.second.at))}
            </Cell>
            <Cell>
              <Badge tone={TONES[state]}>{said.state[state]}</Badge>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
