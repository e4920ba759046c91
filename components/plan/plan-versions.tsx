import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, words } from '@/lib/i18n'
import type { PlanStatus, PlanVersion } from '@/lib/store/plans'
import type { Locale } from '@/lib/values'

const TONES: Readonly<Record<PlanStatus, Tone>> = {
  draft: 'neutral',
  signed: 'accent',
  returned: 'attention',
  approved: 'good',
}

/** Where a version stands. */
export function PlanBadge({ status, locale }: { status: PlanStatus; locale: Locale }) {
  return <Badge tone={TONES[status]}>{words(locale).plan.status[status]}</Badge>
}

/** Every version of a plan with who began, signed, returned and approved it. */
export function PlanVersions({
  versions,
  city,
  holds,
  locale,
}: {
  versions: readonly PlanVersion[]
  city: string
  /** The version in force; 0 where there is none. */
  holds: number
  locale: Locale
}) {
  const { plan: said, names } = words(locale)
  return (
    <Table label={said.view.versions}>
      <thead>
        <tr>
          <ColumnHead>{said.version}</ColumnHead>
          <ColumnHead>{said.reason}</ColumnHead>
          <ColumnHead>{said.started}</ColumnHead>
          <ColumnHead>{said.view.versions}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ version, reason, startedByName, startedAt, status, events }) => (
          <tr key={version}>
            <RowHead className="whitespace-nowrap">
              <Link href={`/cities/${city}/plan?version=${String(version)}`}>
                {said.versionName(String(version))}
              </Link>{' '}
              <PlanBadge status={status} locale={locale} />{' '}
              {version === holds && <Badge tone="accent">{said.holds}</Badge>}
            </RowHead>
            <Cell>{reason}</Cell>
            <Cell>{said.startedBy(startedByName, formatDateTime(locale, startedAt))}</Cell>
            <Cell>
              <ul>
                {events.map((event, i) => (
                  <li key={i}>
                    <strong>{said.event[event.kind]}</strong>{' '}
                    {said.by(event.byName, names.role[event.byRole], formatDateTime(locale, event.at))}
                    {event.reason !== '' && <span className="block">{event.reason}</span>}
                    <span className="block text-xs text-muted">
                      {said.digest} <code>{event.contentHash.slice(0, 16)}</code>
                    </span>
                  </li>
                ))}
              </ul>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
