import type { Metadata } from 'next'
import { AsOfChoice } from '@/components/dashboard/as-of-choice'
import { DashboardTabs } from '@/components/dashboard/dashboard-tabs'
import { GroupTable } from '@/components/dashboard/group-table'
import { InstalmentFacts } from '@/components/dashboard/instalment-facts'
import { NationFacts } from '@/components/dashboard/nation-facts'
import { ProvinceMap } from '@/components/dashboard/province-map'
import { TrendBars } from '@/components/dashboard/trend-bars'
import { VerdictBar } from '@/components/dashboard/verdict-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, inLocale, provinceName, words } from '@/lib/i18n'
import { clause, clauseAnchor } from '@/lib/notice'
import { readNation } from '@/lib/review/read-overview'
import { summariseOverview } from '@/lib/review/summarise-overview'
import { parseQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).overview.title }
}

/** The nation above the single city: by clause, province and cohort, who has not reported, and the trend. */
export default async function OverviewPage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const { overview: said, dashboard, notice } = words(locale)
  const read = await readNation(permit, parseQuarter(String(asked.asOf)))
  if (read === null || read.overview.cities.length === 0)
    return (
      <>
        <PageHead title={said.title} />
        <EmptyState
          title={read === null ? dashboard.noQuarter : dashboard.noCities}
          next={read === null ? dashboard.noQuarterNext : dashboard.noCitiesNext}
        />
      </>
    )
  const { overview, trend, totals } = read
  const { asOf } = overview
  const summary = summariseOverview(overview)
  const moment = formatDateTime(locale, overview.now)
  const provinceHref = (key: string) => `/dashboard?asOf=${asOf}&province=${key}`
  return (
    <div className="wide-sheet">
      <DashboardTabs current="nation" asOf={asOf} locale={locale} />
      <PageHead
        title={said.title}
        lead={said.lead(formatPeriod(locale, asOf), moment)}
        action={
          <AsOfChoice
            label={dashboard.asOf}
            deed={said.show}
            offered={overview.offered}
            asOf={asOf}
            locale={locale}
          />
        }
      />
      <NationFacts summary={summary} asOf={asOf} locale={locale} />
      <div className="grid items-start gap-x-4 xl:grid-cols-2 [&>*]:min-w-0">
        <Panel title={said.byProvince} lead={said.byProvinceLead}>
          <ProvinceMap
            groups={summary.byProvince}
            href={Object.fromEntries(summary.byProvince.map(({ key }) => [key, provinceHref(key)]))}
            locale={locale}
          />
        </Panel>
        <div>
          <Panel title={said.byClause}>
            <Table label={said.byClause}>
              <thead>
                <tr>
                  <ColumnHead>{said.clause}</ColumnHead>
                  <ColumnHead className="min-w-56">{dashboard.counts}</ColumnHead>
                </tr>
              </thead>
              <tbody>
                {summary.byClause.map(({ clause: id, counts }) => (
                  <tr key={id}>
                    <RowHead className="min-w-28">
                      <a href={`/notice#${clauseAnchor(id)}`}>
                        {notice.clauseTitle(id, inLocale(locale, clause(id).heading))}
                      </a>
                    </RowHead>
                    <Cell>
                      <VerdictBar counts={counts} locale={locale} />
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Panel>
          <Panel title={said.byCohort}>
            <GroupTable
              label={said.byCohort}
              head={said.cohort}
              groups={summary.byCohort.map((group) => ({
                group,
                name: said.selected(group.key),
                href: null,
              }))}
              locale={locale}
            />
          </Panel>
        </div>
      </div>
      <InstalmentFacts totals={totals} bands={overview.instalments.second} locale={locale} />
      <Panel title={said.provinceTable}>
        <GroupTable
          label={said.byProvince}
          head={said.province}
          groups={summary.byProvince.map((group) => {
            const [first] = group.cities
            const name = first === undefined ? group.key : provinceName(locale, first.city)
            return { group, name, href: provinceHref(group.key) }
          })}
          locale={locale}
        />
      </Panel>
      <Panel title={said.trend} lead={said.trendLead}>
        <TrendBars trend={trend.filter(({ window }) => window.period <= asOf)} locale={locale} />
      </Panel>
      <p className="text-sm text-muted">{said.source(moment)}</p>
    </div>
  )
}
