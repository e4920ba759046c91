import { PartsList } from '@/components/report/parts-list'
import { SourceText } from '@/components/report/source-text'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDay, formatFigure, formatNumber, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ContentLine } from '@/lib/reporting/content-lines'
import type { CellContent } from '@/lib/store/cells'
import type { Locale } from '@/lib/values'

interface Props {
  readonly locale: Locale
  readonly lines: readonly ContentLine[]
}

const TIGHT = 'print:py-0 print:text-[8.5pt] print:leading-snug'

/** The figures of a submitted quarter, small enough for one page. */
export function ReceiptFigures({ locale, lines }: Props) {
  const { receipt: said, check, names } = words(locale)
  return (
    <Table label={said.figures} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className={`min-w-40 ${TIGHT}`}>{check.content.indicator}</ColumnHead>
          <FigureHead className={TIGHT}>{said.figure}</FigureHead>
          <FigureHead className={TIGHT}>{said.cumulative}</FigureHead>
          <ColumnHead className={TIGHT}>{said.unit}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ indicator: code, cells, parts, counted }) => {
          const subject = indicator(code)
          const content = cells[0]?.content ?? { state: 'blank' }
          const isFigure = content.state === 'figure' || (counted !== null && counted.rows > 0)
          return (
            <tr key={code}>
              <RowHead className={TIGHT}>
                {inLocale(locale, subject)}
                <PartsList locale={locale} parts={parts} />
                <SourceText source={content.source} />
              </RowHead>
              {isFigure ? (
                <>
                  <FigureCell className={`font-semibold ${TIGHT}`}>
                    {counted !== null
                      ? formatNumber(String(counted.fresh))
                      : content.state === 'figure' && formatFigure(content.value)}
                  </FigureCell>
                  <FigureCell className={TIGHT}>
                    {counted === null ? '' : formatNumber(String(counted.total))}
                  </FigureCell>
                  <Cell className={`whitespace-nowrap text-muted ${TIGHT}`}>{names.unit[subject.unit]}</Cell>
                </>
              ) : (
                <Cell colSpan={3} className={TIGHT}>
                  <Words locale={locale} content={content} />
                </Cell>
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** What stands in place of a figure. A narrative is folded away, and on paper only its length is said. */
function Words({ locale, content }: { locale: Locale; content: CellContent }) {
  const { receipt: said, names, common } = words(locale)
  switch (content.state) {
    case 'narrative': {
      const length = said.narrative(formatNumber(String([...content.narrative].length)))
      return (
        <>
          <span className="hidden print:inline">{length}</span>
          <Disclosure summary={length} className="print:hidden">
            <p className="whitespace-pre-wrap">{content.narrative}</p>
          </Disclosure>
        </>
      )
    }
    case 'notApplicable':
      return common.pair(names.cellState.notApplicable, content.reason)
    case 'notYetAvailable':
      return said.expected(
        common.pair(names.cellState.notYetAvailable, content.reason),
        formatDay(locale, content.expectedOn),
      )
    case 'figure':
    case 'blank':
      return NO_FIGURE
  }
}

/** The figures of the base year: the four quarters and the year. */
export function ReceiptBaseFigures({ locale, lines }: Props) {
  const { receipt: said, check, names } = words(locale)
  const parts = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const
  return (
    <Table label={said.figures} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-40">{check.content.indicator}</ColumnHead>
          {parts.map((part) => (
            <FigureHead key={part}>{names.part[part]}</FigureHead>
          ))}
          <ColumnHead>{said.unit}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ indicator: code, cells }) => {
          const subject = indicator(code)
          return (
            <tr key={code}>
              <RowHead>
                {inLocale(locale, subject)}
                <SourceText source={cells.find(({ part }) => part === 'Y')?.content.source} />
              </RowHead>
              {parts.map((part) => {
                const content = cells.find((cell) => cell.part === part)?.content ?? { state: 'blank' }
                return (
                  <FigureCell key={part}>
                    {content.state === 'figure' ? (
                      formatFigure(content.value)
                    ) : (
                      <Words locale={locale} content={content} />
                    )}
                  </FigureCell>
                )
              })}
              <Cell className="text-muted">{names.unit[subject.unit]}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
