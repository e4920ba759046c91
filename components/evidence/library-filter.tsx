import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { words } from '@/lib/i18n'
import type { FileQuestion } from '@/lib/evidence/arrange-files'
import type { Locale } from '@/lib/values'

/** By name, person or digest; in which order. Works without a script: the address says it all. */
export function LibraryFilter({
  locale,
  action,
  asked,
}: {
  locale: Locale
  action: string
  asked: FileQuestion
}) {
  const { evidence: said, common } = words(locale)
  return (
    <form action={action} className="mb-2 flex flex-wrap items-end gap-2 print:hidden">
      <Field id="find" label={said.search} className="!mb-0 w-64">
        {(control) => <TextInput {...control} name="find" defaultValue={asked.find} spellCheck={false} />}
      </Field>
      <Field id="purpose" label={said.purposeName} className="!mb-0">
        {(control) => (
          <Select {...control} name="purpose" defaultValue={asked.purpose}>
            <option value="">{said.anyPurpose}</option>
            <option value="evidence">{said.purpose.evidence}</option>
            <option value="workbook">{said.purpose.workbook}</option>
          </Select>
        )}
      </Field>
      <Field id="sort" label={said.sort} className="!mb-0">
        {(control) => (
          <Select {...control} name="sort" defaultValue={asked.sort}>
            {Object.entries(said.sorts).map(([sort, name]) => (
              <option key={sort} value={sort}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">{common.deeds.filter}</Button>
      {(asked.find !== '' || asked.purpose !== '') && (
        <LinkButton href={action} variant="quiet">
          {common.deeds.clearFilter}
        </LinkButton>
      )}
    </form>
  )
}
