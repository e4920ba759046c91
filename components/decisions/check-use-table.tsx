import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPercent, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { CheckUse, Tally } from '@/lib/review/check-use'
import type { Locale, Ratio } from '@/lib/values'

/** Each check with its use, in all and by period, and the way to a decision on it. */
export function CheckUseTable({
  locale,
  checks,
  mayPropose,
}: {
  locale: Locale
  checks: readonly CheckUse[]
  mayPropose: boolean
}) {
  const { checkUse: said, names } = words(locale)
  const { column } = said
  return (
    <Table label={said.table} boxClassName="max-h-none!">
      <thead>
        <tr>
          <ColumnHead className="min-w-40">{column.check}</ColumnHead>
          <ColumnHead className="min-w-28">{column.severity}</ColumnHead>
          <ColumnHead>{column.period}</ColumnHead>
          <FigureHead unit={said.unit}>{column.fired}</FigureHead>
          <FigureHead unit={said.unit}>{column.explained}</FigureHead>
          <FigureHead unit={said.unit}>{column.corrected}</FigureHead>
          <FigureHead unit={said.unit}>{column.open}</FigureHead>
          {mayPropose && <ColumnHead className="print:hidden">{column.deed}</ColumnHead>}
        </tr>
      </thead>
      {checks.map(({ check, severity, hardFrom, total, periods }) => (
        <tbody key={check}>
          <tr>
            <RowHead scope="rowgroup" rowSpan={periods.length + 1} className="font-semibold">
              {names.check[check]}
            </RowHead>
            <Cell rowSpan={periods.length + 1}>
              {said.severity[severity]}
              {hardFrom !== null && (
                <span className="block text-sm text-muted">
                  {said.hardFrom(formatPeriod(locale, hardFrom))}
                </span>
              )}
            </Cell>
            <Cell className="font-semibold">{said.all}</Cell>
            <Figures locale={locale} tally={total} warns />
            {mayPropose && (
              <Cell rowSpan={periods.length + 1} className="print:hidden">
                <LinkButton href={`/decisions/new?kind=checkSeverity&check=${check}`}>
                  {said.propose}
                  <span className="sr-only">{said.proposeOf(names.check[check])}</span>
                </LinkButton>
              </Cell>
            )}
          </tr>
          {periods.map(({ period, ...tally }) => (
            <tr key={period}>
              <Cell className="whitespace-nowrap">{formatPeriod(locale, period)}</Cell>
              <Figures locale={locale} tally={tally} />
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  )
}

function Figures({
  locale,
  tally,
  warns = false,
}: {
  locale: Locale
  tally: Tally
  /** Says so where there are few: once for each check is enough. */
  warns?: boolean
}) {
  const { checkUse: said } = words(locale)
  const whole = formatNumber(String(tally.fired))
  const share = (part: number, of: Ratio | null): string =>
    of === null ? NO_FIGURE : said.share(formatNumber(String(part)), whole, formatPercent(of))
  return (
    <>
      <FigureCell>
        {warns && tally.isFew && tally.fired > 0 && (
          <span className="mr-2">
            <Badge>{said.few1}</Badge>
          </span>
        )}
        {whole}
      </FigureCell>
      <FigureCell>{share(tally.explained, tally.shareExplained)}</FigureCell>
      <FigureCell>{share(tally.corrected, tally.shareCorrected)}</FigureCell>
      <FigureCell>{tally.fired === 0 ? NO_FIGURE : formatNumber(String(tally.open))}</FigureCell>
    </>
  )
}
