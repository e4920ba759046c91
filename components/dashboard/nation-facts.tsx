import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { cityName, formatNumber, formatPercent, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { Arrival } from '@/lib/review/read-overview'
import type { OverviewSummary } from '@/lib/review/summarise-overview'
import type { Locale, Quarter } from '@/lib/values'

const ARRIVALS: readonly Arrival[] = ['onTime', 'extended', 'late', 'overdue', 'notDue', 'notAsked']
/** Names that are listed; the matrix, ordered by report, has all. */
const LISTED = 40

/** The nation in a few numbers, and who has not reported. */
export function NationFacts({
  summary: { nation, completeness, unreported },
  asOf,
  locale,
}: {
  summary: OverviewSummary
  asOf: Quarter
  locale: Locale
}) {
  const { overview: said } = words(locale)
  const count = (number: number) => formatNumber(String(number))
  const share = (part: number, whole: number) =>
    whole === 0 ? NO_FIGURE : formatPercent({ num: BigInt(part), den: BigInt(whole) })
  const rest = unreported.length - LISTED
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
        <KeyFigure label={said.cities} value={count(nation.cities.length)} />
        <KeyFigure
          label={said.attention}
          value={count(nation.behind)}
          note={said.attentionNote(count(nation.behind), count(nation.decided))}
        />
        <KeyFigure
          label={said.acceptedReports}
          value={count(nation.accepted)}
          note={share(nation.accepted, nation.cities.length - nation.arrivals.notAsked)}
        />
        <KeyFigure
          label={said.completeness}
          value={share(completeness.answered, completeness.asked)}
          note={said.completenessNote(
            count(completeness.answered),
            count(completeness.asked),
            count(completeness.reports),
          )}
        />
      </div>
      <Panel title={said.arrivals} lead={said.arrivalsLead(formatPeriod(locale, asOf))}>
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {ARRIVALS.map((arrival) => (
            <li key={arrival}>
              <span className="text-sm text-muted">{said.arrival[arrival]}</span>{' '}
              <strong className="text-lg">{count(nation.arrivals[arrival])}</strong>
            </li>
          ))}
        </ul>
        <h3 className="mt-3">{said.unreported}</h3>
        {unreported.length === 0 ? (
          <p className="text-muted">{said.unreportedNone}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {unreported.slice(0, LISTED).map(({ city, arrival }) => (
              <li key={city.code}>
                <a href={`/cities/${city.code}?asOf=${asOf}`}>{cityName(locale, city)}</a>{' '}
                <span className="text-sm text-muted">{said.arrival[arrival]}</span>
              </li>
            ))}
            {rest > 0 && (
              <li>
                <a href={`/dashboard?asOf=${asOf}&sort=report`}>{said.unreportedMore(count(rest))}</a>
              </li>
            )}
          </ul>
        )}
      </Panel>
    </>
  )
}
