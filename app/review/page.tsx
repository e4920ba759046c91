import type { Metadata } from 'next'
import { AsKnown } from '@/components/report/as-known'
import { BurdenTable } from '@/components/review/burden-table'
import { DeedDone, OwnDeeds } from '@/components/review/own-deeds'
import { ExtensionsWaiting } from '@/components/review/extensions-waiting'
import { cameFrom, nameOfReport, pagesOf } from '@/components/review/queue-address'
import { QueueFilter } from '@/components/review/queue-filter'
import { QueueKeys, TickClean } from '@/components/review/queue-keys'
import { OwingTable } from '@/components/review/owing-table'
import { TargetsWaiting } from '@/components/review/targets-waiting'
import { ElsewhereTable, WaitingTable } from '@/components/review/queue-tables'
import { RestatementTable } from '@/components/restatement/restatement-table'
import { Button, LinkButton } from '@/components/ui/button'
import { StandIns } from '@/components/review/handover-lists'
import { UnreachableCities } from '@/components/review/unreachable-cities'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { cityName, formatDate, words } from '@/lib/i18n'
import { QUEUE_MARKS, queueQuestion } from '@/lib/review/arrange-queue'
import { readQueue } from '@/lib/review/read-queue'
import type { Query } from '@/lib/values'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).review.title }
}

/** The review desk: what waits for this reviewer, what is elsewhere, who has not reported; now, or as it was known then. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const asked = await searchParams
  const permit = knownPermit(await pagePermit('queue.read'), asked.known)
  const isPast = permit.known !== null
  const back = knownQuery(permit)
  const locale = await currentLocale()
  const { review, restating } = words(locale)
  const said = review.queue
  const question = queueQuestion(asked, permit.known)
  const queue = await readQueue(permit, question)
  // The address says which report was just dealt with; what was done to it is read from its history.
  const { done } = asked
  const deed = isPast ? undefined : queue.own.find(({ city, period }) => `${city}.${period}` === done)
  const { q, period, mark } = question
  const filter = Object.fromEntries(Object.entries({ q, period, mark }).filter(([, value]) => value !== ''))
  const from = (then: string): string => cameFrom(question, then)
  // The report below the one that was dealt with, so that what was passed over is not offered again; else the most pressing.
  const listed = queue.waiting.entries
  const below = listed.find((entry) => nameOfReport(entry) === asked.then) ?? queue.next
  const place = listed.findIndex((entry) => nameOfReport(entry) === nameOfReport(below ?? undefined))
  const after = place === -1 ? '' : nameOfReport(listed[place + 1])
  const isProvincial = actorOf(permit).role === 'provincial_reviewer'
  return (
    <>
      <PageHead
        title={review.title}
        action={
          <>
            <LinkButton href="/review/handover">{words(locale).reviewHandover.link}</LinkButton>
            <LinkButton href="/review/cases">{words(locale).cases.link}</LinkButton>
          </>
        }
        facts={
          <>
            {!isPast && <Fact name={said.today}>{formatDate(locale, queue.now)}</Fact>}
            <strong>
              {queue.waitingInAll === 0 ? said.nothingWaits : said.waitingCount(String(queue.waitingInAll))}
            </strong>
          </>
        }
      />
      <AsKnown locale={locale} path="/review" query={filter} known={permit.known} />
      {!isPast && <StandIns locale={locale} {...queue.standIns} link="/review/handover" />}
      {deed !== undefined && <DeedDone locale={locale} deed={deed} next={below} from={from(after)} />}
      {queue.extensions.all > 0 && (
        <Panel title={words(locale).deadlines.waiting}>
          <ExtensionsWaiting locale={locale} waiting={queue.extensions.entries} back={back} />
          <Pager
            label={words(locale).deadlines.waiting}
            {...queue.extensions}
            said={said.pager}
            hrefOf={pagesOf(question, 'time')}
          />
        </Panel>
      )}
      <Panel title={said.waiting} lead={queue.waitingInAll === 0 ? undefined : said.waitingLead}>
        <QueueFilter locale={locale} question={question} periods={queue.periods} marks={QUEUE_MARKS} />
        {queue.waitingInAll === 0 ? (
          <EmptyState
            title={said.nothingWaits}
            next={isProvincial ? said.empty.provincial : said.empty.national}
          />
        ) : queue.waiting.all === 0 ? (
          <EmptyState title={said.filteredEmpty} next={said.filteredEmptyNext} />
        ) : isPast ? (
          <WaitingTable locale={locale} entries={queue.waiting.entries} back={back} />
        ) : (
          <form action="/review/together">
            <QueueKeys />
            <WaitingTable locale={locale} entries={queue.waiting.entries} back="" from={from} />
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
              <Button type="submit" id="together">
                {said.together}
              </Button>
              <TickClean />
              <span className="text-sm text-muted">{said.togetherLead}</span>
            </div>
          </form>
        )}
        <Pager label={said.waiting} {...queue.waiting} said={said.pager} hrefOf={pagesOf(question, 'page')} />
      </Panel>
      {queue.restatements.all > 0 && (
        <Panel title={restating.queue.title} lead={restating.queue.lead}>
          <RestatementTable
            entries={queue.restatements.entries}
            names={Object.fromEntries(queue.cities.map((city) => [city.code, cityName(locale, city)]))}
            label={restating.queue.title}
            back={back}
            locale={locale}
          />
          <Pager
            label={restating.queue.title}
            {...queue.restatements}
            said={said.pager}
            hrefOf={pagesOf(question, 'restatements')}
          />
        </Panel>
      )}
      {queue.targets.all > 0 && (
        <Panel title={words(locale).targets.askedFor.title}>
          <TargetsWaiting locale={locale} waiting={queue.targets.entries} />
          <Pager
            label={words(locale).targets.askedFor.title}
            {...queue.targets}
            said={said.pager}
            hrefOf={pagesOf(question, 'targets')}
          />
        </Panel>
      )}
      <Panel title={said.elsewhere}>
        {queue.elsewhere.all === 0 ? (
          <p className="text-muted">{said.elsewhereEmpty}</p>
        ) : (
          <ElsewhereTable locale={locale} entries={queue.elsewhere.entries} back={back} from={from} />
        )}
        <Pager
          label={said.elsewhere}
          {...queue.elsewhere}
          said={said.pager}
          hrefOf={pagesOf(question, 'elsewhere')}
        />
      </Panel>
      <Panel title={said.owing} lead={said.owingLead}>
        {queue.owing.all === 0 ? (
          <p className="text-muted">{said.owingEmpty}</p>
        ) : (
          <OwingTable locale={locale} entries={queue.owing.entries} back={back} />
        )}
        <Pager label={said.owing} {...queue.owing} said={said.pager} hrefOf={pagesOf(question, 'owing')} />
      </Panel>
      {!isPast && queue.unreachable.all > 0 && (
        <Panel
          title={words(locale).messages.unreachable.title}
          lead={words(locale).messages.unreachable.lead}
        >
          <UnreachableCities locale={locale} cities={queue.unreachable.entries} />
          <Pager
            label={words(locale).messages.unreachable.title}
            {...queue.unreachable}
            said={said.pager}
            hrefOf={pagesOf(question, 'unreachable')}
          />
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
