import Link from 'next/link'
import { yuan } from '@/components/plan/plan-rows'
import { Badge, type Tone } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatExact, words } from '@/lib/i18n'
import type { InstalmentPage, ShownInstalment } from '@/lib/funding/read-instalment'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { EnterForm, ReasonForm, SignReversal } from './instalment-forms'
import { BandRows } from './instalment-ground'
import { PaymentForm } from './payment-forms'

export const INSTALMENT_TONES: Readonly<Record<ShownInstalment['state'], Tone>> = {
  proposed: 'accent',
  decided: 'good',
  differs: 'danger',
  refused: 'danger',
  withdrawn: 'neutral',
  reversalAsked: 'attention',
  reversed: 'neutral',
}

/** What the person who looks may do; null for what he or she may not. */
export interface InstalmentActions {
  readonly enter: FormAction | null
  readonly refuse: FormAction | null
  readonly withdraw: FormAction | null
  readonly ask: FormAction | null
  readonly sign: FormAction | null
  readonly pay: FormAction | null
}

/** One proposal or decision: what it rests on, who did what, and what can be done now. */
export function InstalmentEntry({
  page,
  entry,
  actions,
  self,
  locale,
}: {
  page: InstalmentPage
  entry: ShownInstalment
  actions: InstalmentActions
  /** Who looks. */
  self: string
  locale: Locale
}) {
  const { instalment: said, funds } = words(locale)
  const { seq, state, ground, worked, answer, reversals } = entry
  const city = page.city.code
  const by = (who: string, at: Date) => said.by(who, formatDateTime(locale, at))
  const amount = (value: bigint | null) => (value === null ? said.hidden : `${yuan(value)} ${said.yuan}`)
  const isLetter = worked !== null && state !== 'differs'
  const wasRefused = state === 'refused' || state === 'withdrawn'
  return (
    <Panel
      level={3}
      id={`proposal-${String(seq)}`}
      title={said.number(String(seq))}
      aside={<Badge tone={INSTALMENT_TONES[state]}>{said.state[state]}</Badge>}
    >
      <DescriptionList
        className="mb-3"
        items={[
          { term: said.score, value: formatExact(locale, ground.evaluation.score) },
          { term: said.proposed, value: by(entry.proposedByName, entry.proposedAt) },
          ...(wasRefused ? [] : [{ term: said.proposedYuan, value: amount(entry.yuan) }]),
          ...(answer === null
            ? []
            : [
                { term: said.answer[answer.kind], value: `${by(answer.byName, answer.at)} ${answer.reason}` },
              ]),
          ...(answer?.kind === 'entered'
            ? [{ term: said.enteredYuan, value: amount(answer.enteredYuan) }]
            : []),
          ...reversals.flatMap((each) => [
            { term: said.reversalAsked, value: `${by(each.askedByName, each.askedAt)} ${each.reason}` },
            {
              term: said.signReversal,
              value:
                each.answer === null
                  ? said.reversalState.waiting
                  : `${said.reversalState[each.answer.confirmed ? 'confirmed' : 'refused']} ${by(each.answer.byName, each.answer.at)} ${each.answer.reason}`,
            },
          ]),
        ]}
      />
      {!wasRefused && <BandRows ground={ground} counts={worked?.band ?? null} locale={locale} />}
      {isLetter && (
        <p className="mt-2">
          <Link href={`/cities/${city}/instalment/${String(seq)}`}>{said.letter}</Link>
        </p>
      )}
      {state === 'proposed' && actions.enter !== null && actions.refuse !== null && (
        <section className="mt-4 print:hidden" aria-label={said.enter}>
          <h4 className="font-semibold">{said.enter}</h4>
          <p className="mb-2 text-muted">{said.enterLead}</p>
          <EnterForm action={actions.enter} city={city} seq={seq} />
          <Disclosure summary={said.refuse} className="mt-2">
            <ReasonForm action={actions.refuse} city={city} seq={seq} deed={said.refuse} id="refuse-reason" />
          </Disclosure>
        </section>
      )}
      {state === 'proposed' && actions.withdraw !== null && entry.proposedBy === self && (
        <Disclosure summary={said.withdraw} className="mt-2 print:hidden">
          <ReasonForm
            action={actions.withdraw}
            city={city}
            seq={seq}
            deed={said.withdraw}
            id="withdraw-reason"
          />
        </Disclosure>
      )}
      {(state === 'decided' || state === 'reversalAsked') && (
        <p className="mt-2 text-sm text-muted">
          {said.paidOf(yuan(page.exposure.secondPaid), yuan(page.exposure.decided))}
          {entry.recorded !== 0n && said.recordedOf(yuan(entry.recorded))} ·{' '}
          <Link href={`/cities/${city}/funds`}>{said.toFunds}</Link>
        </p>
      )}
      {state === 'decided' && actions.pay !== null && (
        <Disclosure summary={said.pay} className="mt-2 print:hidden">
          <p className="mb-2 text-muted">
            {said.payLead}{' '}
            {entry.payable === 0n
              ? funds.payments.nothingPayable
              : funds.payments.payable(yuan(entry.payable))}
          </p>
          <PaymentForm action={actions.pay} city={city} decision={String(seq)} />
        </Disclosure>
      )}
      {state === 'decided' && actions.ask !== null && (
        <Disclosure summary={said.reverse} className="mt-2 print:hidden">
          <p className="mb-2 text-muted">{said.reverseLead}</p>
          <ReasonForm
            action={actions.ask}
            city={city}
            seq={seq}
            deed={said.reverseDeed}
            id="reverse-reason"
          />
        </Disclosure>
      )}
      {state === 'reversalAsked' && actions.sign !== null && (
        <section className="mt-4 print:hidden" aria-label={said.signReversal}>
          <h4 className="font-semibold">{said.signReversal}</h4>
          <p className="mb-2 text-muted">{said.reverseLead}</p>
          <SignReversal action={actions.sign} city={city} seq={seq} />
        </section>
      )}
    </Panel>
  )
}
