import type { Metadata } from 'next'
import { BurdenTable } from '@/components/review/burden-table'
import { DeedDone, OwnDeeds } from '@/components/review/own-deeds'
import { ExtensionsWaiting } from '@/components/review/extensions-waiting'
import { ElsewhereTable, OwingTable, WaitingTable } from '@/components/review/queue-tables'
import { RestatementTable } from '@/components/restatement/restatement-table'
import { LinkButton } from '@/components/ui/button'
import { UnreachableCities } from '@/components/review/unreachable-cities'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { cityName, formatDate, words } from '@/lib/i18n'
import { readQueue } from '@/lib/review/read-queue'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).review.title }
}

/** The review desk: what waits for this reviewer, what is elsewhere, who has not reported. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const permit = await pagePermit('queue.read')
  const locale = await currentLocale()
  const { review, restating } = words(locale)
  const said = review.queue
  const queue = await readQueue(permit)
  // The address says which report was just dealt with; what was done to it is read from its history.
  const { done } = await searchParams
  const deed = queue.own.find(({ city, period }) => `${city}.${period}` === done)
  const isProvincial = actorOf(permit).role === 'provincial_reviewer'
  return (
    <>
      <PageHead
        title={review.title}
        action={<LinkButton href="/review/cases">{words(locale).cases.link}</LinkButton>}
        facts={
          <>
            <Fact name={said.today}>{formatDate(locale, queue.now)}</Fact>
            <strong>
              {queue.waiting.length === 0
                ? said.nothingWaits
                : said.waitingCount(String(queue.waiting.length))}
            </strong>
          </>
        }
      />
      {deed !== undefined && <DeedDone locale={locale} deed={deed} next={queue.waiting[0] ?? null} />}
      {queue.extensions.length > 0 && (
        <Panel title={words(locale).deadlines.waiting}>
          <ExtensionsWaiting locale={locale} waiting={queue.extensions} />
        </Panel>
      )}
      <Panel title={said.waiting} lead={queue.waiting.length === 0 ? undefined : said.waitingLead}>
        {queue.waiting.length === 0 ? (
          <EmptyState
            title={said.nothingWaits}
            next={isProvincial ? said.empty.provincial : said.empty.national}
          />
        ) : (
          <WaitingTable locale={locale} entries={queue.waiting} />
        )}
      </Panel>
      {queue.restatements.length > 0 && (
        <Panel title={restating.queue.title} lead={restating.queue.lead}>
          <RestatementTable
            entries={queue.restatements}
            names={Object.fromEntries(queue.cities.map((city) => [city.code, cityName(locale, city)]))}
            label={restating.queue.title}
            locale={locale}
          />
        </Panel>
      )}
      <Panel title={said.elsewhere}>
        {queue.elsewhere.length === 0 ? (
          <p className="text-muted">{said.elsewhereEmpty}</p>
        ) : (
          <ElsewhereTable locale={locale} entries={queue.elsewhere} />
        )}
      </Panel>
      <Panel title={said.owing} lead={said.owingLead}>
        {queue.owing.length === 0 ? (
          <p className="text-muted">{said.owingEmpty}</p>
        ) : (
          <OwingTable locale={locale} entries={queue.owing} />
        )}
      </Panel>
      {queue.unreachable.length > 0 && (
        <Panel
          title={words(locale).messages.unreachable.title}
          lead={words(locale).messages.unreachable.lead}
        >
          <UnreachableCities locale={locale} cities={queue.unreachable} />
        </Panel>
      )}
      <Panel title={words(locale).burden.title} lead={words(locale).burden.lead}>
        <BurdenTable locale={locale} burdens={queue.burdens} />
      </Panel>
      {queue.own.length > 0 && (
        <Panel title={said.own}>
          <OwnDeeds locale={locale} deeds={queue.own} />
        </Panel>
      )}
    </>
  )
}
