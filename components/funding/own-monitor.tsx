import { Disclosure } from '@/components/ui/disclosure'
import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatDay, formatPeriod, words } from '@/lib/i18n'
import type { DualStanding } from '@/lib/rules/dual-monitor'
import type { MonitorReason } from '@/lib/store/monitor-reasons'
import type { Locale, Quarter } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DualBars, DualPattern } from './dual-bars'
import { ExplainMonitor } from './explain-form'
import { standingWords } from './standing-words'

/** One city's money beside its results, what it said of that, and where it says more. */
export function OwnMonitor({
  standing,
  asOf,
  reasons,
  explain,
  city,
  locale,
}: {
  standing: DualStanding
  asOf: Quarter
  reasons: readonly MonitorReason[]
  /** Null for those who only read. */
  explain: FormAction | null
  city: string
  locale: Locale
}) {
  const { monitoring: said } = words(locale)
  const shown = standingWords(locale, standing)
  return (
    <Panel title={said.title} aside={said.asOf(formatPeriod(locale, asOf))} lead={said.ownLead} id="monitor">
      <DualPattern />
      <div className="mb-2 flex flex-wrap gap-x-8 gap-y-2">
        <KeyFigure label={said.spent} value={shown.spent} />
        <KeyFigure label={said.achieved} value={shown.achieved} note={shown.of} />
        <KeyFigure label={said.gap} value={shown.gap} unit={said.points} />
      </div>
      <DualBars {...shown.bars} label={shown.sentence} />
      <p className="mt-1 mb-2 flex flex-wrap gap-x-6 text-sm">
        <span>{said.key.spent}</span>
        <span>{said.key.achieved}</span>
        <span className="ml-auto text-muted">0–100%</span>
      </p>
      {reasons.length > 0 && (
        <>
          <h3 className="text-base">{said.history}</h3>
          <ul className="mb-2">
            {reasons.toReversed().map(({ seq, asOf: when, reason, expectedOn, saidByName, saidAt }) => (
              <li key={seq} className="border-b border-line py-1 last:border-b-0">
                {reason}
                <span className="block text-sm text-muted">
                  {said.asOf(formatPeriod(locale, when))} · {said.expected(formatDay(locale, expectedOn))} ·{' '}
                  {said.by(saidByName, formatDateTime(locale, saidAt))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {explain !== null && (
        <Disclosure summary={said.explain} className="print:hidden">
          <p className="mb-2 text-muted">{said.explainLead}</p>
          <ExplainMonitor
            action={explain}
            city={city}
            asOf={asOf}
            spent={standing.spent ?? ''}
            achieved={standing.achieved}
          />
        </Disclosure>
      )}
    </Panel>
  )
}
