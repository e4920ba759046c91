import { Cell, ColumnHead, FigureCell, FigureHead, Table } from '@/components/ui/table'
import { formatNumber, words } from '@/lib/i18n'
import type { CustomTable } from '@/lib/documents/custom-table'
import type { Locale } from '@/lib/values'

/** The first rows of an export, as they will stand in the file. */
export function CustomPreview({ table: { columns, rows }, locale }: { table: CustomTable; locale: Locale }) {
  const isFigure = columns.map((_, i) => rows.some((row) => row[i]?.kind === 'number'))
  return (
    <Table label={words(locale).custom.preview}>
      <thead>
        <tr>
          {columns.map(({ header }, i) =>
            isFigure[i] === true ? (
              <FigureHead key={header} className="min-w-24">
                {header}
              </FigureHead>
            ) : (
              <ColumnHead key={header} className="whitespace-nowrap">
                {header}
              </ColumnHead>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, i) =>
              isFigure[i] === true ? (
                <FigureCell key={i}>{cell.kind === 'number' ? formatNumber(cell.value) : ''}</FigureCell>
              ) : (
                <Cell key={i} className="whitespace-nowrap">
                  {cell.kind === 'blank' ? '' : cell.value}
                </Cell>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
