import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatDay, words } from '@/lib/i18n'
import type { Contacts } from '@/lib/reporting/read-contacts'
import type { CityContactEntry, Reach } from '@/lib/store/contacts'
import type { Locale } from '@/lib/values'

interface Props {
  readonly locale: Locale
  readonly contacts: Contacts
}

/** The people a city names. `changeAt`: where one of them can be changed, by whoever may. */
export function CityContactTable({
  locale,
  contacts,
  changeAt,
}: Props & { readonly changeAt?: ((place: string) => string) | undefined }) {
  const { contacts: said } = words(locale)
  return (
    <Table label={said.own} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.head.place}</ColumnHead>
          <ReachHeads locale={locale} />
          <ColumnHead>{said.head.changed}</ColumnHead>
          {changeAt !== undefined && <ColumnHead className="print:hidden">{said.keep}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {contacts.city.map(({ place, entry }) => (
          <tr key={place}>
            <RowHead className="whitespace-nowrap">{said.place[place]}</RowHead>
            {entry === null ? (
              <Cell colSpan={5} className="text-muted">
                {said.nobody}
              </Cell>
            ) : (
              <>
                <ReachCells reach={entry} />
                <Cell className="text-sm text-muted">
                  {said.by(entry.byName, formatDateTime(locale, entry.at))}
                </Cell>
              </>
            )}
            {changeAt !== undefined && (
              <Cell className="whitespace-nowrap print:hidden">
                <Link href={changeAt(place)} className="inline-block py-0.5">
                  {said.change(said.place[place])}
                </Link>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function ReachHeads({ locale }: { locale: Locale }) {
  const { head } = words(locale).contacts
  return (
    <>
      <ColumnHead>{head.name}</ColumnHead>
      <ColumnHead className="min-w-32">{head.office}</ColumnHead>
      <ColumnHead>{head.phone}</ColumnHead>
      <ColumnHead>{head.email}</ColumnHead>
    </>
  )
}

function ReachCells({ reach }: { reach: Reach }) {
  return (
    <>
      <Cell className="whitespace-nowrap font-semibold">{reach.name}</Cell>
      <Cell>{reach.office}</Cell>
      <Cell className="whitespace-nowrap">{reach.phone}</Cell>
      <Cell className="break-all">
        {reach.email !== '' && (
          <a href={`mailto:${reach.email}`} className="inline-block py-0.5">
            {reach.email}
          </a>
        )}
      </Cell>
    </>
  )
}

/** The reviewers a city can turn to, with whoever stands in for them. */
export function ReviewerTable({ locale, contacts }: Props) {
  const { contacts: said, names } = words(locale)
  if (contacts.reviewers.length === 0) return <p className="text-muted">{said.noReviewers}</p>
  return (
    <Table label={said.reviewers} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.head.role}</ColumnHead>
          <ReachHeads locale={locale} />
        </tr>
      </thead>
      <tbody>
        {contacts.reviewers.map(({ account, role, handover, ...reach }) => (
          <tr key={account}>
            <RowHead>
              {names.role[role]}
              {handover?.takerName != null && (
                <span className="block text-sm text-muted">{said.instead(handover.takerName)}</span>
              )}
            </RowHead>
            <ReachCells reach={reach} />
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Who reviews now in place of whom, for the city; nothing where everybody does the own work. */
export function ReviewerNow({ locale, contacts }: Props) {
  const { contacts: said } = words(locale)
  return contacts.handovers.map(({ giver, giverName, takerName, from, until }) => (
    <Banner key={giver}>
      {until === null
        ? said.now(takerName ?? '', giverName, formatDay(locale, from))
        : said.nowUntil(takerName ?? '', giverName, formatDay(locale, from), formatDay(locale, until))}
    </Banner>
  ))
}

/** Both lists, folded away beside a report. `keep`: where the city keeps its own. */
export function ContactsAside({ locale, contacts, keep }: Props & { readonly keep?: string | undefined }) {
  const { contacts: said } = words(locale)
  return (
    <Disclosure summary={said.title} className="mb-4">
      <h2 className="mb-1 font-semibold">{said.own}</h2>
      <CityContactTable locale={locale} contacts={contacts} />
      <h2 className="mt-3 mb-1 font-semibold">{said.reviewers}</h2>
      <ReviewerTable locale={locale} contacts={contacts} />
      {keep !== undefined && (
        <Link href={keep} className="mt-2 inline-block py-0.5">
          {said.link}
        </Link>
      )}
    </Disclosure>
  )
}

/** Everything that was ever said of a city's contacts, the latest first. */
export function ContactHistory({
  locale,
  entries,
}: {
  locale: Locale
  entries: readonly CityContactEntry[]
}) {
  const { contacts: said, names, common } = words(locale)
  return (
    <ul className="text-sm">
      {entries.map(({ place, seq, name, office, phone, email, byName, byRole, at }) => (
        <li key={`${place}/${seq}`} className="border-b border-line py-1 last:border-0">
          {common.pair(
            said.place[place],
            name === '' ? said.ended : [name, office, phone, email].filter((part) => part !== '').join(' · '),
          )}
          <span className="ml-2 text-muted">
            {said.by(`${byName}${common.bracketed(names.role[byRole])}`, formatDateTime(locale, at))}
          </span>
        </li>
      ))}
    </ul>
  )
}
