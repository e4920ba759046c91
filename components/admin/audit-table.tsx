import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDateTime, formatList, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator, isIndicatorCode } from '@/lib/notice'
import type { AuditEvent } from '@/lib/store/audit'
import type { City } from '@/lib/store/cities'
import { isQuarter, isYear, type Locale } from '@/lib/values'

/** A page of the audit trail, newest first. */
export function AuditTable({
  locale,
  events,
  cities,
}: {
  locale: Locale
  events: readonly AuditEvent[]
  cities: readonly City[]
}) {
  const { audit: said, names } = words(locale)
  const roles: Readonly<Record<string, string>> = names.role
  const actions: Readonly<Record<string, string>> = said.actionName
  return (
    <Table label={said.title} boxClassName="!max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.column.at}</ColumnHead>
          <ColumnHead>{said.column.who}</ColumnHead>
          <ColumnHead>{said.column.action}</ColumnHead>
          <ColumnHead>{said.column.outcome}</ColumnHead>
          <ColumnHead>{said.column.city}</ColumnHead>
          <ColumnHead>{said.column.detail}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const city = cities.find(({ code }) => code === event.city)
          return (
            <tr key={event.id}>
              <RowHead className="whitespace-nowrap">{formatDateTime(locale, event.at)}</RowHead>
              <Cell className="min-w-28">
                {event.actorRole in names.role ? event.actorName : said.anonymous}
                <span className="block text-sm text-muted">{roles[event.actorRole]}</span>
              </Cell>
              <Cell>{actions[actionOf(event)] ?? actionOf(event)}</Cell>
              <Cell>
                <Badge tone={event.outcome === 'refused' ? 'attention' : 'neutral'}>
                  {said.outcome[event.outcome]}
                </Badge>
              </Cell>
              <Cell className="min-w-20">{city === undefined ? event.city : cityName(locale, city)}</Cell>
              <Cell className="text-sm">
                <Detail locale={locale} detail={event.detail} />
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** What was done; of an attempt that was refused at the door, what was tried. */
const actionOf = ({ action, detail }: AuditEvent): string =>
  typeof detail.denied === 'string' ? detail.denied : action

function Detail({ locale, detail }: { locale: Locale; detail: AuditEvent['detail'] }) {
  const { audit, common } = words(locale)
  const said: Readonly<Record<string, string>> = audit.detailName
  return Object.entries(detail)
    .filter(([name, value]) => value !== null && name !== 'denied')
    .map(([name, value]) => (
      <span key={name} className="mr-3 inline-block">
        {common.pair(said[name] ?? name, spoken(locale, name, value))}
      </span>
    ))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A particular in words: codes by their names; of an id its last signs, which tell it apart and open nothing. */
function spoken(locale: Locale, name: string, value: AuditEvent['detail'][string]): string {
  const { common, admin } = words(locale)
  if (value === '') return admin.periods.never
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (value === null || typeof value === 'number') return String(value ?? '')
  if (typeof value !== 'string')
    return formatList(
      locale,
      value.map((each) => spoken(locale, name, each)),
    )
  if (UUID.test(value)) return `…${value.slice(-8)}`
  if (INSTANT.test(value)) return formatDateTime(locale, value)
  if (name === 'period' && (isQuarter(value) || isYear(value))) return formatPeriod(locale, value)
  const [code = '', part = ''] = value.split('/')
  if (isIndicatorCode(code)) return inLocale(locale, indicator(code)) + (part === '' ? '' : ` ${part}`)
  // A note that was explained: what was found, and of which result.
  if (name === 'explained' && isIndicatorCode(part))
    return common.pair(inLocale(locale, indicator(part)), codesOf(locale, name)[code] ?? code)
  return codesOf(locale, name)[value] ?? value
}

/** What the codes of a particular are called. */
function codesOf(locale: Locale, name: string): Readonly<Record<string, string>> {
  const { names, audit, contacts, decisions, evaluation, exports, quality, restating } = words(locale)
  switch (name) {
    case 'from':
    case 'to':
      return names.status
    case 'role':
      return names.role
    case 'kind':
      return {
        ...quality.kind,
        ...decisions.kind,
        ...evaluation.kind,
        ...exports.kinds,
        ...audit.detailValue,
      }
    case 'place':
      return contacts.place
    case 'duty':
      return evaluation.assign.duties
    case 'explained':
      return names.check
    case 'reasonCode':
      return restating.reasonCode
    default:
      return audit.detailValue
  }
}
