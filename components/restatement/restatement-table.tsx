import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { Restatement } from '@/lib/store/restatements'
import type { Locale } from '@/lib/values'

const TONES = { open: 'attention', approved: 'good', refused: 'danger', withdrawn: 'neutral' } as const

/** Where a restatement stands. */
export function RestatementState({ restatement, locale }: { restatement: Restatement; locale: Locale }) {
  const state = restatement.answer?.kind ?? 'open'
  return <Badge tone={TONES[state]}>{words(locale).restating.state[state]}</Badge>
}

/** Restatements, each with who asked, why, and what became of it. */
export function RestatementTable({
  entries,
  names,
  label,
  back = '',
  locale,
}: {
  entries: readonly Restatement[]
  /** Names of the cities, where the list is of several. */
  names?: Readonly<Record<string, string>>
  label: string
  /** By what addresses are followed that look back to the same moment; '' for now. */
  back?: string
  locale: Locale
}) {
  const { restating: said, names: named } = words(locale)
  const roles: Readonly<Record<string, string>> = named.role
  const by = (who: string, role: string, at: Date) =>
    said.by(who, roles[role] ?? role, formatDateTime(locale, at))
  return (
    <Table className="min-w-[40rem]" label={label}>
      <thead>
        <tr>
          <ColumnHead>{said.columns.number}</ColumnHead>
          <ColumnHead>{said.columns.state}</ColumnHead>
          <ColumnHead className="min-w-48">{said.columns.reason}</ColumnHead>
          <ColumnHead>{said.columns.requested}</ColumnHead>
          <ColumnHead>{said.columns.answer}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((each) => (
          <tr key={`${each.city}/${each.seq}`}>
            <RowHead>
              <Link
                href={`/cities/${each.city}/restatements/${each.seq}${back}`}
                className="inline-block py-0.5 font-semibold"
              >
                {names && `${names[each.city] ?? each.city} `}
                {said.numberOf(String(each.seq), formatPeriod(locale, each.period))}
              </Link>
            </RowHead>
            <Cell>
              <RestatementState restatement={each} locale={locale} />
            </Cell>
            <Cell>
              {said.reasonCode[each.reasonCode]}
              <span className="block max-w-xl text-sm text-muted">{each.reason}</span>
            </Cell>
            <Cell>{by(each.requestedByName, each.requestedByRole, each.requestedAt)}</Cell>
            <Cell>
              {each.answer && (
                <>
                  {by(each.answer.byName, each.answer.byRole, each.answer.at)}
                  <span className="block max-w-xl text-sm text-muted">{each.answer.reason}</span>
                </>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
