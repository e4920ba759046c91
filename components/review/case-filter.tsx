import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { inLocale, words } from '@/lib/i18n'
import { indicators, isCountCode, isRegisterCode } from '@/lib/notice'
import type { CaseQuestion } from '@/lib/store/case-pages'
import type { Locale } from '@/lib/values'

/** Narrows the list of cases; what is asked for stands in the address. */
export function CaseFilter({
  question: { text, indicator, state },
  locale,
}: {
  question: CaseQuestion
  locale: Locale
}) {
  const { cases: said, common } = words(locale)
  return (
    <form
      action="/review/cases"
      role="search"
      className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden"
    >
      <Field id="case-q" label={said.filter.text} className="!mb-0">
        {(control) => <TextInput {...control} name="q" defaultValue={text} />}
      </Field>
      <Field id="case-indicator" label={said.result} className="!mb-0">
        {(control) => (
          <Select {...control} name="indicator" defaultValue={indicator ?? ''}>
            <option value="">{said.filter.any}</option>
            {indicators
              .filter(({ code }) => isRegisterCode(code) && isCountCode(code))
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {inLocale(locale, each)}
                </option>
              ))}
          </Select>
        )}
      </Field>
      <Field id="case-state" label={said.filter.state} className="!mb-0">
        {(control) => (
          <Select {...control} name="state" defaultValue={state}>
            <option value="all">{said.filter.any}</option>
            <option value="open">{said.state.open}</option>
            <option value="decided">{said.state.decided}</option>
          </Select>
        )}
      </Field>
      <span className="flex flex-wrap gap-2">
        <Button type="submit">{common.deeds.filter}</Button>
        {(text !== '' || indicator !== null || state !== 'all') && (
          <LinkButton href="/review/cases" variant="quiet" prefetch={false}>
            {common.deeds.clearFilter}
          </LinkButton>
        )}
      </span>
    </form>
  )
}
