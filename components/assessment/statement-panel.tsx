import { Field, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, words } from '@/lib/i18n'
import type { EvaluationPage } from '@/lib/assessment/read-evaluation-page'
import type { Statement } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

const PARTS = ['achieved', 'deviations', 'nextSteps'] as const

/** What a city says of itself, as text. */
export function StatementText({
  statement,
  signature,
  locale,
}: {
  statement: Statement
  signature: { readonly byName: string; readonly at: string } | null
  locale: Locale
}) {
  const { evaluation } = words(locale)
  const said = evaluation.statement
  return (
    <>
      <dl>
        {PARTS.map((part) => (
          <div key={part} className="mb-2">
            <dt className="font-semibold">{said[part]}</dt>
            <dd className="whitespace-pre-wrap">{statement[part]}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">
        {said.written} {evaluation.by(statement.byName, formatDateTime(locale, statement.at))} ·{' '}
        {signature === null
          ? said.unsigned
          : `${said.signed} ${evaluation.by(signature.byName, formatDateTime(locale, signature.at))}`}
      </p>
    </>
  )
}

/** The city's statement: written by its officer, signed by its certifier, read by everybody concerned. */
export function StatementPanel({
  page,
  state,
  sign,
  locale,
}: {
  page: EvaluationPage
  /** Null for those who do not write, and do not sign. */
  state: FormAction | null
  sign: FormAction | null
  locale: Locale
}) {
  const said = words(locale).evaluation.statement
  const { statement, statementSignature, version, isSealed } = page
  const own = statement?.version === version ? statement : null
  const hidden = { city: page.city.code, round: page.round.name, shown: String(own?.seq ?? 0) }
  const isOpen = !isSealed && statementSignature === null
  return (
    <Panel title={said.title} lead={isOpen ? said.lead : undefined}>
      {own === null && (state === null || !isOpen) && <p>{said.none}</p>}
      {own !== null && (state === null || !isOpen) && (
        <StatementText statement={own} signature={statementSignature} locale={locale} />
      )}
      {state !== null && isOpen && (
        // A wording that somebody else saved meanwhile is another form.
        <DeedForm key={hidden.shown} action={state} hidden={hidden} label={said.save} className="max-w-4xl">
          {own === null && statement !== null && <p className="mb-2 text-muted">{said.earlier}</p>}
          {PARTS.map((part) => (
            <Field key={part} id={`statement-${part}`} label={said[part]}>
              {(control) => (
                <TextArea {...control} name={part} rows={4} required defaultValue={statement?.[part] ?? ''} />
              )}
            </Field>
          ))}
        </DeedForm>
      )}
      {sign !== null && isOpen && own !== null && (
        <DeedForm action={sign} hidden={hidden} label={said.sign} className="mt-3" />
      )}
    </Panel>
  )
}
