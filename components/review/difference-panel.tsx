import { ContentText } from '@/components/report/content-text'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { formatFigure, formatNumber, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { FigureDifference, RowDifference } from '@/lib/review/figure-differences'
import type { Against, Difference } from '@/lib/review/read-difference'
import type { Locale } from '@/lib/values'

/** Each answer of a version beside that of another, and the registers in numbers. */
export function DifferencePanel({
  locale,
  difference,
  onlyChanged,
  hrefOf,
}: {
  locale: Locale
  difference: Difference
  onlyChanged: boolean
  /** The address of this page with another comparison. */
  hrefOf: (against: Against) => string
}) {
  const { review, common } = words(locale)
  const said = review.difference
  const { others, other, figures, rows } = difference
  const nameOf = ({ against, period, version }: Difference['other']): string =>
    said[against === 'version' ? 'against' : 'acceptedQuarter'](
      formatPeriod(locale, period),
      common.version(version),
    )
  const shown = onlyChanged ? figures.filter(({ isChanged }) => isChanged) : figures
  const shownRows = onlyChanged ? rows.filter(({ added, gone }) => added + gone > 0) : rows
  return (
    <Disclosure
      id="difference"
      open={other.against === 'version'}
      className="mb-4"
      summary={common.pair(said.title, nameOf(other))}
    >
      {others.length > 1 && (
        <Tabs
          label={said.title}
          items={others.map((each) => ({
            href: hrefOf(each.against),
            label: nameOf(each),
            current: each.against === other.against,
          }))}
        />
      )}
      <p className="mb-1 text-sm text-muted">{said.lead}</p>
      {shown.length + shownRows.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table label={common.pair(said.title, nameOf(other))}>
          <thead>
            <tr>
              <ColumnHead>{said.column.result}</ColumnHead>
              <FigureHead>{said.column.before}</FigureHead>
              <FigureHead>{said.column.after}</FigureHead>
              <FigureHead>{said.column.change}</FigureHead>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <AnswerRow key={`${each.indicator}/${each.part}`} locale={locale} difference={each} />
            ))}
            {shownRows.map((each) => (
              <RegisterRow key={each.indicator} locale={locale} difference={each} />
            ))}
          </tbody>
        </Table>
      )}
    </Disclosure>
  )
}

function AnswerRow({ locale, difference }: { locale: Locale; difference: FigureDifference }) {
  const { review, names } = words(locale)
  const said = review.difference
  const { indicator: code, part, before, after, change, isChanged } = difference
  const subject = indicator(code)
  const text = (content: FigureDifference['before']) =>
    content === null ? (
      <span className="text-muted">{said.unanswered}</span>
    ) : (
      <ContentText kind={subject.kind} unit={subject.unit} content={content} />
    )
  return (
    <tr>
      <RowHead>
        <a href={`#result-${code}`}>{inLocale(locale, subject)}</a>
        {part !== '' && <span className="block text-sm text-muted">{names.part[part]}</span>}
      </RowHead>
      <FigureCell className="whitespace-normal">{text(before)}</FigureCell>
      <FigureCell className="whitespace-normal">
        {text(after)}
        {isChanged && before === null && <Badge tone="good">{said.added}</Badge>}
        {isChanged && after === null && <Badge tone="danger">{said.gone}</Badge>}
      </FigureCell>
      <FigureCell>{change === null ? NO_FIGURE : formatFigure(change, { signed: true })}</FigureCell>
    </tr>
  )
}

function RegisterRow({ locale, difference }: { locale: Locale; difference: RowDifference }) {
  const said = words(locale).review.difference
  const { indicator: code, before, after, added, gone } = difference
  const count = (number: number): string => formatNumber(String(number))
  return (
    <tr>
      <RowHead>
        <a href={`#register-${code}`}>{inLocale(locale, indicator(code))}</a>
        <span className="block text-sm text-muted">{said.rows}</span>
      </RowHead>
      <FigureCell>{said.rowCount(count(before))}</FigureCell>
      <FigureCell>{said.rowCount(count(after))}</FigureCell>
      <Cell className="text-right">{said.rowChange(count(added), count(gone))}</Cell>
    </tr>
  )
}
