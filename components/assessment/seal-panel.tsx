import Link from 'next/link'
import { Field, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import type { EvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { formatDateTime, formatList, words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

/** Two signatures, and opening a new version beside what is sealed. */
export function SealPanel({
  page,
  seal,
  reopen,
  locale,
}: {
  page: EvaluationPage
  /** Null for those who seal and open nothing. */
  seal: FormAction | null
  reopen: FormAction | null
  locale: Locale
}) {
  const { evaluation } = words(locale)
  const said = evaluation.seal
  const { inside, city, round, record, isSealed } = page
  const hidden = { city: city.code, round: round.name }
  return (
    <Panel title={said.title} lead={inside === null ? undefined : said.lead}>
      <ul>
        {record.seals.map((each) => (
          <li key={each.version}>
            {said.sealed(String(each.version))} (
            {evaluation.by(each.secondSignerName, formatDateTime(locale, each.sealedAt))}){' '}
            <Link href={`/cities/${city.code}/evaluations/${round.name}/${String(each.version)}`}>
              {said.see}
            </Link>
          </li>
        ))}
      </ul>
      {inside === null && record.seals.length === 0 && <p>{evaluation.progress.unsealed}</p>}
      {inside !== null && inside.sha256 === null && (
        <p>
          {said.open}
          {formatList(
            locale,
            inside.stillOpen.map((each) => said.what[each]),
          )}
        </p>
      )}
      {inside?.sha256 != null && (
        <>
          <p className="mb-2 text-sm text-muted">
            {said.digest} <code className="break-all">{inside.sha256}</code>
          </p>
          {inside.signature !== null && (
            <p className="mb-2">
              {said.first}{' '}
              {evaluation.by(inside.signature.byName, formatDateTime(locale, inside.signature.at))}.{' '}
              {said.waiting}
            </p>
          )}
          {seal !== null && (
            <DeedForm
              action={seal}
              hidden={{ ...hidden, sha256: inside.sha256 }}
              label={inside.signature === null ? said.sign : said.second}
            />
          )}
        </>
      )}
      {isSealed && reopen !== null && (
        <DeedForm
          action={reopen}
          hidden={hidden}
          label={said.reopen}
          variant="danger"
          className="mt-3 max-w-xl"
        >
          <p className="mb-2 text-muted">{said.reopenLead}</p>
          <Field id="reopen-reason" label={said.reason}>
            {(control) => <TextArea {...control} name="reason" rows={2} required />}
          </Field>
        </DeedForm>
      )}
    </Panel>
  )
}
