import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ReceiptEvent } from '@/lib/reporting/read-receipt'
import type { Locale } from '@/lib/values'

const TIGHT = 'print:py-0 print:text-[8.5pt] print:leading-snug'

/** Every step in the life of the report: who, when, in which duty, why, and where the ledger has it. */
export function ReceiptHistory({ locale, events }: { locale: Locale; events: readonly ReceiptEvent[] }) {
  const { receipt: said, common, names, review } = words(locale)
  const roles: Readonly<Record<string, string>> = names.role
  return (
    <Table label={said.life} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className={TIGHT}>{said.step}</ColumnHead>
          <ColumnHead className={TIGHT}>{said.version}</ColumnHead>
          <ColumnHead className={TIGHT}>{said.when}</ColumnHead>
          <ColumnHead className={`min-w-32 ${TIGHT}`}>{said.who}</ColumnHead>
          <ColumnHead className={`min-w-40 ${TIGHT}`}>{said.reason}</ColumnHead>
          <FigureHead className={TIGHT}>{said.ledgerNumber}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq}>
            <RowHead className={`whitespace-nowrap ${TIGHT}`}>{names.event[event.kind]}</RowHead>
            <Cell className={`whitespace-nowrap ${TIGHT}`}>{common.version(event.version)}</Cell>
            <Cell className={`whitespace-nowrap ${TIGHT}`}>{formatDateTime(locale, event.at)}</Cell>
            <Cell className={TIGHT}>
              {event.actorName}{' '}
              <span className="text-muted">{roles[event.actorRole] ?? event.actorRole}</span>
            </Cell>
            <Cell className={TIGHT}>
              <span className="whitespace-pre-wrap">{event.reason}</span>
              {event.returned.map((figure) => (
                <span key={figure.indicator} className="block">
                  {common.pair(inLocale(locale, indicator(figure.indicator)), figure.reason)}
                </span>
              ))}
              {event.returnedRows.map(({ id, indicator: code, name, reason }) => (
                <span key={id} className="block">
                  {common.pair(review.report.returnedRow(inLocale(locale, indicator(code)), name), reason)}
                </span>
              ))}
            </Cell>
            <FigureCell className={TIGHT}>
              {event.ledger === null ? NO_FIGURE : formatNumber(String(event.ledger.seq))}
            </FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
