import { formatNumber, inLocale, words } from '@/lib/i18n'
import { clause, clauseAnchor, instalments, type ClauseId, type Indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { dashboardAddress, type DashboardView } from './dashboard-address'

const HEAD = 'border-b border-l border-line px-1.5 py-1 text-left align-bottom text-sm font-semibold'

/** The heads of the matrix: clauses over results with their floors; each result's head orders by it. */
export function MatrixHead({
  indicators,
  view,
  locale,
}: {
  indicators: readonly Indicator[]
  view: DashboardView
  locale: Locale
}) {
  const { dashboard: said, names } = words(locale)
  const clauses = [...new Set(indicators.map((each) => each.clause))]
  return (
    <thead className="sticky top-0 z-20 bg-sunken print:static">
      <tr>
        <th
          scope="col"
          rowSpan={2}
          aria-sort={sorted(view, 'name')}
          className={`${HEAD} sticky left-0 z-10 min-w-28 border-r border-r-edge bg-sunken ${locale === 'en' ? 'sm:min-w-44' : 'sm:min-w-36'}`}
        >
          <SortLink view={view} sort="name" label={said.city} locale={locale} />
        </th>
        <th
          scope="col"
          rowSpan={2}
          aria-sort={sorted(view, 'report')}
          className={`${HEAD} ${locale === 'en' ? 'min-w-22' : 'min-w-18'}`}
        >
          <SortLink view={view} sort="report" label={said.report} locale={locale} />
        </th>
        {clauses.map((id) => (
          <th
            key={id}
            scope="colgroup"
            colSpan={indicators.filter((each) => each.clause === id).length}
            className={`${HEAD} border-l-edge`}
          >
            <ClauseLink
              id={id}
              isShort={indicators.filter((each) => each.clause === id).length === 1}
              locale={locale}
            />
          </th>
        ))}
        <th scope="colgroup" colSpan={2} className={`${HEAD} border-l-edge`}>
          <a href={`/notice#${clauseAnchor('三')}`}>{said.money}</a>
          {locale === 'zh-CN' && (
            <span className="ml-1 text-xs font-normal text-muted">{names.unit[instalments.unit]}</span>
          )}
        </th>
      </tr>
      <tr>
        {indicators.map((each, i) => (
          <th
            key={each.code}
            scope="col"
            aria-sort={sorted(view, each.code)}
            className={`${HEAD} ${locale === 'en' ? 'min-w-31' : 'min-w-[5.2rem]'} ${indicators[i - 1]?.clause === each.clause ? '' : 'border-l-edge'}`}
          >
            <SortLink
              view={view}
              sort={each.code}
              label={said.short[each.code]}
              title={inLocale(locale, each)}
              locale={locale}
            />
            <span className="block text-xs font-normal text-muted">{floorText(each, locale)}</span>
          </th>
        ))}
        <th scope="col" aria-sort={sorted(view, 'first')} className={`${HEAD} border-l-edge text-right`}>
          <SortLink view={view} sort="first" label={said.firstInstalment} locale={locale} />
        </th>
        <th scope="col" aria-sort={sorted(view, 'second')} className={`${HEAD} min-w-24 text-right`}>
          <SortLink view={view} sort="second" label={said.secondInstalment} locale={locale} />
        </th>
      </tr>
    </thead>
  )
}

/** Over a single column a clause has room for its number only. */
function ClauseLink({ id, isShort, locale }: { id: ClauseId; isShort: boolean; locale: Locale }) {
  const { notice } = words(locale)
  const title = notice.clauseTitle(id, inLocale(locale, clause(id).heading))
  return (
    <a href={`/notice#${clauseAnchor(id)}`} title={title}>
      {isShort ? notice.clauseNumber(id) : title}
    </a>
  )
}

function sorted(view: DashboardView, sort: DashboardView['sort']): 'ascending' | 'descending' | undefined {
  if (view.sort !== sort) return undefined
  return view.reversed ? 'descending' : 'ascending'
}

/** Orders by a column; followed again, the other way round. */
function SortLink({
  view,
  sort,
  label,
  title,
  locale,
}: {
  view: DashboardView
  sort: DashboardView['sort']
  label: string
  title?: string
  locale: Locale
}) {
  const { dashboard: said } = words(locale)
  const isCurrent = view.sort === sort
  const reversed = isCurrent && !view.reversed
  return (
    <a
      href={dashboardAddress({ ...view, page: 1, sort, reversed })}
      title={title}
      className="inline-block text-ink"
    >
      {label}
      {isCurrent && (
        <>
          <span aria-hidden="true"> {view.reversed ? '▴' : '▾'}</span>
          <span className="sr-only"> {view.reversed ? said.sortedBack : said.sortedBy}</span>
        </>
      )}
    </a>
  )
}

function floorText(each: Indicator, locale: Locale): string {
  const { floor } = words(locale).dashboard
  if (each.kind === 'qualitative') return floor.none
  const number = formatNumber(String(each.floor))
  return each.kind === 'growth'
    ? floor.growth(number)
    : floor.count(number, words(locale).names.unit[each.unit])
}
