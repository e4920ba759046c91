import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { formatPeriod, words } from '@/lib/i18n'
import type { EntityQuestion, EntityState } from '@/lib/registers/counted-entities'
import type { CountHistory } from '@/lib/rules/count-history'
import type { Locale } from '@/lib/values'
import { countAddress } from './count-address'

/** Narrows the entities of a count; what is asked for stands in the address. */
export function CountFilter({
  address,
  known,
  question: { text, state, since },
  quarters,
  states,
  locale,
}: {
  /** Of the count. */
  address: string
  /** The moment looked back to; null for now. */
  known: Date | null
  question: EntityQuestion
  quarters: CountHistory['quarters']
  states: readonly EntityState[]
  locale: Locale
}) {
  const { counts, common } = words(locale)
  const said = counts.filter
  return (
    <form
      action={`${address}#entities`}
      role="search"
      className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden"
    >
      {known !== null && <input type="hidden" name="known" value={known.toISOString()} />}
      <Field id="count-q" label={said.text} className="!mb-0">
        {(control) => <TextInput {...control} name="q" defaultValue={text} />}
      </Field>
      <Field id="count-state" label={said.state} className="!mb-0">
        {(control) => (
          <Select {...control} name="state" defaultValue={state}>
            {states.map((each) => (
              <option key={each} value={each}>
                {said.states[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="count-since" label={counts.rows.since} className="!mb-0">
        {(control) => (
          <Select {...control} name="since" defaultValue={since ?? ''}>
            <option value="">{said.any}</option>
            {quarters.map(({ period }) => (
              <option key={period} value={period}>
                {formatPeriod(locale, period)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <span className="flex flex-wrap gap-2">
        <Button type="submit">{common.deeds.filter}</Button>
        {(text !== '' || state !== 'all' || since !== null) && (
          <LinkButton
            href={`${address}${countAddress({ text: '', state: 'all', since: null, page: 1 }, known)}`}
            variant="quiet"
            prefetch={false}
          >
            {common.deeds.clearFilter}
          </LinkButton>
        )}
      </span>
    </form>
  )
}
