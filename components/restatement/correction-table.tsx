import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { RestatementPage } from '@/lib/restating/read-restatement'
import type { Locale } from '@/lib/values'

/** Each corrected figure before and after, and the rows taken out or added. */
export function CorrectionTable({ page, locale }: { page: RestatementPage; locale: Locale }) {
  const { restating: said, names } = words(locale)
  const { figures } = page.effects.materiality
  const { withdrawn, added } = page.restatement.correction
  const rows = [
    ...withdrawn.map((row) => ({ row, mark: said.withdrawn })),
    ...added.map((row) => ({ row, mark: said.added })),
  ]
  return (
    <>
      <Table label={said.what}>
        <thead>
          <tr>
            <ColumnHead>{said.form.figure}</ColumnHead>
            <FigureHead>{said.before}</FigureHead>
            <FigureHead>{said.after}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ indicator: code, part, before, after }) => {
            const subject = indicator(code)
            const parts: Readonly<Record<string, string>> = names.part
            const figure = (value: string | null) =>
              value === null ? said.noFigure : formatWithUnit(locale, value, subject.unit)
            return (
              <tr key={`${code}/${part}`}>
                <RowHead>
                  {inLocale(locale, subject)} {parts[part] ?? ''}
                </RowHead>
                <FigureCell>{figure(before)}</FigureCell>
                <FigureCell className="font-semibold">{figure(after)}</FigureCell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {rows.length > 0 && (
        <Table label={said.form.registers} className="mt-3" boxClassName="max-h-96">
          <thead>
            <tr>
              <ColumnHead>{said.register}</ColumnHead>
              <ColumnHead>{said.form.rowName}</ColumnHead>
              <ColumnHead>{said.form.creditCode}</ColumnHead>
              <ColumnHead>{said.form.countedOn}</ColumnHead>
              <ColumnHead>{said.effects.change}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, mark }) => (
              <tr key={row.id}>
                <Cell>{inLocale(locale, indicator(row.indicator))}</Cell>
                <RowHead>{row.name}</RowHead>
                <Cell className="font-mono text-sm">{row.creditCode ?? row.noCodeReason}</Cell>
                <Cell className="whitespace-nowrap">{row.countedOn}</Cell>
                <Cell>{mark}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
