import { Badge, type Tone } from '@/components/ui/badge'
import { DeedButton } from '@/components/ui/deed-button'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, NO_FIGURE, words } from '@/lib/i18n'
import type { Job } from '@/lib/store/queue'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'

const TONES: Readonly<Record<Job['state'], Tone>> = {
  created: 'neutral',
  retry: 'attention',
  active: 'accent',
  completed: 'good',
  cancelled: 'neutral',
  failed: 'danger',
}

/** The latest background work; what failed can be tried again. */
export function JobTable({
  locale,
  jobs,
  retry,
}: {
  locale: Locale
  jobs: readonly Job[]
  retry: FormAction
}) {
  const said = words(locale).messages.jobs
  return (
    <Table label={said.list}>
      <thead>
        <tr>
          <ColumnHead>{said.column.name}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <ColumnHead>{said.column.created}</ColumnHead>
          <ColumnHead>{said.column.done}</ColumnHead>
          <FigureHead>{said.column.tries}</FigureHead>
          <ColumnHead>{said.column.error}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ id, name, state, createdAt, completedAt, retries, error }) => (
          <tr key={id}>
            <RowHead>{said.names[name]}</RowHead>
            <Cell>
              <span className="flex items-center gap-2">
                <Badge tone={TONES[state]}>{said.states[state]}</Badge>
                {state === 'failed' && (
                  <DeedButton
                    action={retry}
                    values={{ id }}
                    label={said.retry}
                    named={`${said.retry} ${said.names[name]} ${formatDateTime(locale, createdAt)}`}
                  />
                )}
              </span>
            </Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, createdAt)}</Cell>
            <Cell className="whitespace-nowrap">
              {completedAt === null ? NO_FIGURE : formatDateTime(locale, completedAt)}
            </Cell>
            <FigureCell>{formatNumber(String(retries))}</FigureCell>
            <Cell className="break-words">{error ?? NO_FIGURE}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
