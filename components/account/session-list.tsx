'use client'

import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { account } from '@/lib/i18n/words/account'
import type { FormAction } from '@/lib/web/form-state'

/** One's open sessions; each but the present one can be ended at once. */
export function SessionList({
  action,
  sessions,
}: {
  action: FormAction
  /** Times ready to show. */
  sessions: readonly {
    readonly id: string
    readonly since: string
    readonly seen: string
    readonly isThis: boolean
  }[]
}) {
  const said = useWords(account).own
  const [state, send] = useFormAction(action)
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      <Table label={said.sessions} boxClassName="mb-2">
        <thead>
          <tr>
            <ColumnHead>{said.device}</ColumnHead>
            <ColumnHead>{said.since}</ColumnHead>
            <ColumnHead>{said.lastSeen}</ColumnHead>
            <ColumnHead>
              <span className="sr-only">{said.end}</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <RowHead>
                {session.isThis ? <Badge tone="accent">{said.thisSession}</Badge> : said.otherSession}
              </RowHead>
              <Cell>{session.since}</Cell>
              <Cell>{session.seen}</Cell>
              <Cell className="text-right">
                {!session.isThis && (
                  <Button
                    type="submit"
                    name="session"
                    value={session.id}
                    aria-label={said.endOf(session.since)}
                  >
                    {said.end}
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {others.length === 0 ? (
        <p className="text-muted">{said.noOthers}</p>
      ) : (
        <Button type="submit" variant="danger" name="session" value="others">
          {said.endOthers}
        </Button>
      )}
    </form>
  )
}
