import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countAddress } from '@/components/dashboard/count-address'
import { CountFilter } from '@/components/dashboard/count-filter'
import { CountQuarters } from '@/components/dashboard/count-quarters'
import { CountRows } from '@/components/dashboard/count-rows'
import { AsKnown } from '@/components/report/as-known'
import { addressOfCase } from '@/components/review/case-address'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { KeyFigure } from '@/components/ui/key-figure'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatDay, formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator as indicatorOf, isIndicatorCode } from '@/lib/notice'
import { countedEntities, entityQuestionOf, ENTITY_STATES } from '@/lib/registers/counted-entities'
import { readCount } from '@/lib/registers/read-count'
import type { Query } from '@/lib/values'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly indicator: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await params
  const locale = await currentLocale()
  return { title: isIndicatorCode(indicator) ? inLocale(locale, indicatorOf(indicator)) : indicator }
}

/** A headline count, or a register by which people judge, opened: who stands behind it, since when, and what became of every row. */
export default async function CountPage({ params, searchParams }: Props) {
  const { city: code, indicator: name } = await params
  const asked = await searchParams
  const permit = knownPermit(await pagePermit('report.read', code), asked.known)
  const back = knownQuery(permit)
  if (!isIndicatorCode(name)) notFound()
  const { city, indicator, now, day, history } = await orNotFound(readCount(permit, name))
  const locale = await currentLocale()
  const { counts: said, common, names } = words(locale)
  const question = entityQuestionOf(asked)
  const shown = countedEntities(history.entities, question)
  const address = `/cities/${code}/counts/${indicator.code}`
  const unit = names.unit[indicator.unit]
  const isCount = indicator.kind === 'count'
  const lead = isCount ? said.lead : said.leadJudged
  const figure = (value: number) => formatNumber(String(value))
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: cityName(locale, city), href: `/cities/${code}${back}#${indicator.code}` },
          { label: inLocale(locale, indicator) },
        ]}
      />
      <PageHead
        title={inLocale(locale, indicator)}
        lead={lead}
        facts={common.knownAsOf(formatDateTime(locale, now))}
      />
      <AsKnown locale={locale} path={address} known={permit.known} />
      <div className="mb-4 flex flex-wrap gap-x-10 gap-y-2">
        <KeyFigure
          label={isCount ? said.total : said.totalJudged}
          value={figure(history.total)}
          unit={unit}
        />
        {indicator.code === 'certified_entities' && (
          <>
            <KeyFigure label={said.valid(formatDay(locale, day))} value={figure(history.valid)} unit={unit} />
            <KeyFigure label={said.expired} value={figure(history.expired)} unit={unit} />
            <KeyFigure
              label={said.unknown}
              value={figure(history.total - history.valid - history.expired)}
              unit={unit}
            />
          </>
        )}
      </div>
      {history.entities.length === 0 ? (
        <EmptyState title={said.rows.none} next={lead} />
      ) : (
        <>
          <Panel title={isCount ? said.quarters.title : said.quarters.titleJudged}>
            <CountQuarters
              quarters={history.quarters}
              hrefOf={(since) => countAddress({ text: '', state: 'all', since, page: 1 }, permit.known)}
              locale={locale}
            />
          </Panel>
          <Panel id="entities" title={isCount ? said.rows.title : said.rows.titleJudged}>
            <CountFilter
              address={address}
              known={permit.known}
              question={question}
              quarters={history.quarters}
              states={ENTITY_STATES}
              locale={locale}
            />
            <p role="status" className="mb-2 text-muted empty:hidden">
              {shown.found < history.entities.length &&
                said.filter.found(figure(shown.found), figure(history.entities.length))}
            </p>
            {shown.found > 0 && (
              <CountRows
                shown={shown}
                code={indicator.code}
                hrefOf={(page) => countAddress({ ...question, page }, permit.known)}
                caseHref={mayEver(permit.actor, 'case.read') ? addressOfCase : null}
                locale={locale}
              />
            )}
          </Panel>
        </>
      )}
    </>
  )
}
