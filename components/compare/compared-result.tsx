import { SmallPath } from '@/components/charts/small-path'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { cityName, formatFigure, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Compared, ComparedPath, CompareView } from '@/lib/review/read-compare'
import type { Locale } from '@/lib/values'
import { ComparedTable } from './compared-table'

/** One result of all cities chosen: pictures of one size on one scale, and their numbers as a table. */
export function ComparedResult({
  result,
  quarters,
  scale,
  locale,
}: {
  result: Compared['results'][number]
  quarters: Compared['quarters']
  scale: CompareView['scale']
  locale: Locale
}) {
  const { compare: said, names, verdict: verdicts } = words(locale)
  const subject = indicator(result.indicator)
  const name = inLocale(locale, subject)
  const unit = names.unit[subject.unit]
  const tops = result.paths.map(topOf)
  const units = result.paths.map(finalOf)
  // The highest of all; against what each owes at the end: the highest multiple of it.
  const highest = Math.max(0, ...tops)
  const multiple = Math.max(1, ...tops.map((top, i) => (units[i] ? top / units[i] : 0)))
  const first = Math.max(0, ...quarters.map((_, i) => i + 1).filter((at) => at % 4 === 0))
  return (
    <Panel
      id={result.indicator}
      title={name}
      aside={
        <span className="text-sm text-muted">
          {scale === 'unit'
            ? said.top(formatFigure(highest.toFixed(2).replace(/\.?0+$/, '')), unit)
            : said.topShare((multiple * 100).toFixed(0))}
        </span>
      }
    >
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] gap-3">
        {result.paths.map(({ city, verdict, lines, begins }, i) => {
          const [actual = NO_FIGURE, required = NO_FIGURE] = [verdict.actual, verdict.required].map(
            (value) => (value === null ? NO_FIGURE : formatFigure(value)),
          )
          return (
            <li key={city.code} className="keep-together flex max-w-[26rem] flex-col">
              <a href={`/cities/${city.code}?asOf=${verdict.asOf}#${result.indicator}`}>
                {cityName(locale, city)}
              </a>
              <p>
                <VerdictBadge code={verdict.code} locale={locale} />
              </p>
              <div className="mt-auto">
                {lines.isEmpty ? (
                  <p className="py-6 text-center text-sm text-muted">{said.empty}</p>
                ) : (
                  <SmallPath
                    drawn={lines.drawn.map((point) => ({ ...point, at: point.at + begins }))}
                    quarters={quarters.length}
                    most={scale === 'unit' ? highest : units[i] ? units[i] * multiple : (tops[i] ?? 0)}
                    bounds={Array.from({ length: first / 4 }, (_, year) => (year + 1) * 4).filter(
                      (at) => at < quarters.length,
                    )}
                    label={said.summary(
                      cityName(locale, city),
                      verdicts.word[verdict.code],
                      actual,
                      required,
                    )}
                  />
                )}
                <p className="min-h-[2lh] text-sm text-muted">{said.numbers(actual, required)}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <Disclosure summary={said.open} className="mt-2 text-sm">
        <ComparedTable
          label={said.table(name)}
          paths={result.paths}
          quarters={quarters}
          unit={unit}
          locale={locale}
        />
      </Disclosure>
    </Panel>
  )
}

/** The highest number of a path, for drawing alone. */
const topOf = ({ lines }: ComparedPath): number =>
  Math.max(0, ...lines.drawn.flatMap((point) => [point.actual ?? 0, point.required ?? 0, point.pending ?? 0]))

/** What is required at the end, for drawing alone; null where nothing is. */
const finalOf = ({ lines }: ComparedPath): number | null => lines.drawn.at(-1)?.required ?? null
