import { EvidenceHere } from '@/components/evidence/evidence-here'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { findingWords, formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { CheckOutcome } from '@/lib/reporting/check-outcome'
import type { SoftFinding } from '@/lib/reporting/soft-findings'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { AllRight } from './all-right'
import { ExplainForm } from './explain-form'
import { findingPlace, FindingTable } from './finding-table'

interface Props {
  readonly locale: Locale
  readonly outcome: CheckOutcome
  readonly place: { readonly city: string; readonly period: string; readonly here: string }
  readonly report: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  readonly back?: string
  /** Undefined for whoever may not explain now. */
  readonly action: FormAction | undefined
}

/** The soft findings (提示): those to be corrected or explained, those explained, and explanations that lapsed. */
export function NotesPanel(props: Props) {
  const { locale, outcome, report, back } = props
  const { check: said } = words(locale)
  const { open, explained } = outcome
  const count = (of: readonly unknown[]): string => formatNumber(String(of.length))
  return (
    <Panel id="notes" title={said.notes.title}>
      {open.length + explained.length === 0 ? (
        <AllRight>{said.notes.none}</AllRight>
      ) : (
        <p role="status" className="mb-2">
          {said.notes.state(count(open), count(explained))}
        </p>
      )}
      {open.length > 0 && (
        <FindingTable
          locale={locale}
          label={said.notes.title}
          report={report}
          back={back}
          lines={open.map((soft) => ({
            finding: soft.finding,
            beneath: <Open key={soft.about} {...props} soft={soft} />,
          }))}
        />
      )}
      {explained.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-semibold">{said.notes.explainedTitle}</h3>
          <FindingTable
            locale={locale}
            label={said.notes.explainedTitle}
            report={report}
            back={back}
            lines={explained.map((soft) => ({
              finding: soft.finding,
              done: said.notes.done,
              beneath: <Explained key={soft.about} {...props} soft={soft} />,
            }))}
          />
        </>
      )}
      <Lapsed {...props} />
    </Panel>
  )
}

/** Other findings of the same check that wait for an explanation too. */
const alike = (locale: Locale, { open }: CheckOutcome, { about, finding }: SoftFinding) =>
  open
    .filter((other) => other.about !== about && other.finding.rule === finding.rule)
    .map((other) => ({ about: other.about, name: findingPlace(locale, other.finding) }))

function Open({ locale, outcome, place, action, soft }: Props & { soft: SoftFinding }) {
  const { check: said } = words(locale)
  if (action === undefined) return <p className="text-muted">{said.notes.waiting}</p>
  const { lapsed } = soft
  return (
    <ExplainForm
      action={action}
      place={place}
      about={soft.about}
      name={findingPlace(locale, soft.finding)}
      text=""
      lapsed={
        lapsed && {
          text: lapsed.text,
          said: said.explain.lapsed(
            findingWords(locale, { ...soft.finding, received: lapsed.received }).received,
          ),
        }
      }
      others={alike(locale, outcome, soft)}
    />
  )
}

function Explained({ locale, outcome, place, action, soft }: Props & { soft: SoftFinding }) {
  const { check: said } = words(locale)
  const { explanation } = soft
  if (explanation === null) return null
  return (
    <>
      <p>
        <span aria-hidden="true" className="mr-1 text-met">
          ✓
        </span>
        <span className="whitespace-pre-wrap">{explanation.text}</span>
      </p>
      <p className="text-sm text-muted">
        {said.explain.by(explanation.byName, formatDateTime(locale, explanation.at))}
      </p>
      <EvidenceHere
        place={{
          indicator: soft.finding.indicator,
          kind: 'explanation',
          target: `${soft.finding.rule}/${soft.finding.part}`,
        }}
        name={findingPlace(locale, soft.finding)}
        isEditable={action !== undefined}
      />
      {action !== undefined && (
        <Disclosure
          key={explanation.seq}
          summary={said.explain.rewrite}
          className="mt-1 text-sm print:hidden"
        >
          <ExplainForm
            action={action}
            place={place}
            about={soft.about}
            name={findingPlace(locale, soft.finding)}
            text={explanation.text}
            lapsed={null}
            others={alike(locale, outcome, soft)}
          />
        </Disclosure>
      )}
    </>
  )
}

function Lapsed({ locale, outcome: { lapsed } }: Props) {
  const { check: said, common } = words(locale)
  if (lapsed.length === 0) return null
  return (
    <Disclosure summary={said.notes.lapsedTitle(formatNumber(String(lapsed.length)))} className="mt-3">
      <p className="mb-1 text-sm text-muted">{said.notes.lapsedLead}</p>
      <ul className="grid gap-2">
        {lapsed.map(({ explanation, finding }) => {
          const { title, received, expected } = findingWords(locale, finding)
          return (
            <li key={explanation.seq} className="border-l-4 border-edge pl-2">
              <p className="text-sm">
                {common.pair(findingPlace(locale, finding), title)}{' '}
                <span className="text-muted">
                  {common.bracketed(said.explain.written(received, expected))}
                </span>
              </p>
              <p className="whitespace-pre-wrap">{explanation.text}</p>
              <p className="text-sm text-muted">
                {said.explain.by(explanation.byName, formatDateTime(locale, explanation.at))}
              </p>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
