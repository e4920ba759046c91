'use client'

import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { account } from '@/lib/i18n/words/account'
import { common } from '@/lib/i18n/words/common'
import { locales, type Locale } from '@/lib/values/locale'
import type { FormAction } from '@/lib/web/form-state'

/** The language kept with the account. */
export function LanguageForm({ action, preferred }: { action: FormAction; preferred: Locale }) {
  const said = useWords(account).own
  const { deeds } = useWords(common)
  const shown = useLocale()
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send} className="max-w-lg">
      <RefusalNotice refusal={state.refusal} field="locale" />
      <Field id="locale" label={said.preferred} hint={said.preferredHint}>
        {(control) => (
          <div className="flex gap-2">
            <Select {...control} key={`${preferred} ${shown}`} name="locale" defaultValue={preferred}>
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {said.languages[locale]}
                </option>
              ))}
            </Select>
            <Button type="submit" className="shrink-0" aria-disabled={isSending}>
              {deeds.save}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
