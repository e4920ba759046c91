import { Panel } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import type { SubmittedReport } from '@/lib/review/read-submitted-report'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { PassForm } from './pass-form'
import { ReturnForm } from './return-form'

/** What this reviewer can do with the report now; or who can. */
export function DecisionPanel({
  locale,
  report,
  findings,
  from,
  then,
  actions,
}: {
  locale: Locale
  report: SubmittedReport
  /** How many things the checks noticed. */
  findings: number
  /** How the queue was narrowed from which the report was opened. */
  from: string
  /** The report that stood below it there. */
  then: string
  actions: { readonly forward: FormAction; readonly accept: FormAction }
}) {
  const { review, common } = words(locale)
  const said = review.decide
  const { moves, status, city, window, head } = report
  if (moves.length === 0) {
    const who = status === 'open' || status === 'draft' || status === 'certified' ? 'other' : status
    return (
      <Panel title={said.title} id="decide">
        <p>{said.nobody[who]}</p>
      </Panel>
    )
  }
  const version = { city: city.code, period: window.period, contentHash: head.contentHash, from, then }
  return (
    <section
      id="decide"
      aria-label={said.title}
      className="grid items-start gap-x-4 lg:grid-cols-2 print:hidden"
    >
      {moves.includes('forwarded') && (
        <Panel title={said.forward.title} lead={said.forward.text}>
          <PassForm action={actions.forward} kind="forward" {...version} />
        </Panel>
      )}
      {moves.includes('accepted') && (
        <Panel title={said.accept.title} lead={said.accept.text(common.version(head.version))}>
          {findings > 0 && <p className="mb-2">{said.accept.openFindings(String(findings))}</p>}
          <PassForm action={actions.accept} kind="accept" {...version} />
        </Panel>
      )}
      {moves.includes('returned') && (
        <Panel title={said.giveBack.title}>
          <ReturnForm {...version} />
        </Panel>
      )}
    </section>
  )
}
