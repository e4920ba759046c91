import type { Metadata } from 'next'
import { EntryForm, ReverseForm } from '@/components/funding/entry-form'
import { BalanceTable, FormTable, LedgerTable, TaskSpendingTable } from '@/components/funding/funds-tables'
import { OwnMonitor } from '@/components/funding/own-monitor'
import { PaymentsPanel } from '@/components/funding/payments-panel'
import { PlanUpload } from '@/components/plan/plan-upload'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { readFunds } from '@/lib/funding/read-funds'
import { readOwnMonitor } from '@/lib/funding/read-own-monitor'
import { cityName, formatList, inLocale, words } from '@/lib/i18n'
import { forbiddenUses, fundForms, fundRules } from '@/lib/notice'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { answer, enter, explain, pay, recover, reverse } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).funds.title }
}

/** A city's money: balances, money beside results, payments of the ministry, spending by task and form, the ledger. */
export default async function FundsPage({ params, searchParams }: Props) {
  const { city: code } = await params
  const { answered } = await searchParams
  const permit = await pagePermit('funds.read', code)
  const page = await orNotFound(readFunds(permit))
  const own = await readOwnMonitor(await pagePermit('city.read', code))
  const locale = await currentLocale()
  const { funds: said, common, plan } = words(locale)
  const may = (action: Parameters<typeof mayEver>[1]) => mayEver(permit.actor, action)
  const tasks = page.tasks.map(({ task }) => ({ code: task.code, title: task.title }))
  const here = `/cities/${code}/funds`
  return (
    <>
      <PageHead
        title={said.heading(cityName(locale, page.city))}
        lead={said.lead}
        facts={<Fact name={common.city}>{cityName(locale, page.city)}</Fact>}
        action={
          <>
            <LinkButton href={`/cities/${code}/plan`}>{plan.title}</LinkButton>
            <LinkButton href={`/cities/${code}/instalment`}>{words(locale).instalment.title}</LinkButton>
            <DownloadLink href={`${here}/export`}>{said.workbook}</DownloadLink>
            <DownloadLink href={`${here}/export?format=csv`}>{said.csv}</DownloadLink>
          </>
        }
      />
      <Panel title={said.balances}>
        <BalanceTable page={page} locale={locale} />
      </Panel>
      {own !== null && (
        <OwnMonitor
          standing={own.standing}
          asOf={own.asOf}
          reasons={page.reasons}
          explain={may('monitor.explain') ? explain : null}
          city={code}
          locale={locale}
        />
      )}
      <PaymentsPanel
        page={page}
        record={may('payment.record') ? pay : null}
        recover={may('payment.record') ? recover : null}
        answer={may('payment.confirm') ? answer : null}
        answered={typeof answered === 'string' ? answered : null}
        locale={locale}
      />
      {may('funds.record') && (
        <Panel title={said.record.title} className="print:hidden">
          <Disclosure summary={said.record.receipt} name="record" className="mb-2">
            <EntryForm action={enter} city={code} kind="receipt" tasks={tasks} />
          </Disclosure>
          {tasks.length === 0 ? (
            <p className="mb-2 text-muted">{said.record.noPlan}</p>
          ) : (
            <>
              <Disclosure summary={said.record.spending} name="record" className="mb-2">
                <EntryForm action={enter} city={code} kind="spending" tasks={tasks} />
              </Disclosure>
              <Disclosure summary={said.record.upload} name="record" className="mb-2">
                <p className="mb-2 text-muted">{said.record.uploadLead}</p>
                <PlanUpload url={`${here}/import`} />
              </Disclosure>
            </>
          )}
          <Disclosure summary={said.record.reverse} name="record">
            <p className="mb-2 text-muted">{said.record.reverseLead}</p>
            <ReverseForm action={reverse} city={code} />
          </Disclosure>
          <p className="mt-2 text-sm text-muted">
            {said.formsRule(
              formatList(
                locale,
                fundForms.map((form) => inLocale(locale, form)),
              ),
              inLocale(locale, fundRules.forms),
            )}
          </p>
          <p className="text-sm text-muted">
            {said.usesRule(
              formatList(
                locale,
                forbiddenUses.map((use) => inLocale(locale, use)),
              ),
              inLocale(locale, fundRules.uses),
            )}
          </p>
        </Panel>
      )}
      {page.tasks.length > 0 && (
        <div className="items-start gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_26rem]">
          <Panel title={said.tasks}>
            <TaskSpendingTable page={page} locale={locale} />
          </Panel>
          <Panel title={said.byForm}>
            <FormTable page={page} locale={locale} />
          </Panel>
        </div>
      )}
      <Panel title={said.ledger}>
        {page.entries.length === 0 ? (
          <EmptyState title={said.noEntries} next={said.noEntriesNext} />
        ) : (
          <LedgerTable page={page} locale={locale} />
        )}
      </Panel>
    </>
  )
}
