import { ElapsedDaysTable } from '@/components/report/elapsed-days'
import { Disclosure } from '@/components/ui/disclosure'
import { LifeLine, type LifeStep } from '@/components/ui/life-line'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { SubmittedReport } from '@/lib/review/read-submitted-report'
import type { ReportEvent } from '@/lib/store/reports'
import type { Locale } from '@/lib/values'

const ROAD = ['certified', 'submitted', 'forwarded', 'accepted'] as const

/** How far the version in hand has come, and everything that happened before. */
export function ReportProgress({
  locale,
  report: { events, status, route, elapsed },
}: {
  locale: Locale
  report: Pick<SubmittedReport, 'events' | 'status' | 'route' | 'elapsed'>
}) {
  const { review } = words(locale)
  const said = review.report
  return (
    <>
      <LifeLine label={said.life} steps={lifeSteps(locale, events, status, route)} />
      <ElapsedDaysTable locale={locale} elapsed={elapsed} />
      <Disclosure summary={said.events(String(events.length))} className="mb-4">
        <EventTable locale={locale} events={events} />
      </Disclosure>
    </>
  )
}

/** The road of this round: after a return, or a certification taken back, it begins again. */
function lifeSteps(
  locale: Locale,
  events: readonly ReportEvent[],
  status: SubmittedReport['status'],
  route: SubmittedReport['route'],
): LifeStep[] {
  const { lifeStep, lifeSaid, by } = words(locale).review.report
  const isBackward = ({ kind }: ReportEvent): boolean =>
    kind === 'returned' || kind === 'recalled' || kind === 'withdrawn'
  const returned = status === 'returned' ? events.findLast(({ kind }) => kind === 'returned') : undefined
  const sofar = returned === undefined ? events : events.slice(0, events.indexOf(returned))
  const round = sofar.slice(sofar.findLastIndex(isBackward) + 1)
  const isDirect = route === 'direct' && !round.some(({ kind }) => kind === 'forwarded')
  const road = ROAD.filter((kind) => !(isDirect && kind === 'forwarded'))
  const reached = road.filter((kind) => round.some((event) => event.kind === kind)).length
  const stateOf = (i: number): LifeStep['state'] =>
    i < reached ? 'done' : i === reached && returned === undefined ? 'current' : 'ahead'
  const steps = road.map((kind, i): LifeStep => {
    const event = round.findLast((candidate) => candidate.kind === kind)
    const state = stateOf(i)
    return {
      key: kind,
      label: lifeStep[kind],
      state,
      said: lifeSaid[state],
      ...(event && { detail: by(event.actorName, formatDateTime(locale, event.at)) }),
    }
  })
  if (returned === undefined) return steps
  const back: LifeStep = {
    key: 'returned',
    label: lifeStep.returned,
    state: 'back',
    said: lifeSaid.back,
    detail: by(returned.actorName, formatDateTime(locale, returned.at)),
  }
  return [...steps.slice(0, reached), back, ...steps.slice(reached)]
}

function EventTable({ locale, events }: { locale: Locale; events: readonly ReportEvent[] }) {
  const { review, names, common } = words(locale)
  const said = review.report.event
  const roles: Readonly<Record<string, string>> = names.role
  return (
    <Table label={review.report.life}>
      <thead>
        <tr>
          <ColumnHead>{said.at}</ColumnHead>
          <ColumnHead>{said.kind}</ColumnHead>
          <ColumnHead>{said.who}</ColumnHead>
          <ColumnHead>{said.version}</ColumnHead>
          <ColumnHead>{said.reason}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq}>
            <RowHead className="whitespace-nowrap">{formatDateTime(locale, event.at)}</RowHead>
            <Cell className="whitespace-nowrap">{names.event[event.kind]}</Cell>
            <Cell>{review.report.by(event.actorName, roles[event.actorRole] ?? event.actorRole)}</Cell>
            <Cell className="whitespace-nowrap">{common.version(event.version)}</Cell>
            <Cell>
              <Reasons locale={locale} event={event} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The reason of a step, and of a return each figure's own. */
export function Reasons({ locale, event }: { locale: Locale; event: ReportEvent }) {
  const { common, review } = words(locale)
  return (
    <>
      {event.reason !== null && <p className="whitespace-pre-wrap">{event.reason}</p>}
      {event.returned.length + event.returnedRows.length > 0 && (
        <ul className="list-disc pl-5">
          {event.returned.map((figure) => (
            <li key={figure.indicator}>
              {common.pair(inLocale(locale, indicator(figure.indicator)), figure.reason)}
            </li>
          ))}
          {event.returnedRows.map(({ id, indicator: code, name, reason }) => (
            <li key={id}>
              {common.pair(review.report.returnedRow(inLocale(locale, indicator(code)), name), reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
