'use client'

import { useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { Role } from '@/lib/access/roles'
import { cityName, provinceName } from '@/lib/i18n/city-name'
import { admin } from '@/lib/i18n/words/admin'
import { names } from '@/lib/i18n/words/names'
import type { City } from '@/lib/store/cities'
import type { FormAction, FormState } from '@/lib/web/form-state'
import { OneTimePassword } from './one-time-password'

const FIELDS: Readonly<Record<string, string>> = {
  nameMissing: 'name',
  loginWrong: 'login',
  loginTaken: 'login',
  reachWrong: 'role',
}

interface Choices {
  readonly roles: readonly Role[]
  /** Those of the roles that need one. */
  readonly cityRoles: readonly Role[]
  readonly provinceRoles: readonly Role[]
  readonly cities: readonly City[]
}

/** A new account: who, which role and, where the role asks for one, which city or province. */
export function NewAccountForm({ action, choices }: { action: FormAction; choices: Choices }) {
  const said = useWords(admin).newAccount
  const [state, send, isSending] = useFormAction(action)
  return (
    <>
      {state.shown !== undefined && (
        <>
          <OneTimePassword title={said.created(state.shown.login ?? '')} shown={state.shown} />
          <p className="mb-4">
            <LinkButton href="/admin/accounts">{said.toList}</LinkButton>
          </p>
          <h2 className="mb-2 text-lg">{said.another}</h2>
        </>
      )}
      <KeptForm action={send} className="max-w-xl">
        <RefusalNotice refusal={state.refusal} field={FIELDS[state.refusal?.code ?? '']} />
        {/* Begins anew after each account that was made. */}
        <Boxes key={state.shown?.login ?? ''} values={state.values} choices={choices} />
        <Button type="submit" variant="primary" disabled={isSending}>
          {said.send}
        </Button>
      </KeptForm>
    </>
  )
}

function Boxes({ values, choices }: { values: FormState['values']; choices: Choices }) {
  const locale = useLocale()
  const said = useWords(admin).newAccount
  const roleNames = useWords(names).role
  const { roles, cityRoles, provinceRoles, cities } = choices
  const [chosen, setChosen] = useState('')
  const role = roles.find((each) => each === chosen)
  const hint = cities.length === 0 ? said.noCities : undefined
  return (
    <>
      <Field id="name" label={said.name} hint={said.nameHint}>
        {(control) => (
          <TextInput {...control} name="name" required autoComplete="off" defaultValue={values.name ?? ''} />
        )}
      </Field>
      <Field id="login" label={said.login} hint={said.loginHint}>
        {(control) => (
          <TextInput
            {...control}
            name="login"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={values.login ?? ''}
          />
        )}
      </Field>
      <Field id="role" label={said.role}>
        {(control) => (
          <Select
            {...control}
            name="role"
            required
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value)
            }}
          >
            <option value="">{said.choose}</option>
            {roles.map((each) => (
              <option key={each} value={each}>
                {roleNames[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {role !== undefined && cityRoles.includes(role) && (
        <Reach
          name="city"
          label={said.city}
          hint={hint}
          options={cities.map((city) => [city.code, cityName(locale, city)])}
        />
      )}
      {role !== undefined && provinceRoles.includes(role) && (
        <Reach
          name="province"
          label={said.province}
          hint={hint}
          options={[
            ...new Map(cities.map((city) => [city.code.slice(0, 2), provinceName(locale, city)])).entries(),
          ]}
        />
      )}
    </>
  )
}

/** The choice of a city or province. */
function Reach({
  name,
  label,
  hint,
  options,
}: {
  name: 'city' | 'province'
  label: string
  hint: string | undefined
  options: readonly (readonly [code: string, name: string])[]
}) {
  const said = useWords(admin).newAccount
  return (
    <Field id={name} label={label} hint={hint}>
      {(control) => (
        <Select {...control} name={name} required defaultValue="">
          <option value="">{said.choose}</option>
          {options.map(([code, shown]) => (
            <option key={code} value={code}>
              {shown}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
