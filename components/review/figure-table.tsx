import { Fragment, type ReactNode } from 'react'
import { ContentText } from '@/components/report/content-text'
import { PartsList } from '@/components/report/parts-list'
import { SourceText } from '@/components/report/source-text'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { VERDICT_COLOURS, VerdictIcon } from '@/components/verdict/verdict-icon'
import { VerdictLink } from '@/components/verdict/verdict-link'
import {
  formatFigure,
  formatNumber,
  formatPeriod,
  inLocale,
  NO_FIGURE,
  noFigureWords,
  words,
} from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'
import { LineContext, type PeersShown } from './line-context'
import { LineName } from './line-name'
import { hasRemarks, LineRemarks } from './line-remarks'
import { PinFigure } from './pin-figure'

interface LineProps {
  readonly locale: Locale
  readonly line: SubmittedLine
}

/** The results in figures, each beside its earlier quarters, the path and the verdict it would bring. */
export function FigureTable({
  locale,
  lines,
  canReturn,
  talk,
  peers,
}: {
  locale: Locale
  lines: readonly SubmittedLine[]
  canReturn: boolean
  /** The conversation beside a result. */
  talk: (code: IndicatorCode) => ReactNode
  /** What like cities report; null for who does not see other cities. */
  peers: PeersShown | null
}) {
  const said = words(locale).review.figures
  const columns = canReturn ? 10 : 9
  return (
    <Table label={said.title} stickyColumn boxClassName="!max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-44">{said.column.indicator}</ColumnHead>
          <FigureHead>{said.column.figure}</FigureHead>
          <FigureHead>{said.column.previous}</FigureHead>
          <FigureHead>{said.column.lastYear}</FigureHead>
          <FigureHead>{said.column.growth}</FigureHead>
          <FigureHead>{said.column.toDate}</FigureHead>
          <FigureHead>{said.column.required}</FigureHead>
          <FigureHead>{said.column.gap}</FigureHead>
          <ColumnHead>{said.column.verdict}</ColumnHead>
          {canReturn && <ColumnHead className="print:hidden">{said.column.pin}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={line.row.indicator}>
            <tr
              id={`result-${line.row.indicator}`}
              data-figure={line.row.indicator}
              tabIndex={-1}
              className="focus-within:bg-accent-wash"
            >
              <RowHead>
                <LineName locale={locale} line={line} />
              </RowHead>
              <FigureCell>
                <Reported locale={locale} line={line} />
              </FigureCell>
              <Beside locale={locale} line={line} />
              <Cell>
                {line.judgement === null ? (
                  NO_FIGURE
                ) : (
                  <VerdictLink
                    code={line.judgement.verdict.code}
                    href={`#grounds-${line.row.indicator}`}
                    locale={locale}
                  />
                )}
              </Cell>
              {canReturn && (
                <Cell className="print:hidden">
                  <PinFigure
                    code={line.row.indicator}
                    name={inLocale(locale, indicator(line.row.indicator))}
                  />
                </Cell>
              )}
            </tr>
            <tr>
              <Cell colSpan={columns} className="bg-wash">
                {hasRemarks(line) && <LineRemarks locale={locale} line={line} />}
                <div className="flex flex-wrap items-start gap-x-6">
                  <LineContext locale={locale} line={line} peers={peers} />
                  {talk(line.row.indicator)}
                </div>
              </Cell>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}

/** What the report says, and what the version before said. */
function Reported({ locale, line: { row, parts, changes } }: LineProps) {
  const { review, entry, names } = words(locale)
  const { kind, unit } = indicator(row.indicator)
  const content = row.cells[0]?.content ?? { state: 'blank' }
  const before = changes.find(({ part }) => part === '')?.before
  const isCounted = row.counted !== null && row.counted.rows > 0
  return (
    <div className="ml-auto max-w-64 whitespace-normal">
      {isCounted ? (
        <a href={`#register-${row.indicator}`} className="font-semibold">
          {entry.count.added(formatNumber(row.counted.added), names.unit[unit])}
        </a>
      ) : (
        <ContentText kind={kind} unit={unit} content={content} />
      )}
      <PartsList locale={locale} parts={parts} />
      {isCounted && <SourceText source={content.source} />}
      {before !== undefined && (
        <span className="block text-sm text-muted">
          {before === null ? (
            review.figures.was(review.figures.unanswered)
          ) : (
            <>
              {review.figures.was('')}
              <ContentText kind={kind} unit={unit} content={before} />
            </>
          )}
        </span>
      )}
    </div>
  )
}

/** The six columns of comparison. */
function Beside({ locale, line }: LineProps) {
  const { entry } = words(locale)
  const { row, progress } = line
  if (row.beside === null || progress === null) {
    return [0, 1, 2, 3, 4, 5].map((column) => <FigureCell key={column}>{NO_FIGURE}</FigureCell>)
  }
  const { previous, lastYear, required, target } = row.beside
  return (
    <>
      <Earlier locale={locale} at={previous} isPending={line.isPreviousPending} />
      <Earlier locale={locale} at={lastYear} isPending={line.isLastYearPending} />
      <FigureCell>
        {row.kind !== 'growth' || progress.growth === null
          ? NO_FIGURE
          : `${formatNumber(progress.growth, { places: 1, signed: true })}%`}
      </FigureCell>
      <FigureCell>{figure(progress.toDate)}</FigureCell>
      <FigureCell>
        {required === null ? (
          <span className="text-sm whitespace-normal text-muted">{notRequired(locale, line)}</span>
        ) : (
          formatFigure(required)
        )}
        {target?.required != null && (
          <span className="block text-sm text-muted" title={entry.progress.targetTitle}>
            {entry.progress.target(formatFigure(target.required))}
          </span>
        )}
      </FigureCell>
      <FigureCell>
        <Gap locale={locale} line={line} />
      </FigureCell>
    </>
  )
}

function Earlier({
  locale,
  at,
  isPending,
}: {
  locale: Locale
  at: NonNullable<SubmittedLine['row']['beside']>['previous']
  isPending: boolean
}) {
  return (
    <FigureCell title={formatPeriod(locale, at.period)}>
      {at.value === null && at.none !== undefined ? (
        <span className="text-sm whitespace-normal text-muted">{noFigureWords(locale, at)}</span>
      ) : (
        figure(at.value)
      )}
      {isPending && <span className="block text-sm text-muted">{words(locale).review.figures.pending}</span>}
    </FigureCell>
  )
}

/** Why the path asks nothing. */
function notRequired(locale: Locale, { row }: SubmittedLine): string {
  const said = words(locale).entry.progress
  switch (row.beside?.notRequired) {
    case 'baseMissing':
    case 'zeroBase':
    case 'yearDisagreesWithQuarters':
      return said[row.beside.notRequired]
    default:
      return said.outside
  }
}

const PACE = { onPath: 'onPace', behindPath: 'behindPace' } as const

function Gap({ locale, line: { progress } }: LineProps) {
  const said = words(locale).entry.progress
  if (progress === null || progress.gap === null || progress.state === 'unknown') return NO_FIGURE
  const code = PACE[progress.state]
  return (
    <span
      title={said[progress.state]}
      className={`inline-flex items-center gap-1 rounded px-1 ${VERDICT_COLOURS[code]}`}
    >
      <VerdictIcon code={code} className="size-3" />
      <span className="sr-only">{said[progress.state]}</span>
      {formatFigure(progress.gap, { signed: true })}
    </span>
  )
}

const figure = (value: string | null): ReactNode => (value === null ? NO_FIGURE : formatFigure(value))
