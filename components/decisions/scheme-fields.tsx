'use client'

import { NumberInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { decisions } from '@/lib/i18n/words/decisions'
import { simulation } from '@/lib/i18n/words/simulation'
import { indicators } from '@/lib/notice'
import { Choice } from './choice'

// The uniform bounds of reading R13, to begin with.
const GRADES = [
  ['excellent', '90'],
  ['good', '80'],
  ['fair', '60'],
] as const

/** Method, weights and grades of a scoring scheme. */
export function SchemeFields({ values }: { values: Readonly<Record<string, string>> }) {
  const { fields, says } = useWords(decisions)
  const { grade: gradeWords } = useWords(simulation)
  const locale = useLocale()
  return (
    <>
      <Choice name="method" label={fields.method} options={says.method} values={values} />
      <fieldset className="mb-4">
        <legend className="font-semibold">{fields.weights}</legend>
        <p className="mb-1 text-sm text-muted">{fields.weightsHint}</p>
        <div className="grid gap-x-8 gap-y-1 md:grid-cols-2">
          {indicators.map(({ code, zh, en }) => (
            <label key={code} className="flex items-center justify-between gap-2">
              {locale === 'en' ? en : zh}
              <NumberInput
                name={`weight-${code}`}
                required
                className="w-20! shrink-0"
                defaultValue={values[`weight-${code}`] ?? ''}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="mb-4">
        <legend className="font-semibold">{fields.grades}</legend>
        <p className="mb-1 text-sm text-muted">{fields.gradesHint}</p>
        <div className="flex flex-wrap gap-x-8 gap-y-1">
          {GRADES.map(([grade, from]) => (
            <label key={grade} className="flex items-center gap-2">
              {gradeWords[grade]}
              <NumberInput
                name={`grade-${grade}`}
                required
                className="w-20!"
                defaultValue={values[`grade-${grade}`] ?? from}
              />
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
