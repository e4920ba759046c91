import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CityTalks } from '@/components/conversation/city-talks'
import { EvidenceProvider } from '@/components/evidence/evidence-context'
import { RowFilesProvider } from '@/components/evidence/row-files'
import { KeptRowsNotice } from '@/components/register/kept-rows-notice'
import { RegisterProvider } from '@/components/register/register-context'
import { RegisterDesk } from '@/components/register/register-desk'
import { RegisterReading } from '@/components/register/register-reading'
import { AsKnown } from '@/components/report/as-known'
import { StatusBadge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { actorOf } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatNumber, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator as indicatorOf, isIndicatorCode } from '@/lib/notice'
import { readRegister } from '@/lib/registers/read-register'
import { rowRules } from '@/lib/registers/row-rules'
import { registerWithPage } from '@/lib/registers/sent-register'
import { readKnownMoments } from '@/lib/review/known-moments'
import { isQuarter, type Query } from '@/lib/values'
import { readRoom } from '@/lib/evidence/read-room'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { answer } from '../../answer'
import { declareNoneAction } from './declare-none'
import { withdrawAction } from './withdraw'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string; readonly indicator: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await params
  const locale = await currentLocale()
  const { title } = words(locale).register
  return {
    title: isIndicatorCode(indicator) ? `${inLocale(locale, indicatorOf(indicator))} · ${title}` : title,
  }
}

/** The rows behind one count of a quarter: filled in by the officer, read by the certifier. */
export default async function RegisterPage({ params, searchParams }: Props) {
  const { city: code, period, indicator: name } = await params
  const current = await pagePermit('draft.read', code)
  const permit = knownPermit(current, (await searchParams).known)
  const back = knownQuery(permit)
  if (!isQuarter(period) || !isIndicatorCode(name)) notFound()
  const register = await orNotFound(readRegister(permit, period, name))
  const locale = await currentLocale()
  const { register: said, common, names } = words(locale)
  const { indicator, closed, returned } = register
  const report = `/cities/${code}/reports/${period}`
  const address = `${report}/registers/${indicator.code}`
  const title = inLocale(locale, indicator)
  const rules = rowRules(indicator.code, period)
  const keepers = `chengji/rows/1/${actorOf(permit).id}/${code}/${period}/${indicator.code}`
  const keeper = `${keepers}/${register.version}`
  const label = said.grid.label(title, formatPeriod(locale, period))
  const reason = returned?.returned.find((figure) => figure.indicator === indicator.code)?.reason
  return (
    <RegisterProvider key={back} address={address} back={back} sent={registerWithPage(register)}>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: common.nav.desk, href: `/cities/${code}/desk` },
          { label: formatPeriod(locale, period), href: `${report}${back}` },
          { label: said.title },
        ]}
      />
      <PageHead
        title={title}
        lead={indicator.kind === 'count' ? said.lead : said.leadJudged}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, register.city)}</Fact>
            <Fact name={common.period}>{formatPeriod(locale, period)}</Fact>
            <StatusBadge status={register.status} label={names.status[register.status]} />
            <Fact name={common.due}>{formatDateTime(locale, register.window.dueAt)}</Fact>
          </>
        }
        action={
          <>
            {closed !== 'past' && (
              <LinkButton href={`${report}/import?register=${indicator.code}`}>
                {words(locale).importing.linkRegister}
              </LinkButton>
            )}
            <LinkButton href={`${report}/check${back}`}>{said.toCheck}</LinkButton>
          </>
        }
      />
      <Tabs
        label={said.registers}
        items={register.registers.map((each) => ({
          href: `${report}/registers/${each.code}${back}`,
          current: each.code === indicator.code,
          label:
            each.code === indicator.code || each.rows === 0
              ? said.short[each.code]
              : said.withRows(said.short[each.code], formatNumber(String(each.rows))),
        }))}
      />
      <AsKnown
        locale={locale}
        path={address}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      {returned !== null && (
        <Banner
          tone="attention"
          title={said.returned(returned.actorName, formatDateTime(locale, returned.at))}
        >
          <p className="whitespace-pre-wrap">{reason ?? returned.reason}</p>
          {register.open !== null && register.open.length > 0 && (
            <>
              <p className="mt-1 text-muted">{said.onlyRows(register.open.length)}</p>
              <ul className="list-disc pl-5">
                {returned.returnedRows
                  .filter((row) => row.indicator === indicator.code)
                  .map((row) => (
                    <li key={row.id} id={`row-${row.id}`}>
                      {common.pair(row.name, row.reason)}
                    </li>
                  ))}
              </ul>
            </>
          )}
        </Banner>
      )}
      {register.conversations.length > 0 && (
        <Panel title={words(locale).conversation.title}>
          <CityTalks
            city={code}
            period={period}
            conversations={register.conversations}
            action={closed === 'past' ? undefined : answer}
            locale={locale}
          />
        </Panel>
      )}
      <EvidenceProvider
        city={code}
        period={period}
        initial={register.evidence}
        room={await readRoom(current)}
        canEdit={closed === null}
      >
        <RowFilesProvider indicator={indicator.code} only={register.open}>
          {closed === null ? (
            <RegisterDesk
              key={keeper}
              city={code}
              period={period}
              address={address}
              keepers={keepers}
              keeper={keeper}
              version={register.version}
              label={label}
              indicator={indicator}
              rules={rules}
              isNew={register.status === 'open'}
              open={register.open}
              floor={register.floor}
              target={register.target}
              reportHref={report}
              declareNone={declareNoneAction}
              withdraw={withdrawAction}
            />
          ) : (
            <>
              {closed !== 'past' && (
                <>
                  <Banner>
                    {closed === 'status'
                      ? said.closed.status(names.status[register.status])
                      : closed === 'notOpen'
                        ? said.closed.notOpen(formatDateTime(locale, register.window.opensAt))
                        : said.closed[closed]}
                  </Banner>
                  <KeptRowsNotice code={indicator.code} register={keepers} />
                </>
              )}
              <RegisterReading
                label={label}
                indicator={indicator}
                floor={register.floor}
                target={register.target}
                address={address}
                back={back}
              />
            </>
          )}
        </RowFilesProvider>
      </EvidenceProvider>
    </RegisterProvider>
  )
}
