import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, formatNumber, words } from '@/lib/i18n'
import type { ShownInstalment } from '@/lib/funding/read-instalment'
import type { Locale } from '@/lib/values'

/** The bands by which an amount follows, with the score at a glance (its exact form stands above); `counts`: which one, from 1, once it may be said. */
export function BandRows({
  ground,
  counts,
  locale,
}: {
  ground: ShownInstalment['ground']
  counts: number | null
  locale: Locale
}) {
  const { instalment: said } = words(locale)
  const { bands, documentNumber } = ground.bandTable
  return (
    <Table label={said.bandTable} caption={documentNumber} boxClassName="max-w-xl">
      <thead>
        <tr>
          <ColumnHead>{said.band}</ColumnHead>
          <FigureHead className="sm:whitespace-nowrap">{said.pays}</FigureHead>
          {counts !== null && <ColumnHead>{said.score}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, amount }, i) => (
          <tr key={from} className={counts === i + 1 ? 'font-semibold' : ''}>
            <RowHead className="whitespace-nowrap">{said.bandOf(from, bands[i + 1]?.from ?? '')}</RowHead>
            <FigureCell>{formatNumber(amount)}</FigureCell>
            {counts !== null && (
              <Cell className="whitespace-nowrap">
                {counts === i + 1 ? formatFigure(ground.evaluation.score) : ''}
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
