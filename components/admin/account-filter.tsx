import { Field, Select, TextInput } from '@/components/ui/field'
import type { Role } from '@/lib/access/roles'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { FilterForm } from './filter-form'

const STATES = ['active', 'locked', 'disabled', 'mustChange'] as const

/** By login or name, role, state. */
export function AccountFilter({
  locale,
  roles,
  asked,
}: {
  locale: Locale
  roles: readonly Role[]
  asked: { readonly q: string; readonly role: string; readonly state: string }
}) {
  const { admin, names } = words(locale)
  const said = admin.accounts
  return (
    <FilterForm
      locale={locale}
      action="/admin/accounts"
      isFiltered={asked.q !== '' || asked.role !== '' || asked.state !== ''}
    >
      <Field id="q" label={said.search} className="!mb-0">
        {(control) => <TextInput {...control} name="q" defaultValue={asked.q} />}
      </Field>
      <Field id="role" label={said.role} className="!mb-0">
        {(control) => (
          <Select {...control} name="role" defaultValue={asked.role}>
            <option value="">{said.anyRole}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {names.role[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="state" label={said.column.state} className="!mb-0">
        {(control) => (
          <Select {...control} name="state" defaultValue={asked.state}>
            <option value="">{said.anyState}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {said.state[state]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FilterForm>
  )
}
