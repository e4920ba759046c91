import { Badge, type Tone } from '@/components/ui/badge'
import { DeedButton } from '@/components/ui/deed-button'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, messageSentence, words } from '@/lib/i18n'
import type { MailState } from '@/lib/store/messages'
import type { Outgoing } from '@/lib/store/outbox'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'

const TONES: Readonly<Record<MailState, Tone>> = {
  waiting: 'neutral',
  sent: 'good',
  noAddress: 'attention',
  notWanted: 'neutral',
  failed: 'danger',
}

/** What was told to whom, and what became of the e-mail; what could not be delivered comes first. */
export function OutboxTable({
  locale,
  outbox,
  resend,
}: {
  locale: Locale
  outbox: readonly Outgoing[]
  resend: FormAction
}) {
  const said = words(locale).messages.jobs
  return (
    <Table label={said.outbox}>
      <thead>
        <tr>
          <ColumnHead className="min-w-40">{said.outboxColumn.to}</ColumnHead>
          <ColumnHead className="min-w-64">{said.outboxColumn.text}</ColumnHead>
          <ColumnHead>{said.outboxColumn.mail}</ColumnHead>
          <ColumnHead>{said.outboxColumn.when}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {outbox.map((message) => (
          <tr key={message.id}>
            <RowHead>
              {message.name}
              <span className="block text-sm font-normal text-muted">{message.email ?? message.login}</span>
            </RowHead>
            <Cell>{messageSentence(locale, message)}</Cell>
            <Cell>
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={TONES[message.mail]}>{said.mail[message.mail]}</Badge>
                {message.mail === 'failed' && (
                  <DeedButton
                    action={resend}
                    values={{ id: message.account }}
                    label={said.again}
                    named={said.againOf(message.name)}
                  />
                )}
              </span>
              {message.error !== null && (
                <span className="block text-sm break-words text-muted">
                  {said.tries(formatNumber(String(message.tries)))} · {message.error}
                </span>
              )}
            </Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, message.createdAt)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
