import type { Metadata } from 'next'
import { AsKnown } from '@/components/report/as-known'
import { ExtensionForm } from '@/components/report/extension-form'
import { ExtensionTable } from '@/components/report/extension-table'
import { ExtensionDecision } from '@/components/review/extension-decision'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DescriptionList } from '@/components/ui/description-list'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { cityName, formatDate, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import { readDeadline } from '@/lib/reporting/read-deadline'
import { readKnownMoments } from '@/lib/review/known-moments'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePeriod, pagePermit } from '@/lib/web/page'
import { ask, decide } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<{ readonly known?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ period }, locale] = [await params, await currentLocale()]
  return { title: words(locale).deadlines.title(formatPeriod(locale, pagePeriod(period))) }
}

/** When one report of a city is due, late and locked; more time asked for, granted or refused. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code, period: text } = await params
  const current = await pagePermit('city.read', code)
  const permit = knownPermit(current, (await searchParams).known)
  const isPast = permit.known !== null
  const period = pagePeriod(text)
  const { city, now, deadline, extensions, came } = await orNotFound(readDeadline(permit, period))
  const locale = await currentLocale()
  const { deadlines: said, common } = words(locale)
  const actor = actorOf(permit)
  const pending = extensions.find(({ decision }) => decision === null)
  const mayAsk = !isPast && mayEver(actor, 'extension.ask') && came === null && pending === undefined
  const moment = (at: Date | null) => (at === null ? said.never : formatDateTime(locale, at))
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          mayEver(actor, 'draft.read')
            ? { label: common.nav.desk, href: `/cities/${code}/desk` }
            : { label: cityName(locale, city), href: `/cities/${code}` },
          { label: said.short },
        ]}
      />
      <PageHead
        title={said.title(formatPeriod(locale, period))}
        lead={said.lead}
        facts={<Fact name={common.city}>{cityName(locale, city)}</Fact>}
      />
      <AsKnown
        locale={locale}
        path={`/cities/${code}/reports/${period}/deadline`}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      <Panel title={said.dates}>
        <DescriptionList
          items={[
            { term: said.due, value: moment(deadline.dueAt) },
            {
              term: said.late,
              value: (
                <>
                  {moment(deadline.lateAfter)}{' '}
                  {deadline.extendedTo !== null && (
                    <Badge tone="accent">{said.extended(formatDate(locale, deadline.extendedTo))}</Badge>
                  )}
                </>
              ),
            },
            { term: said.locked, value: moment(deadline.lockedAfter) },
            {
              term: said.came,
              value:
                came === null ? (
                  said.notYet
                ) : (
                  <>
                    {moment(came.at)}{' '}
                    <Badge tone={came.how === 'late' ? 'attention' : 'good'}>{said.how[came.how]}</Badge>
                  </>
                ),
            },
          ]}
        />
      </Panel>
      <Panel title={said.requests}>
        {extensions.length === 0 ? (
          <p className="text-muted">{said.none}</p>
        ) : (
          <ExtensionTable locale={locale} extensions={extensions} />
        )}
        {!isPast && pending !== undefined && mayEver(actor, 'extension.decide') && (
          <ExtensionDecision
            action={decide}
            city={code}
            period={period}
            seq={pending.seq}
            isOwn={pending.askedBy === actor.id}
          />
        )}
      </Panel>
      {mayAsk && (
        <Panel title={said.ask.title}>
          <ExtensionForm
            action={ask}
            city={code}
            period={period}
            after={formatDate(locale, deadline.lateAfter > now ? deadline.lateAfter : now)}
          />
        </Panel>
      )}
    </>
  )
}
