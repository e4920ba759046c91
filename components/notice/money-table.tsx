import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatMoney, formatNumber, words } from '@/lib/i18n'
import { instalments } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The two instalments of one city as far as the notice fixes them. */
export function MoneyTable({ locale }: { locale: Locale }) {
  const { money } = words(locale).notice
  const { unit } = words(locale).names
  const { first, remainder, total } = instalments
  // English has no word for ten thousand: there the amount stands in yuan, and needs no second wording.
  const isChinese = locale === 'zh-CN'
  const shown = (amount: string) => (isChinese ? formatNumber(amount) : formatMoney(locale, amount))
  const rows = [
    {
      part: money.first,
      amount: shown(first.amount),
      spoken: formatMoney(locale, first.amount),
      condition: money.firstCondition(String(first.year)),
      readings: [],
    },
    {
      part: money.second,
      amount: money.upTo(shown(remainder.upTo)),
      spoken: formatMoney(locale, remainder.upTo),
      condition: money.secondCondition,
      readings: ['R12', 'R13'],
    },
    {
      part: money.total,
      amount: money.upTo(shown(total)),
      spoken: formatMoney(locale, total),
      condition: '',
      readings: [],
    },
  ]
  return (
    <Table label={money.caption} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{money.part}</ColumnHead>
          <FigureHead unit={isChinese ? unit[instalments.unit] : undefined}>{money.amount}</FigureHead>
          <ColumnHead className="w-full">{money.condition}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.part}>
            <RowHead className="font-semibold whitespace-nowrap">{row.part}</RowHead>
            <FigureCell>
              {row.amount}
              {isChinese && <span className="block text-xs text-muted">{row.spoken}</span>}
            </FigureCell>
            <Cell>
              {row.condition}
              {row.readings.map((id) => (
                <a key={id} href={`#${id}`} className="ml-2 inline-block">
                  {money.seeReading(id)}
                </a>
              ))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
