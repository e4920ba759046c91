import { SmallPath } from '@/components/charts/small-path'
import { Panel } from '@/components/ui/panel'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatFigure, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { CityPage } from '@/lib/review/read-city'
import { quarterNumberOf, type Locale } from '@/lib/values'

/** The paths of the eleven numeric results side by side, each on its own scale; the table of each result is its twin. */
export function PathMultiples({ page, locale }: { page: CityPage; locale: Locale }) {
  const { beside: said, names, common } = words(locale)
  return (
    <Panel title={said.multiples} lead={said.multiplesLead}>
      <ul className="grid grid-cols-1 gap-x-4 gap-y-3 min-[30rem]:grid-cols-2 lg:grid-cols-4">
        {numericIndicators.map((subject) => {
          const lines = page.lines[subject.code]
          const verdict = page.verdicts.byFloor.find(
            (judged) => judged.verdict.indicator === subject.code,
          )?.verdict
          if (lines === undefined || verdict === undefined) return null
          const name = inLocale(locale, subject)
          const [actual, required] = [verdict.actual, verdict.required].map((value) =>
            value === null ? NO_FIGURE : formatFigure(value),
          )
          const summary = said.multiple(actual ?? '', required ?? '', names.unit[subject.unit])
          return (
            <li key={subject.code} className="keep-together flex flex-col">
              <a href={`#${subject.code}`} className="text-sm">
                {name}
              </a>
              <p className="mb-1">
                <VerdictBadge code={verdict.code} locale={locale} />
              </p>
              <div className="mt-auto">
                {lines.isEmpty ? (
                  <p className="py-6 text-center text-sm text-muted">{said.nothingDrawn}</p>
                ) : (
                  <SmallPath
                    drawn={lines.drawn}
                    quarters={lines.quarters.length}
                    most={Math.max(
                      0,
                      ...lines.drawn.flatMap((point) => [
                        point.actual ?? 0,
                        point.required ?? 0,
                        point.target ?? 0,
                        point.pending ?? 0,
                      ]),
                    )}
                    label={common.pair(name, summary)}
                    bounds={lines.quarters.flatMap(({ quarter }, i) =>
                      quarterNumberOf(quarter) === 4 && i + 1 < lines.quarters.length ? [i + 1] : [],
                    )}
                  />
                )}
                <p className="text-sm text-muted">{summary}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
