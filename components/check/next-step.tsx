import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Role } from '@/lib/access/roles'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { CheckedDraft } from '@/lib/reporting/read-check'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { RecallForm } from './recall-form'
import { SignForm, type Signing } from './sign-form'
import { SubmitForm } from './submit-form'

interface Props {
  readonly locale: Locale
  readonly draft: CheckedDraft
  readonly person: { readonly id: string; readonly role: Role }
  readonly report: string
  readonly actions: Readonly<Record<'certify' | 'submit' | 'recall' | 'withdraw', FormAction>>
}

/** What was to be signed at the moment looked back to. */
export const PastStep = ({ locale, hash }: { locale: Locale; hash: string }) => (
  <Panel id="next" title={words(locale).check.next.title}>
    <p>{words(locale).known.nothingToDo}</p>
    <Hash locale={locale} hash={hash} />
  </Panel>
)

/** What waits for whom, and the deed of whoever is looking, if it is theirs. */
export function NextStep({ locale, draft, person, report, actions }: Props) {
  const said = words(locale).check
  const { status, moves, events, outcome } = draft
  const signing: Signing = {
    city: draft.city.code,
    period: draft.window.period,
    contentHash: draft.contentHash,
    here: `${report}/check`,
  }
  const certified = events.findLast((event) => event.kind === 'certified')
  return (
    <Panel id="next" title={said.next.title}>
      {status === 'certified' && certified !== undefined ? (
        <>
          <Banner tone="done" live>
            {said.next.certified(certified.actorName, formatDateTime(locale, certified.at))}
          </Banner>
          {moves.includes('submitted') && <SubmitForm action={actions.submit} signing={signing} />}
          {moves.includes('recalled') && (
            <RecallForm action={actions.recall} kind="recall" signing={signing} />
          )}
        </>
      ) : status === 'submitted' || status === 'forwarded' || status === 'accepted' ? (
        <>
          <p className="mb-2">
            {status === 'submitted' ? said.next.submitted[draft.route] : said.next[status]}
          </p>
          <LinkButton variant="primary" href={`${report}/receipt`}>
            {said.next.toReceipt}
          </LinkButton>
          {moves.includes('withdrawn') && (
            <RecallForm action={actions.withdraw} kind="withdraw" signing={signing} />
          )}
        </>
      ) : (
        <Preparing locale={locale} draft={draft} person={person} report={report} />
      )}
      {moves.includes('certified') &&
        outcome.isClear &&
        !draft.isAsReturned &&
        !prepared(draft, person.id) && (
          <>
            {outcome.explained.length > 0 && (
              <p className="mb-2">
                <a href="#notes">{said.certify.notes(formatNumber(String(outcome.explained.length)))}</a>
              </p>
            )}
            <SignForm action={actions.certify} signing={signing} />
          </>
        )}
      <Hash locale={locale} hash={draft.contentHash} />
    </Panel>
  )
}

const prepared = ({ preparers }: CheckedDraft, person: string): boolean =>
  preparers.some(({ id }) => id === person)

/** What is still to be done before anybody can certify, and by whom. */
function Preparing({ locale, draft, person, report }: Omit<Props, 'actions'>) {
  const { next } = words(locale).check
  const { outcome, window, now, scope, isAsReturned } = draft
  if (now < window.opensAt) return <p>{next.notOpen}</p>
  if (person.role === 'city_certifier') {
    if (prepared(draft, person.id)) return <p>{next.certifierPrepared}</p>
    if (isAsReturned) return <p>{next.certifierAsReturned}</p>
    return outcome.isClear ? null : (
      <p>{next.certifierBlocked(outcome.errors.length, outcome.unanswered.length, outcome.open.length)}</p>
    )
  }
  const isToExplain =
    outcome.open.length > 0 && outcome.errors.length === 0 && outcome.unanswered.length === 0
  return (
    <>
      <p className="mb-2">
        {!outcome.isClear
          ? next.officerBlocked(outcome.errors.length, outcome.unanswered.length, outcome.open.length)
          : isAsReturned
            ? next.officerAsReturned
            : next.officerClear}
      </p>
      {(!outcome.isClear || isAsReturned) && scope !== 'none' && (
        <div className="flex flex-wrap gap-2">
          {isToExplain && (
            <LinkButton variant="primary" href="#notes">
              {next.toNotes}
            </LinkButton>
          )}
          <LinkButton variant={isToExplain ? 'secondary' : 'primary'} href={report}>
            {next.correct}
          </LinkButton>
        </div>
      )}
    </>
  )
}

/** What exactly is signed: whoever compares two screens compares this. */
function Hash({ locale, hash }: { locale: Locale; hash: string }) {
  const { certify } = words(locale).check
  return (
    <p className="mt-4 text-sm text-muted">
      {certify.hash}
      <span className="block font-mono break-all">{hash}</span>
    </p>
  )
}
