import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ShownRequest } from '@/lib/review/amend-target'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { Effects } from './effects'
import { TargetAnswerForm } from './target-answer-form'

/** Requests to change own targets: from what to what and why, what that changes, and the deed of whoever may answer. */
export function TargetRequests({
  locale,
  city,
  place,
  requests,
  person,
  mayDecide,
  actions,
}: {
  locale: Locale
  city: string
  place: City
  requests: readonly ShownRequest[]
  /** Id of whoever is looking. */
  person: string
  mayDecide: boolean
  actions: Readonly<Record<'grant' | 'refuse' | 'withdraw', FormAction>>
}) {
  const { targets, names } = words(locale)
  const said = targets.requests
  return (
    <Panel id="requests" title={said.title} lead={said.lead}>
      <ul>
        {requests.map(({ request, effects, effectsHash }) => {
          const subject = indicator(request.indicator)
          const inWords = (value: string): string =>
            subject.kind === 'growth'
              ? targets.percentAYear(formatNumber(value))
              : targets.atLeast(formatNumber(value), names.unit[subject.unit])
          const { answer } = request
          return (
            <li key={request.seq} className="border-b border-line py-2">
              <h3 className="font-semibold">
                {inLocale(locale, subject)}: {said.line(inWords(request.from), inWords(request.to))}
              </h3>
              <p>
                <span className="text-muted">
                  {said.asked(request.requestedByName, formatDateTime(locale, request.requestedAt))}
                </span>{' '}
                {request.reason}
              </p>
              <p>
                {answer === null
                  ? said.waiting
                  : said.answered(
                      said.state[answer.kind],
                      answer.byName,
                      formatDateTime(locale, answer.at),
                    )}{' '}
                {answer?.reason}
              </p>
              {effects.verdicts.length === 0 ? (
                <p className="text-muted">{said.noEffects}</p>
              ) : (
                <Disclosure
                  summary={said.effects(String(effects.verdicts.length))}
                  open={answer === null && mayDecide}
                >
                  <Effects effects={effects} kind="derogation" cities={[place]} locale={locale} />
                </Disclosure>
              )}
              {effectsHash !== null && mayDecide && (
                <div className="flex flex-wrap items-start gap-4">
                  <TargetAnswerForm
                    action={actions.grant}
                    kind="grant"
                    {...{ city, seq: request.seq, effectsHash }}
                  />
                  <TargetAnswerForm action={actions.refuse} kind="refuse" {...{ city, seq: request.seq }} />
                </div>
              )}
              {effectsHash !== null && request.requestedBy === person && (
                <TargetAnswerForm action={actions.withdraw} kind="withdraw" {...{ city, seq: request.seq }} />
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
