import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { Indicative, Standing } from '@/lib/review/indicative-effect'
import type { Locale } from '@/lib/values'

/** Score and money before and after, as bounds. */
export function IndicativeTable({ indicative, locale }: { indicative: Indicative; locale: Locale }) {
  const said = words(locale).restatement
  const points = (value: string) => formatNumber(value, { places: 2 })
  const score = ({ score: { atLeast, atMost } }: Standing) => said.range(points(atLeast), points(atMost))
  const money = (side: Standing) =>
    side.money === null
      ? said.noBands
      : said.range(formatNumber(side.money.least), formatNumber(side.money.most))
  const { before, after, asOf, documentNumber } = indicative
  return (
    <>
      <p className="mb-1 text-muted">
        {said.indicativeLead(formatPeriod(locale, asOf), documentNumber ?? '')}
      </p>
      <Table label={said.indicative}>
        <thead>
          <tr>
            <ColumnHead>{said.score}</ColumnHead>
            <ColumnHead>{said.before}</ColumnHead>
            <ColumnHead>{said.after}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          <tr>
            <RowHead>{said.score}</RowHead>
            <Cell>{score(before)}</Cell>
            <Cell>{score(after)}</Cell>
          </tr>
          <tr>
            <RowHead>{said.money}</RowHead>
            <Cell>{money(before)}</Cell>
            <Cell>{money(after)}</Cell>
          </tr>
        </tbody>
      </Table>
    </>
  )
}
