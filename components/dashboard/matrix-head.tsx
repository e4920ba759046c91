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
          aria-sort={view.sort === 'name' ? 'ascending' : undefined}
          className={`${HEAD} sticky left-0 z-10 min-w-28 border-r border-r-edge bg-sunken ${locale === 'en' ? 'sm:min-w-44' : 'sm:min-w-36'}`}
        >
          <SortLink view={view} sort="name" label={said.city} said={said.sortedBy} />
        </th>
        <th scope="col" rowSpan={2} className={`${HEAD} min-w-18`}>
          {said.report}
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
            aria-sort={view.sort === each.code ? 'ascending' : undefined}
            className={`${HEAD} ${locale === 'en' ? 'min-w-31' : 'min-w-[5.2rem]'} ${indicators[i - 1]?.clause === each.clause ? '' : 'border-l-edge'}`}
          >
            {each.kind === 'qualitative' ? (
              <span title={inLocale(locale, each)}>{said.short[each.code]}</span>
            ) : (
              <SortLink
                view={view}
                sort={each.code}
                label={said.short[each.code]}
                title={inLocale(locale, each)}
                said={said.sortedBy}
              />
            )}
            <span className="block text-xs font-normal text-muted">{floorText(each, locale)}</span>
          </th>
        ))}
        <th scope="col" className={`${HEAD} border-l-edge text-right`}>
          {said.firstInstalment}
        </th>
        <th scope="col" className={`${HEAD} min-w-24 text-right`}>
          {said.secondInstalment}
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

function SortLink({
  view,
  sort,
  label,
  title,
  said,
}: {
  view: DashboardView
  sort: DashboardView['sort']
  label: string
  title?: string
  said: string
}) {
  const isCurrent = view.sort === sort
  return (
    <a href={dashboardAddress({ ...view, sort })} title={title} className="inline-block text-ink">
      {label}
      {isCurrent && (
        <>
          <span aria-hidden="true"> ▾</span>
          <span className="sr-only"> {said}</span>
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
