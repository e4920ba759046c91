import { Field, NumberInput, Select, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { inLocale, words } from '@/lib/i18n'
import { indicator, numericIndicators } from '@/lib/notice'
import type { CarriedOver } from '@/lib/assessment/carried-over'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

/** The lead gives a numeric result another share, with the reason. */
export function OverrideForm({
  override,
  carried,
  taken,
  hidden,
  locale,
}: {
  override: FormAction
  /** What the sealed version before has, the figures being the same. */
  carried: CarriedOver | null
  /** Results that have been spoken of in this version. */
  taken: readonly string[]
  hidden: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { sheet: said, carried: carriedWords } = words(locale).evaluation
  const again = carried?.overrides.filter((each) => !taken.includes(each.indicator)) ?? []
  return (
    <Panel title={said.override} lead={said.overrideLead}>
      {carried !== null && again.length > 0 && (
        <>
          <p className="mb-2">{carriedWords.shares(String(carried.version))}</p>
          <ul className="mb-4 max-w-4xl">
            {again.map(({ indicator: code, percent, reason }) => (
              <li key={code} className="border-t border-line py-2">
                <DeedForm
                  action={override}
                  hidden={{ ...hidden, indicator: code, percent: percent ?? '', reason }}
                  label={carriedWords.take}
                  named={carriedWords.takeOf(inLocale(locale, indicator(code)))}
                  variant="secondary"
                  className="flex flex-wrap items-center gap-x-4"
                >
                  <span className="min-w-0 flex-1 basis-64">
                    {inLocale(locale, indicator(code))} {`${percent ?? ''}%`} · {reason}
                  </span>
                </DeedForm>
              </li>
            ))}
          </ul>
        </>
      )}
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
          {(control) => <TextArea {...control} name="reason" rows={2} required />}
        </Field>
      </DeedForm>
    </Panel>
  )
}
