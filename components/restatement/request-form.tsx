'use client'

import { Button } from '@/components/ui/button'
import { Field, NumberInput, Select, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure } from '@/lib/i18n/format-figure'
import { inLocale } from '@/lib/i18n/in-locale'
import { names } from '@/lib/i18n/words/names'
import { restating } from '@/lib/i18n/words/restating'
import { indicator } from '@/lib/notice/indicators'
import type { RestatementSheet } from '@/lib/restating/read-restatements'
import type { FormAction } from '@/lib/web/form-state'
import { RegisterCorrection } from './register-correction'

type Chosen = NonNullable<RestatementSheet['chosen']>

const REASONS = ['clerical', 'sourceRevised', 'scope', 'duplicate', 'omission', 'audit', 'other'] as const

/** What is to be corrected in an accepted report, and why. */
export function RequestForm({ city, chosen, action }: { city: string; chosen: Chosen; action: FormAction }) {
  const said = useWords(restating)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} field="restating-reason" />
      <Hidden values={{ city, period: chosen.period, baseVersion: chosen.baseVersion }} />
      <h3 className="mb-1 text-base">{said.form.figures}</h3>
      <FigureFields cells={chosen.cells} values={state.values} />
      {chosen.registers.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-base">{said.form.registers}</h3>
          <p className="mb-2 text-muted">{said.form.registersLead}</p>
          {chosen.registers.map((register) => (
            <RegisterCorrection key={register.indicator} {...register} />
          ))}
        </>
      )}
      <div className="mt-4 max-w-3xl">
        <Field id="restating-code" label={said.form.reasonCode}>
          {(control) => (
            <Select
              {...control}
              name="reasonCode"
              required
              defaultValue={state.values.reasonCode ?? ''}
              className="max-w-96"
            >
              <option value="" />
              {REASONS.map((code) => (
                <option key={code} value={code}>
                  {said.reasonCode[code]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="restating-reason" label={said.form.reason} hint={said.form.reasonHint}>
          {(control) => (
            <TextArea {...control} name="reason" required defaultValue={state.values.reason ?? ''} />
          )}
        </Field>
        <Button type="submit" variant="primary" aria-disabled={isSending}>
          {said.form.send}
        </Button>
      </div>
    </KeptForm>
  )
}

function FigureFields({
  cells,
  values,
}: {
  cells: Chosen['cells']
  values: Readonly<Record<string, string>>
}) {
  const said = useWords(restating)
  const { part: parts, unit } = useWords(names)
  const locale = useLocale()
  return (
    <Table label={said.form.figures} className="max-w-4xl">
      <thead>
        <tr>
          <ColumnHead>{said.form.figure}</ColumnHead>
          <FigureHead>{said.form.accepted}</FigureHead>
          <FigureHead>{said.form.corrected}</FigureHead>
          <ColumnHead>{said.form.unit}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ indicator: code, part, value }) => {
          const subject = indicator(code)
          const name = inLocale(locale, subject) + (part === '' ? '' : ` ${parts[part]}`)
          const field = `figure.${code}.${part}`
          return (
            <tr key={field}>
              <RowHead className={part === '' ? '' : 'pl-6 text-muted'}>{name}</RowHead>
              <FigureCell>{value === null ? said.noFigure : formatFigure(value)}</FigureCell>
              <Cell className="w-48">
                <NumberInput
                  name={field}
                  aria-label={said.form.correctedOf(name)}
                  defaultValue={values[field] ?? ''}
                />
              </Cell>
              <Cell className="text-muted">{unit[subject.unit]}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
