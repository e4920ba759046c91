import { ContentText } from '@/components/report/content-text'
import { PartsList } from '@/components/report/parts-list'
import { SourceText } from '@/components/report/source-text'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, formatNumber, inLocale, NO_FIGURE, noFigureWords, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ContentLine } from '@/lib/reporting/content-lines'
import type { FigureAt } from '@/lib/reporting/form-rows'
import type { Locale } from '@/lib/values'

/** What a quarter's report says, result by result, beside the quarters it is compared with. */
export function ContentTable({
  locale,
  lines,
  registers,
  back = '',
}: {
  locale: Locale
  lines: readonly ContentLine[]
  /** The address under which the registers are. */
  registers: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
}) {
  const { content: said } = words(locale).check
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-32 sm:min-w-48">{said.indicator}</ColumnHead>
          <ColumnHead className="min-w-44 sm:min-w-56">{said.thisPeriod}</ColumnHead>
          <FigureHead>{said.previous}</FigureHead>
          <FigureHead>{said.lastYear}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.indicator}>
            <RowHead>{inLocale(locale, indicator(line.indicator))}</RowHead>
            {line.kind === 'qualitative' ? (
              <Cell colSpan={3}>
                <Answer locale={locale} line={line} register={`${registers}/${line.indicator}${back}`} />
              </Cell>
            ) : (
              <>
                <Cell>
                  <Answer locale={locale} line={line} register={`${registers}/${line.indicator}${back}`} />
                </Cell>
                <FigureCell>{figure(locale, line.beside?.previous)}</FigureCell>
                <FigureCell>{figure(locale, line.beside?.lastYear)}</FigureCell>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function figure(locale: Locale, at: FigureAt | undefined): string {
  if (at === undefined) return NO_FIGURE
  if (at.value !== null) return formatFigure(at.value)
  return at.none === undefined ? NO_FIGURE : noFigureWords(locale, at)
}

function Answer({ locale, line, register }: { locale: Locale; line: ContentLine; register: string }) {
  const { check, entry, names } = words(locale)
  const { kind, unit } = indicator(line.indicator)
  const { counted } = line
  if (counted === null || counted.rows === 0) {
    const content = line.cells[0]?.content ?? { state: 'blank' }
    return (
      <>
        <ContentText kind={kind} unit={unit} content={content} />
        <PartsList locale={locale} parts={line.parts} />
        {counted !== null && content.state === 'figure' && (
          <span className="ml-2 text-sm text-muted">
            {check.content.cumulative(formatNumber(String(counted.total)))}
          </span>
        )}
      </>
    )
  }
  return (
    <>
      <span className="font-semibold whitespace-nowrap">
        {entry.count.added(formatNumber(String(counted.fresh)), names.unit[unit])}
      </span>
      <span className="ml-2 text-sm text-muted">
        {check.content.cumulative(formatNumber(String(counted.total)))}
      </span>
      <a href={register} className="ml-2 text-sm">
        {check.content.rows(formatNumber(String(counted.rows)))}
      </a>
      <SourceText source={line.cells[0]?.content.source} />
      {counted.rows > counted.fresh && (
        <span className="ml-2 text-sm text-behind-pace">
          {check.content.repeated(formatNumber(String(counted.rows - counted.fresh)))}
        </span>
      )}
    </>
  )
}

/** What the base year's report says: the four quarters and the year of each result. */
export function BaseContentTable({ locale, lines }: { locale: Locale; lines: readonly ContentLine[] }) {
  const { check, names } = words(locale)
  const { content: said } = check
  const columns = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-32 sm:min-w-48">{said.indicator}</ColumnHead>
          {columns.map((part) => (
            <FigureHead key={part}>{names.part[part]}</FigureHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { kind, unit } = indicator(line.indicator)
          return (
            <tr key={line.indicator}>
              <RowHead>{inLocale(locale, indicator(line.indicator))}</RowHead>
              {columns.map((part) => (
                <FigureCell key={part} className="whitespace-normal">
                  <ContentText
                    kind={kind}
                    unit={unit}
                    content={line.cells.find((cell) => cell.part === part)?.content ?? { state: 'blank' }}
                  />
                </FigureCell>
              ))}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
