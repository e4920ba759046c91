'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { decisions } from '@/lib/i18n/words/decisions'
import { names } from '@/lib/i18n/words/names'
import { numericIndicators } from '@/lib/notice'
import type { DecisionKind } from '@/lib/decisions/content'
import { ADJUSTABLE_CHECKS } from '@/lib/decisions/adjustable-checks'
import { BAND_LINES } from '@/lib/decisions/band-lines'
import { Choice } from './choice'
import { SchemeFields } from './scheme-fields'

/** The boxes of what a decision says, by its kind. */
export function ContentFields({
  kind,
  values,
}: {
  kind: DecisionKind
  values: Readonly<Record<string, string>>
}) {
  switch (kind) {
    case 'configuration':
      return <Configuration values={values} />
    case 'derogation':
      return <Derogation values={values} />
    case 'bandTable':
      return <Bands values={values} />
    case 'scoringScheme':
      return <SchemeFields values={values} />
    case 'comparability':
      return <Comparability values={values} />
    case 'materiality':
      return <Materiality values={values} />
    case 'checkSeverity':
      return <CheckSeverity values={values} />
  }
}

type Values = Readonly<Record<string, string>>

function Configuration({ values }: { values: Values }) {
  const { fields, says } = useWords(decisions)
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <Field id="baseYear" label={fields.baseYear}>
        {(control) => (
          <NumberInput
            {...control}
            name="baseYear"
            required
            inputMode="numeric"
            defaultValue={values.baseYear ?? '2019'}
          />
        )}
      </Field>
      <Field id="intervals" label={fields.intervals}>
        {(control) => (
          <NumberInput
            {...control}
            name="intervals"
            required
            inputMode="numeric"
            defaultValue={values.intervals ?? '3'}
          />
        )}
      </Field>
      <Choice name="path" label={fields.path} options={says.path} values={values} />
      <Choice name="share" label={fields.share} options={says.share} values={values} />
    </div>
  )
}

function Derogation({ values }: { values: Values }) {
  const { fields } = useWords(decisions)
  const locale = useLocale()
  const options = Object.fromEntries(
    numericIndicators.map(({ code, zh, en }) => [code, locale === 'en' ? en : zh]),
  )
  return (
    <>
      <Choice name="indicator" label={fields.indicator} options={options} values={values} />
      <Field id="lowest" label={fields.lowest} hint={fields.lowestHint}>
        {(control) => (
          <NumberInput
            {...control}
            name="lowest"
            required
            defaultValue={values.lowest ?? ''}
            className="max-w-48"
          />
        )}
      </Field>
    </>
  )
}

function Bands({ values }: { values: Values }) {
  const { fields } = useWords(decisions)
  const typed = Object.keys(values).flatMap((name) => {
    const no = /^band-(\d+)-/.exec(name)?.[1]
    return no !== undefined && values[name] !== '' ? [Number(no)] : []
  })
  const [lines, setLines] = useState(Math.max(BAND_LINES.atFirst, ...typed))
  return (
    <fieldset className="mb-4">
      <legend className="font-semibold">{fields.bands}</legend>
      <p className="mb-1 text-sm text-muted">{fields.bandsHint}</p>
      <div className="grid max-w-xl grid-cols-2 gap-2">
        {Array.from({ length: lines }, (_, i) => String(i + 1)).flatMap((no) => [
          <NumberInput
            key={`${no}-from`}
            name={`band-${no}-from`}
            aria-label={fields.bandFrom(no)}
            placeholder={fields.bandFrom(no)}
            defaultValue={values[`band-${no}-from`] ?? ''}
          />,
          <NumberInput
            key={`${no}-amount`}
            name={`band-${no}-amount`}
            aria-label={fields.bandAmount(no)}
            placeholder={fields.bandAmount(no)}
            defaultValue={values[`band-${no}-amount`] ?? ''}
          />,
        ])}
      </div>
      {lines < BAND_LINES.most && (
        <Button
          className="mt-2"
          onClick={() => {
            setLines(lines + 1)
          }}
        >
          {fields.moreBands}
        </Button>
      )}
    </fieldset>
  )
}

function Materiality({ values }: { values: Values }) {
  const { fields } = useWords(decisions)
  return (
    <Field id="percent" label={fields.percent} hint={fields.percentHint}>
      {(control) => (
        <NumberInput
          {...control}
          name="percent"
          required
          defaultValue={values.percent ?? ''}
          className="max-w-32"
        />
      )}
    </Field>
  )
}

function CheckSeverity({ values }: { values: Values }) {
  const { fields, says } = useWords(decisions)
  const { check } = useWords(names)
  return (
    <>
      <Choice
        name="check"
        label={fields.check}
        options={Object.fromEntries(ADJUSTABLE_CHECKS.map((code) => [code, check[code]]))}
        values={values}
        fallback="jump"
      />
      <Choice name="severity" label={fields.severity} options={says.severity} values={values} />
      <Field id="hardFrom" label={fields.hardFrom} hint={fields.hardFromHint}>
        {(control) => (
          <TextInput {...control} name="hardFrom" defaultValue={values.hardFrom ?? ''} className="max-w-48" />
        )}
      </Field>
      <Field id="bound" label={fields.bound} hint={fields.boundHint}>
        {(control) => (
          <NumberInput {...control} name="bound" defaultValue={values.bound ?? ''} className="max-w-48" />
        )}
      </Field>
    </>
  )
}

function Comparability({ values }: { values: Values }) {
  const { fields, says } = useWords(decisions)
  const locale = useLocale()
  const growth = numericIndicators.filter(({ kind }) => kind === 'growth')
  const options = Object.fromEntries(growth.map(({ code, zh, en }) => [code, locale === 'en' ? en : zh]))
  return (
    <>
      <Choice name="indicator" label={fields.indicator} options={options} values={values} />
      <Choice name="cause" label={fields.cause} options={says.cause} values={values} />
      {(['from', 'to'] as const).map((name) => (
        <Field
          key={name}
          id={name}
          label={name === 'from' ? fields.comparedFrom : fields.comparedTo}
          hint={name === 'from' ? fields.comparedFromHint : fields.comparedToHint}
        >
          {(control) => (
            <TextInput
              {...control}
              name={name}
              required={name === 'from'}
              defaultValue={values[name] ?? ''}
              className="max-w-48"
            />
          )}
        </Field>
      ))}
    </>
  )
}
