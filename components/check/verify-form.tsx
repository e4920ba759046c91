import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Asks for a receipt number, and, for whoever wants to compare a document, its digest. Needs no script. */
export function VerifyForm({ locale, number = '' }: { locale: Locale; number?: string }) {
  const { verify: said, common } = words(locale)
  return (
    <form action="/verify" method="get" className="max-w-160">
      <Field id="number" label={said.number} mark={common.required} hint={said.numberHint}>
        {(control) => (
          <TextInput
            {...control}
            name="number"
            defaultValue={number}
            required
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        )}
      </Field>
      <Field id="digest" label={said.digest} mark={common.optional} hint={said.digestHint}>
        {(control) => (
          <TextInput {...control} name="digest" autoComplete="off" spellCheck={false} className="font-mono" />
        )}
      </Field>
      <Button type="submit" variant="primary">
        {said.check}
      </Button>
    </form>
  )
}
