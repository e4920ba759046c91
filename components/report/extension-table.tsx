import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDate, formatDateTime, words } from '@/lib/i18n'
import type { Extension } from '@/lib/store/extensions'
import type { Locale } from '@/lib/values'

/** Every request for more time, with who asked, who decided and why. */
export function ExtensionTable({ locale, extensions }: { locale: Locale; extensions: readonly Extension[] }) {
  const { deadlines: said, names } = words(locale)
  return (
    <Table label={said.requests}>
      <thead>
        <tr>
          <ColumnHead>{said.column.until}</ColumnHead>
          <ColumnHead>{said.column.reason}</ColumnHead>
          <ColumnHead>{said.column.asked}</ColumnHead>
          <ColumnHead>{said.column.decision}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {extensions.map(({ seq, until, reason, askedByName, askedByRole, askedAt, decision }) => (
          <tr key={seq}>
            <RowHead className="whitespace-nowrap">{formatDate(locale, until)}</RowHead>
            <Cell>{reason}</Cell>
            <Cell>{said.by(askedByName, names.role[askedByRole], formatDateTime(locale, askedAt))}</Cell>
            <Cell>
              {decision === null ? (
                <Badge tone="attention">{said.pending}</Badge>
              ) : (
                <>
                  <Badge tone={decision.granted ? 'good' : 'danger'}>
                    {decision.granted ? said.granted : said.refused}
                  </Badge>{' '}
                  {said.by(decision.byName, names.role[decision.byRole], formatDateTime(locale, decision.at))}
                  {decision.reason !== '' && <span className="block">{decision.reason}</span>}
                </>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
