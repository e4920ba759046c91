import { Badge, type Tone } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { NO_FIGURE, cityName, formatDateTime, formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { QualityFinding } from '@/lib/review/read-quality'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { FollowForm } from './follow-form'

const TONES: Readonly<Record<QualityFinding['state'], Tone>> = {
  open: 'attention',
  taken: 'accent',
  asked: 'accent',
  closed: 'good',
}

/** Findings with what was expected and received, the rule, the next step, and what was done about each. */
export function FindingTable({
  findings,
  names,
  action,
  locale,
}: {
  findings: readonly QualityFinding[]
  /** Names of cities by their codes, for figures that agree with another city's. */
  names: Readonly<Record<string, string>>
  /** Null for those who only look. */
  action: FormAction | null
  locale: Locale
}) {
  const { column, table } = words(locale).quality
  return (
    <Table label={table} stickyColumn>
      <thead>
        <tr>
          <ColumnHead>{column.city}</ColumnHead>
          <ColumnHead className="min-w-36">{column.result}</ColumnHead>
          <ColumnHead>{column.found}</ColumnHead>
          <FigureHead>{column.expected}</FigureHead>
          <FigureHead>{column.received}</FigureHead>
          <ColumnHead className="min-w-64">{column.next}</ColumnHead>
          <ColumnHead className="min-w-44">{column.follow}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow
            key={`${finding.city}/${finding.indicator}/${finding.kind}`}
            finding={finding}
            other={names[finding.measure] ?? finding.measure}
            action={action}
            locale={locale}
          />
        ))}
      </tbody>
    </Table>
  )
}

function FindingRow({
  finding,
  other,
  action,
  locale,
}: {
  finding: QualityFinding
  other: string
  action: FormAction | null
  locale: Locale
}) {
  const { quality: said } = words(locale)
  const { about, quarter, kind, state, marks } = finding
  const owned = marks.at(-1)
  const result = indicator(finding.indicator)
  return (
    <tr>
      <RowHead className="min-w-24 sm:whitespace-nowrap">
        <a href={`/cities/${about.code}?asOf=${quarter}#${finding.indicator}`}>{cityName(locale, about)}</a>
      </RowHead>
      <Cell>{inLocale(locale, result)}</Cell>
      <Cell>{said.kind[kind]}</Cell>
      <FigureCell>
        {finding.expected === null ? NO_FIGURE : formatWithUnit(locale, finding.expected, result.unit)}
      </FigureCell>
      <FigureCell>{formatWithUnit(locale, finding.received, result.unit)}</FigureCell>
      <Cell>
        {said.rule[kind](other)} <span className="text-muted">{said.next[kind]}</span>{' '}
        <a href={`/review/${about.code}/${quarter}`}>{said.toReport}</a>
      </Cell>
      <Cell>
        <Badge tone={TONES[state]}>{said.state[state]}</Badge>
        {owned !== undefined && <span className="ml-2">{said.owner(owned.ownerName)}</span>}
        <ul>
          {marks.map((mark) => (
            <li key={mark.seq} className="text-sm">
              {said.state[mark.state]} {mark.note}{' '}
              <span className="text-muted">{said.by(mark.ownerName, formatDateTime(locale, mark.at))}</span>
            </li>
          ))}
        </ul>
        {action !== null && (
          <Disclosure summary={said.followUp} className="print:hidden">
            <FollowForm
              city={about.code}
              quarter={quarter}
              indicator={finding.indicator}
              kind={kind}
              received={finding.received}
              seq={finding.seq}
              action={action}
            />
          </Disclosure>
        )}
      </Cell>
    </tr>
  )
}
