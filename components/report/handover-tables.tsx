import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatDay, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { GivenExplanation, Promised, Supplier } from '@/lib/reporting/read-handover'
import type { CityPerson } from '@/lib/store/people'
import type { Locale } from '@/lib/values'

/** Figures that are promised for a later day, those whose day has passed first. */
export function PromisedTable({ locale, promised }: { locale: Locale; promised: readonly Promised[] }) {
  const { handover, common } = words(locale)
  const said = handover.promised
  if (promised.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{common.indicator}</ColumnHead>
          <ColumnHead>{common.period}</ColumnHead>
          <ColumnHead>{said.expected}</ColumnHead>
          <ColumnHead>{said.reason}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {promised.map((each) => (
          <tr key={`${each.period}-${each.indicator}`}>
            <RowHead>{inLocale(locale, indicator(each.indicator))}</RowHead>
            <Cell className="whitespace-nowrap">{formatPeriod(locale, each.period)}</Cell>
            <Cell className="whitespace-nowrap">
              {formatDay(locale, each.expectedOn)}
              {each.isOverdue && <strong className="text-danger">{common.bracketed(said.overdue)}</strong>}
            </Cell>
            <Cell>{each.reason}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Where each figure came from when it was last reported with its source. */
export function SupplierTable({ locale, suppliers }: { locale: Locale; suppliers: readonly Supplier[] }) {
  const { handover, common } = words(locale)
  const said = handover.suppliers
  if (suppliers.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{common.indicator}</ColumnHead>
          <ColumnHead>{said.office}</ColumnHead>
          <ColumnHead>{said.document}</ColumnHead>
          <ColumnHead>{said.since}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {suppliers.map((each) => (
          <tr key={each.indicator}>
            <RowHead>{inLocale(locale, indicator(each.indicator))}</RowHead>
            <Cell>{each.office || NO_FIGURE}</Cell>
            <Cell>{each.document || NO_FIGURE}</Cell>
            <Cell className="whitespace-nowrap">{formatPeriod(locale, each.period)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What was written about findings before, the latest first. */
export function ExplanationTable({
  locale,
  explanations,
}: {
  locale: Locale
  explanations: readonly GivenExplanation[]
}) {
  const { handover, common } = words(locale)
  const said = handover.explanations
  if (explanations.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{common.indicator}</ColumnHead>
          <ColumnHead>{common.period}</ColumnHead>
          <ColumnHead>{said.text}</ColumnHead>
          <ColumnHead>{said.by}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {explanations.map((each) => (
          <tr key={`${each.period}-${each.seq}`}>
            <RowHead>{inLocale(locale, indicator(each.indicator))}</RowHead>
            <Cell className="whitespace-nowrap">{formatPeriod(locale, each.period)}</Cell>
            <Cell className="whitespace-pre-wrap">{each.text}</Cell>
            <Cell className="whitespace-nowrap">{each.byName}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Who of the city worked on its reports. */
export function PeopleTable({ locale, people }: { locale: Locale; people: readonly CityPerson[] }) {
  const { handover, names } = words(locale)
  const said = handover.people
  if (people.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.title} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.name}</ColumnHead>
          <ColumnHead>{said.role}</ColumnHead>
          <ColumnHead>{said.last}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <RowHead>{person.name}</RowHead>
            <Cell>{names.role[person.role]}</Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, person.lastAt)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
