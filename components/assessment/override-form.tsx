import { Field, NumberInput, Select, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { inLocale, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { DeedForm, type Deed } from './deed-form'

/** The lead gives a numeric result another share, with the reason. */
export function OverrideForm({
  override,
  hidden,
  locale,
}: {
  override: Deed
  hidden: Readonly<Record<string, string>>
  locale: Locale
}) {
  const said = words(locale).evaluation.sheet
  return (
    <Panel title={said.override} lead={said.overrideLead}>
      <DeedForm action={override} hidden={hidden} label={said.send} variant="secondary" className="max-w-4xl">
        <div className="gap-x-4 sm:grid sm:grid-cols-[minmax(0,1fr)_10rem]">
          <Field id="override-indicator" label={said.indicator}>
            {(control) => (
              <Select {...control} name="indicator">
                {numericIndicators.map((each) => (
                  <option key={each.code} value={each.code}>
                    {inLocale(locale, each)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id="override-percent" label={said.percent} mark="%">
            {(control) => <NumberInput {...control} name="percent" />}
          </Field>
        </div>
        <Field id="override-reason" label={said.reason}>
          {(control) => <TextArea {...control} name="reason" rows={2} required maxLength={2000} />}
        </Field>
      </DeedForm>
    </Panel>
  )
}
