import { StatusBadge } from '@/components/ui/badge'
import { VERDICT_ORDER, VerdictSign, VerdictSymbols } from '@/components/verdict/verdict-icon'
import { cityName, formatMoney, formatNumber, formatPeriod, NO_FIGURE, provinceName, words } from '@/lib/i18n'
import type { ArrangedDashboard } from '@/lib/review/arrange-dashboard'
import type { VerdictCounts } from '@/lib/review/count-verdicts'
import type { Dashboard, ShownCity } from '@/lib/review/read-dashboard'
import type { Instalments } from '@/lib/rules/instalments'
import type { Locale } from '@/lib/values'
import type { DashboardView } from './dashboard-address'
import { MATRIX_CELLS, MatrixCell } from './matrix-cell'
import { MatrixHead } from './matrix-head'
import { MatrixKeys } from './matrix-keys'

const FIRST =
  'sticky left-0 z-10 border-b border-r border-line border-r-edge px-2 py-1 text-left align-top font-normal'

/** Cities × results. Each verdict leads to its explanation on the page of the city. */
export function Matrix({
  dashboard,
  arranged,
  view,
  showsProvince,
  unaccepted,
  locale,
}: {
  dashboard: Pick<Dashboard, 'instalments' | 'published'>
  arranged: ArrangedDashboard<ShownCity>
  view: DashboardView
  showsProvince: boolean
  /** Whether figures that are not accepted stand beside the verdicts, which do not use them. */
  unaccepted: 'shown' | 'hidden'
  locale: Locale
}) {
  const { dashboard: said } = words(locale)
  return (
    <MatrixKeys label={said.matrix}>
      <VerdictSymbols />
      <table className={`w-full border-separate border-spacing-0 ${MATRIX_CELLS}`}>
        <caption className="sr-only">{said.matrix}</caption>
        <MatrixHead indicators={arranged.indicators} view={view} locale={locale} />
        <tbody>
          <SummaryRow arranged={arranged} instalments={dashboard.instalments} locale={locale} />
          <ReferenceRow dashboard={dashboard} arranged={arranged} locale={locale} />
          {arranged.onPage.map((each) => (
            <CityRow
              key={each.city.code}
              each={each}
              arranged={arranged}
              instalments={dashboard.instalments}
              view={view}
              showsProvince={showsProvince}
              unaccepted={unaccepted}
              locale={locale}
            />
          ))}
        </tbody>
      </table>
    </MatrixKeys>
  )
}

function SummaryRow({
  arranged,
  instalments,
  locale,
}: {
  arranged: ArrangedDashboard<ShownCity>
  instalments: Instalments
  locale: Locale
}) {
  const { dashboard: said } = words(locale)
  const accepted = arranged.cities.filter(({ status }) => status === 'accepted').length
  return (
    <tr className="bg-wash">
      <th scope="row" className={`${FIRST} bg-wash`}>
        <strong>{said.summary(formatNumber(String(arranged.cities.length)))}</strong>
      </th>
      <td>
        <StatusBadge status="accepted" label={String(accepted)} />
        <span className="sr-only">{words(locale).names.status.accepted}</span>
      </td>
      {arranged.indicators.map(({ code }) => (
        <td key={code}>
          <Counts counts={arranged.byIndicator.get(code) ?? {}} locale={locale} />
        </td>
      ))}
      <td className="figure">{moneyIn(locale, arranged.money.first)}</td>
      <td className="figure">
        {instalments.second.code === 'banded' || arranged.money.decidedCities === arranged.cities.length
          ? moneyIn(locale, arranged.money.secondUpTo)
          : said.upTo(moneyIn(locale, arranged.money.secondUpTo))}
      </td>
    </tr>
  )
}

function Counts({ counts, locale }: { counts: VerdictCounts; locale: Locale }) {
  const { word } = words(locale).verdict
  return (
    <ul className="grid grid-cols-2 gap-x-1 text-sm [&_svg]:mr-1 [&_svg]:inline-block [&_svg]:size-3">
      {VERDICT_ORDER.filter((code) => (counts[code] ?? 0) > 0).map((code) => (
        <li key={code} title={word[code]} className={TEXT[code]}>
          <VerdictSign code={code} />
          <span className="sr-only">{word[code]}</span>
          {counts[code]}
        </li>
      ))}
    </ul>
  )
}

