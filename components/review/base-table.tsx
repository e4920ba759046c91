import type { ReactNode } from 'react'
import { ContentText } from '@/components/report/content-text'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale, Period } from '@/lib/values'
import { LineName } from './line-name'
import { hasRemarks, LineRemarks } from './line-remarks'
import { PinFigure } from './pin-figure'

/** The base year's report: its quarters and the year as a whole. */
export function BaseTable({
  locale,
  period,
  lines,
  canReturn,
  talk,
}: {
  locale: Locale
  period: Period
  lines: readonly SubmittedLine[]
  canReturn: boolean
  /** The conversation beside a result. */
  talk: (code: IndicatorCode) => ReactNode
}) {
  const said = words(locale).review.figures
  const quarters = said.partQuarter.split('|')
  return (
    <Table label={formatPeriod(locale, period)} stickyColumn>
      <thead>
        <tr>
          <ColumnHead className="min-w-44">{said.column.indicator}</ColumnHead>
          {quarters.map((quarter) => (
            <FigureHead key={quarter}>{quarter}</FigureHead>
          ))}
          <FigureHead>{said.partYear}</FigureHead>
          {canReturn && <ColumnHead className="print:hidden">{said.column.pin}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const subject = indicator(line.row.indicator)
          return (
            <tr
              key={subject.code}
              id={`result-${subject.code}`}
              data-figure={subject.code}
              tabIndex={-1}
              className="focus-within:bg-accent-wash"
            >
              <RowHead>
                <LineName locale={locale} line={line} />
                {hasRemarks(line) && <LineRemarks locale={locale} line={line} />}
                {talk(subject.code)}
              </RowHead>
              {line.row.cells.map((cell) => {
                const before = line.changes.find(({ part }) => part === cell.part)?.before
                return (
                  <FigureCell key={cell.part}>
                    <ContentText kind="growth" unit={subject.unit} content={cell.content} />
                    {before !== undefined && (
                      <span className="block text-sm text-muted">
                        {said.was('')}
                        <ContentText
                          kind="growth"
                          unit={subject.unit}
                          content={before ?? { state: 'blank' }}
                        />
                      </span>
                    )}
                  </FigureCell>
                )
              })}
              {canReturn && (
                <Cell className="print:hidden">
                  <PinFigure code={subject.code} name={inLocale(locale, subject)} />
                </Cell>
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
