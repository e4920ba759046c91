import { Button } from '@/components/ui/button'
import { Field, NumberInput, Select } from '@/components/ui/field'
import { figureRefusalSentence, formatPeriod, inLocale, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { RestatementPreview } from '@/lib/review/preview-restatement'
import type { Locale } from '@/lib/values'

/** Which figure, and what it would be corrected to: asked by address, so that nothing is sent to be kept. */
export function RestatementForm({
  preview: { periods, chosen },
  period,
  locale,
}: {
  preview: RestatementPreview
  /** Chosen beforehand, by a link from a report. */
  period: string | undefined
  locale: Locale
}) {
  const said = words(locale).restatement
  const refusal = chosen?.refusal
  const error =
    chosen !== null && chosen.before === undefined
      ? said.notAccepted
      : refusal
        ? figureRefusalSentence(locale, refusal)
        : undefined
  return (
    <form method="get" className="flex flex-wrap items-end gap-x-4">
      <Field id="period" label={said.period}>
        {(control) => (
          <Select {...control} name="period" defaultValue={chosen?.period ?? period}>
            {periods.map((each) => (
              <option key={each} value={each}>
                {formatPeriod(locale, each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="indicator" label={said.indicator}>
        {(control) => (
          <Select
            {...control}
            name="indicator"
            defaultValue={chosen?.indicator}
            className="max-w-full sm:max-w-96"
          >
            {numericIndicators.map((each) => (
              <option key={each.code} value={each.code}>
                {inLocale(locale, each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="value" label={said.value} hint={said.countHint} error={error}>
        {(control) => (
          <NumberInput
            {...control}
            name="value"
            required
            defaultValue={chosen?.typed ?? ''}
            className="max-w-48"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="mb-4">
        {said.show}
      </Button>
    </form>
  )
}