const TEXT: Readonly<Record<(typeof VERDICT_ORDER)[number], string>> = {
  met: 'text-met',
  short: 'text-short',
  onPace: 'text-on-pace',
  behindPace: 'text-behind-pace',
  notYetDue: 'text-not-yet-due',
  figuresMissing: 'text-figures-missing',
  notComputable: 'text-not-computable',
  needsJudgement: 'text-needs-judgement',
}

function CityRow({
  each,
  arranged,
  instalments,
  view,
  showsProvince,
  unaccepted,
  locale,
}: {
  each: ShownCity
  arranged: ArrangedDashboard<ShownCity>
  instalments: Instalments
  view: DashboardView
  showsProvince: boolean
  unaccepted: 'shown' | 'hidden'
  locale: Locale
}) {
  const { dashboard: said } = words(locale)
  const { city, status, verdicts } = each
  const pending = unaccepted === 'shown' ? each.pending : []
  const page = `/cities/${city.code}?asOf=${view.asOf}`
  const { second } = each
  return (
    <tr>
      <th scope="row" className={`${FIRST} bg-paper`}>
        <a href={page} className="inline-block leading-5">
          {cityName(locale, city)}
        </a>
        {showsProvince && <span className="block text-xs text-muted">{provinceName(locale, city)}</span>}
      </th>
      <td>
        <StatusBadge status={status} label={said.status[status]} />
      </td>
      {arranged.indicators.map(({ code }) => {
        const verdict = verdicts.byFloor.find((judged) => judged.verdict.indicator === code)?.verdict
        return (
          verdict && (
            <MatrixCell
              key={code}
              verdict={verdict}
              href={`${page}#${code}`}
              isMarked={view.verdict === verdict.code}
              pending={pending.find(({ indicator }) => indicator === code)?.value}
              locale={locale}
            />
          )
        )
      })}
      <td className="figure">{moneyIn(locale, instalments.first.amount)}</td>
      <td className="figure">
        {second.code === 'banded' ? (
          moneyIn(locale, second.amount)
        ) : second.code === 'decided' ? (
          <>
            {moneyIn(locale, second.amount)}
            <span className="block text-xs text-muted">{said.decided}</span>
          </>
        ) : (
          <>
            {said.upTo(moneyIn(locale, second.upTo))}
            <span className="block text-xs text-muted">
              {second.code === 'bandsUnspecified' ? said.bandsUnspecified : said.notEvaluated}
            </span>
          </>
        )}
      </td>
    </tr>
  )
}

/** An amount in the unit of the head: 万元 in Chinese, yuan in English, which has no word for ten thousand. */
const moneyIn = (locale: Locale, amount: string): string =>
  locale === 'en' ? formatMoney(locale, amount) : formatNumber(amount)

/** 全国 (published): the same rules on the published national figures; no city, and not in the order. */
function ReferenceRow({
  dashboard,
  arranged,
  locale,
}: {
  dashboard: Pick<Dashboard, 'instalments' | 'published'>
  arranged: ArrangedDashboard<ShownCity>
  locale: Locale
}) {
  const { dashboard: said } = words(locale)
  const { asOf, verdicts } = dashboard.published
  return (
    <tr className="bg-wash">
      <th scope="row" className={`${FIRST} bg-wash`}>
        <a href="#reference" className="inline-block">
          {said.reference}
        </a>
      </th>
      <td className="text-xs text-muted">{said.referenceNote(formatPeriod(locale, asOf))}</td>
      {arranged.indicators.map(({ code }) => {
        const judged = verdicts.find(({ verdict }) => verdict.indicator === code)
        return judged ? (
          <MatrixCell
            key={code}
            verdict={judged.verdict}
            href={`#published-${code}`}
            isMarked={false}
            locale={locale}
          />
        ) : (
          <td key={code} title={said.referenceNone} className="text-muted">
            {NO_FIGURE}
          </td>
        )
      })}
      <td>{NO_FIGURE}</td>
      <td>{NO_FIGURE}</td>
    </tr>
  )
}
