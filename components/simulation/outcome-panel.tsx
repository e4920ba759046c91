'use client'

import { KeyFigure } from '@/components/ui/key-figure'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { simulation as area } from '@/lib/i18n/words/simulation'
import { indicator } from '@/lib/notice'
import { usualGrades, type Outcome, type ScoringScheme, type Simulation } from '@/lib/rules'

/** Grade and money on both sides, announced as they change. */
export function OutcomePanel({
  simulation,
  scheme: { grades = usualGrades, documentNumber },
}: {
  simulation: Simulation
  scheme: ScoringScheme
}) {
  const said = useWords(area)
  const locale = useLocale()
  const open = simulation.supposed.score.open.map((code) => indicator(code)[locale === 'en' ? 'en' : 'zh'])
  return (
    <section
      aria-label={said.storesNothing}
      aria-live="polite"
      className="top-0 z-40 mb-4 border-2 border-dashed border-demo bg-paper px-4 py-2 md:sticky"
    >
      <p className="mb-1 text-demo">
        <strong>{said.storesNothing}</strong>
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <Side title={said.asIs} outcome={simulation.asIs} />
        <Side title={said.supposed} outcome={simulation.supposed} />
      </div>
      <p className="mt-1 text-sm text-muted">
        {open.length > 0 && <span className="mr-4">{said.openNames(formatList(locale, open))}</span>}
        {said.gradesFrom(grades.excellent, grades.good, grades.fair)}
        {documentNumber === null && said.gradeIndicative}
      </p>
    </section>
  )
}

function Side({ title, outcome }: { title: string; outcome: Outcome }) {
  const said = useWords(area)
  const { score, instalments } = outcome
  const { second } = instalments
  return (
    <div>
      <h2 className="mb-1 text-base">{title}</h2>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <KeyFigure
          label={said.score}
          value={
            score.total === null
              ? said.between(
                  formatNumber(score.atLeast, { places: 2 }),
                  formatNumber(score.atMost, { places: 2 }),
                )
              : formatNumber(score.total, { places: 2 })
          }
          unit={score.grade === null ? undefined : said.grade[score.grade]}
          note={score.open.length > 0 ? said.open(score.open.length) : undefined}
        />
        <KeyFigure label={said.first} value={formatNumber(instalments.first.amount)} unit={said.unit} />
        {second.code === 'banded' ? (
          <KeyFigure
            label={said.second}
            value={formatNumber(second.amount)}
            unit={said.unit}
            note={said.mark}
          />
        ) : (
          <KeyFigure
            label={said.second}
            value="—"
            note={
              second.code === 'bandsUnspecified'
                ? said.bandsUnspecified(formatNumber(second.upTo))
                : said.waits
            }
          />
        )}
      </div>
    </div>
  )
}
