import type { Metadata } from 'next'
import { AssessmentLinks } from '@/components/dashboard/assessment-links'
import { DashboardFilter } from '@/components/dashboard/dashboard-filter'
import { DashboardSummary } from '@/components/dashboard/dashboard-summary'
import { DashboardTabs } from '@/components/dashboard/dashboard-tabs'
import { dashboardAddress } from '@/components/dashboard/dashboard-address'
import { Matrix } from '@/components/dashboard/matrix'
import { PaperForm } from '@/components/ui/paper-form'
import { ReferencePanel } from '@/components/dashboard/reference-panel'
import { UnacceptedNotice } from '@/components/dashboard/unaccepted-notice'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pages } from '@/components/ui/pages'
import { PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { OpenOnHash } from '@/components/verdict/open-on-hash'
import { VerdictLegend } from '@/components/verdict/verdict-legend'
import { MOST_AT_ONCE } from '@/lib/documents/assessment/assessment-workbook'
import { MOST_CITIES } from '@/lib/documents/papers/national-summary'
import { formatDateTime, formatNumber, formatPeriod, provinceName, words } from '@/lib/i18n'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readOverview } from '@/lib/review/read-overview'
import { parseQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { unacceptedChoice } from '@/lib/web/unaccepted'

/** Of more cities than this the table is made in the background alone. */
const AT_ONCE = 300

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).dashboard.title }
}

/** Every city against every result of the notice, as of one quarter. */
export default async function DashboardPage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const { dashboard: said, overview: turning, papers, assessing } = words(locale)
  const title = permit.scope.scope === 'province' ? said.provinceTitle : said.title
  const dashboard = await readOverview(permit, parseQuarter(String(asked.asOf)))
  if (dashboard === null) return <Nothing title={title} text={said.noQuarter} next={said.noQuarterNext} />
  if (dashboard.cities.length === 0)
    return <Nothing title={title} text={said.noCities} next={said.noCitiesNext} />
  const view = { ...arrangementOf(asked), asOf: dashboard.asOf }
  const arranged = arrangeDashboard(dashboard, view)
  const provinces = [
    ...new Map(
      dashboard.cities.map(({ city }) => [
        city.code.slice(0, 2),
        { code: city.code.slice(0, 2), name: provinceName(locale, city) },
      ]),
    ).values(),
  ]
  const unaccepted = await unacceptedChoice(asked.unaccepted)
  const pending = dashboard.cities.some((city) => city.pending.length > 0) ? [dashboard.asOf] : []
  const file = `${dashboardAddress(view, '/dashboard/export')}&unaccepted=${unaccepted}`
  const inBackground = (kind: string) =>
    `/exports?${new URLSearchParams({ kind, asOf: view.asOf, query: file.slice(file.indexOf('?') + 1) }).toString()}`
  const toPage = (page: number, label: string) =>
    page < 1 || page > arranged.pages ? null : { href: dashboardAddress({ ...view, page }), label }
  const count = (cities: readonly unknown[]) => formatNumber(String(cities.length))
  return (
    <div className="wide-sheet">
      <DashboardTabs current="matrix" asOf={dashboard.asOf} locale={locale} />
      <PageHead
        title={title}
        lead={said.lead(formatPeriod(locale, dashboard.asOf), formatDateTime(locale, dashboard.now))}
        action={
          <>
            <LinkButton href={inBackground('dashboard')}>{words(locale).exports.toBackground}</LinkButton>
            {dashboard.cities.length <= AT_ONCE && (
              <>
                <DownloadLink href={`${file}&format=xlsx`} title={said.exportNote}>
                  {said.export} {said.workbook}
                </DownloadLink>
                <DownloadLink href={`${file}&format=csv`} title={said.exportNote}>
                  {said.export} {said.csv}
                </DownloadLink>
              </>
            )}
          </>
        }
      />
      {asked.paper === 'none' && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
      <DashboardFilter view={view} offered={dashboard.offered} provinces={provinces} locale={locale} />
      <UnacceptedNotice quarters={pending} unaccepted={unaccepted} locale={locale} />
      <DashboardSummary view={view} arranged={arranged} instalments={dashboard.instalments} locale={locale} />
      <p className="mb-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span role="status">{said.shown(count(arranged.cities), count(dashboard.cities))}</span>
        {view.columns === 'numeric' && (
          <span>
            {said.columnsNote}{' '}
            <a href={dashboardAddress({ ...view, columns: 'all' })} className="print:hidden">
              {said.columnsAll}
            </a>
          </span>
        )}
        <a href="#legend" className="sr-only focus:not-sr-only">
          {said.skipTable}
        </a>
      </p>
      {arranged.cities.length === 0 ? (
        <EmptyState
          title={said.noneMatch}
          next={said.noneMatchNext}
          action={<LinkButton href={`/dashboard?asOf=${view.asOf}`}>{said.clear}</LinkButton>}
        />
      ) : (
        <Matrix
          dashboard={dashboard}
          arranged={arranged}
          view={view}
          showsProvince={provinces.length > 1}
          unaccepted={unaccepted}
          locale={locale}
        />
      )}
      {arranged.pages > 1 && (
        <Pages
          label={turning.pageLabel}
          where={turning.pages(formatNumber(String(arranged.page)), formatNumber(String(arranged.pages)))}
          earlier={toPage(arranged.page - 1, turning.earlier)}
          later={toPage(arranged.page + 1, turning.later)}
        />
      )}
      <Panel id="legend" title={said.legend} className="mt-4 scroll-mt-4">
        <VerdictLegend locale={locale} />
        <p className="mt-2 text-sm text-muted">
          {said.legendAttainment} {said.keys}
        </p>
      </Panel>
      <Panel
        title={assessing.heading}
        lead={`${assessing.lead} ${assessing.tooMany(formatNumber(String(MOST_AT_ONCE)))}`}
      >
        <AssessmentLinks href={dashboardAddress(view, '/dashboard/export/assessment')} locale={locale} />
        <LinkButton href={inBackground('assessmentWorkbook')} className="mt-2">
          {words(locale).exports.toBackground}
        </LinkButton>
      </Panel>
      <Panel title={papers.heading} lead={papers.national.tooMany(formatNumber(String(MOST_CITIES)))}>
        <PaperForm
          action="/dashboard/export/paper"
          fields={Object.fromEntries(new URL(file, 'http://portal').searchParams)}
          locale={locale}
        />
        <LinkButton href={inBackground('nationalSummary')} className="mt-2">
          {words(locale).exports.toBackground}
        </LinkButton>
      </Panel>
      <ReferencePanel verdicts={dashboard.published.verdicts} locale={locale} />
      <OpenOnHash />
    </div>
  )
}

function Nothing({ title, text, next }: { title: string; text: string; next: string }) {
  return (
    <>
      <PageHead title={title} />
      <EmptyState title={text} next={next} />
    </>
  )
}
