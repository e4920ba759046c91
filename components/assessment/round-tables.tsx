import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import type { RoundStanding } from '@/lib/assessment/read-rounds'
import { cityName, formatDay, formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { EvaluationRound, EvaluationState } from '@/lib/store/evaluation-rounds'
import type { Locale } from '@/lib/values'

/** Whether a round is scored by a document's weights. */
export function SchemeBadge({ round, locale }: { round: EvaluationRound; locale: Locale }) {
  const said = words(locale).evaluation
  return round.schemeDecision === null ? <Badge tone="attention">{said.demonstration}</Badge> : null
}

/** Every round. */
export function RoundTable({ rounds, locale }: { rounds: readonly RoundStanding[]; locale: Locale }) {
  const said = words(locale).evaluation
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.round}</ColumnHead>
          <ColumnHead>{said.asOf}</ColumnHead>
          <ColumnHead>{said.days}</ColumnHead>
          <ColumnHead>{said.scheme}</ColumnHead>
          <FigureHead>{said.cities}</FigureHead>
          <FigureHead>{said.progress.sealed}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ round, document, states }) => (
          <tr key={round.id}>
            <RowHead>
              <Link href={`/evaluations/${round.name}`}>{round.title}</Link>
              <span className="block text-sm text-muted">
                {said.kind[round.kind]} {round.documentNumber}
              </span>
            </RowHead>
            <Cell>{formatPeriod(locale, round.asOf)}</Cell>
            <Cell>{said.span(formatDay(locale, round.opensOn), formatDay(locale, round.closesOn))}</Cell>
            <Cell>{document ?? <SchemeBadge round={round} locale={locale} />}</Cell>
            <FigureCell>{states.length}</FigureCell>
            <FigureCell>{states.filter(({ sealed }) => sealed !== null).length}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** How far an evaluation is, in words. */
export function StateWords({ state, locale }: { state: EvaluationState; locale: Locale }) {
  const said = words(locale).evaluation.progress
  if (state.sealed !== null) return <Badge tone="good">{said.sealed}</Badge>
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={state.isStated ? 'accent' : 'neutral'}>
        {state.isStated ? said.stated : said.unstated}
      </Badge>
      <Badge tone={state.assigned >= 3 ? 'accent' : 'neutral'}>{said.assigned(String(state.assigned))}</Badge>
      <Badge tone={state.handedIn === 2 ? 'accent' : 'neutral'}>
        {said.handedIn(String(state.handedIn))}
      </Badge>
      {state.isSigned && <Badge tone="attention">{said.signed}</Badge>}
    </span>
  )
}

/** Score and grade of a sealed version; a dash while it is open. */
export function SealedScore({ sealed, locale }: { sealed: EvaluationState['sealed']; locale: Locale }) {
  const said = words(locale).evaluation
  if (sealed === null) return NO_FIGURE
  const grade = said.grade[(sealed.grade ?? 'poor') as keyof typeof said.grade]
  return (
    <>
      {formatNumber(sealed.score, { places: 2 })} {sealed.grade !== null && grade}
      {sealed.demonstration && <span className="block text-sm text-muted">{said.demonstration}</span>}
    </>
  )
}

/** The cities of a round. */
export function RoundCities({
  round,
  cities,
  locale,
}: {
  round: EvaluationRound
  cities: readonly { readonly city: City; readonly state: EvaluationState }[]
  locale: Locale
}) {
  const said = words(locale).evaluation
  return (
    <Table label={said.cities} stickyColumn>
      <thead>
        <tr>
          <ColumnHead>{words(locale).common.city}</ColumnHead>
          <ColumnHead>{said.progress.title}</ColumnHead>
          <ColumnHead>{said.versionHead}</ColumnHead>
          <FigureHead unit={said.points}>{said.score}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {cities.map(({ city, state }) => (
          <tr key={city.code}>
            <RowHead>
              <Link href={`/cities/${city.code}/evaluations/${round.name}`}>{cityName(locale, city)}</Link>
            </RowHead>
            <Cell>
              <StateWords state={state} locale={locale} />
            </Cell>
            <Cell>{said.version(String(state.version))}</Cell>
            <FigureCell>
              <SealedScore sealed={state.sealed} locale={locale} />
            </FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
