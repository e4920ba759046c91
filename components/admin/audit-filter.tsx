import { Checkbox, Field, Select, TextInput } from '@/components/ui/field'
import { cityName, words } from '@/lib/i18n'
import type { TrailQuestion } from '@/lib/admin/read-trail'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import { FilterForm } from './filter-form'

/** By person, deed, city, days, and whether it was refused. */
export function AuditFilter({
  locale,
  asked,
  cities,
}: {
  locale: Locale
  asked: TrailQuestion
  cities: readonly City[]
}) {
  const said = words(locale).audit
  const isFiltered =
    asked.isRefused ||
    [asked.login, asked.action, asked.city, asked.from, asked.to].some((part) => part !== '')
  return (
    <FilterForm locale={locale} action="/admin/audit" isFiltered={isFiltered}>
      <Field id="login" label={said.login} className="!mb-0 w-32">
        {(control) => <TextInput {...control} name="login" defaultValue={asked.login} spellCheck={false} />}
      </Field>
      <Field id="action" label={said.action} className="!mb-0">
        {(control) => (
          <Select {...control} name="action" defaultValue={asked.action}>
            <option value="">{said.anyAction}</option>
            {Object.entries(said.actionName).map(([action, name]) => (
              <option key={action} value={action}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="city" label={said.city} className="!mb-0">
        {(control) => (
          <Select {...control} name="city" defaultValue={asked.city} className="max-w-44">
            <option value="">{said.anyCity}</option>
            {cities.map((city) => (
              <option key={city.code} value={city.code}>
                {cityName(locale, city)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="from" label={said.from} className="!mb-0">
        {(control) => <TextInput {...control} type="date" name="from" defaultValue={asked.from} />}
      </Field>
      <Field id="to" label={said.to} className="!mb-0">
        {(control) => <TextInput {...control} type="date" name="to" defaultValue={asked.to} />}
      </Field>
      <Checkbox label={said.refusedOnly} name="refused" value="1" defaultChecked={asked.isRefused} />
    </FilterForm>
  )
}
