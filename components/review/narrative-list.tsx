import type { ReactNode } from 'react'
import { ContentText } from '@/components/report/content-text'
import { Disclosure } from '@/components/ui/disclosure'
import { inLocale, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'
import { LineName } from './line-name'
import { hasRemarks, LineRemarks } from './line-remarks'
import { PinFigure } from './pin-figure'

/** The results that people judge: what the city writes, and what it wrote in the version before. */
export function NarrativeList({
  locale,
  lines,
  canReturn,
  talk,
}: {
  locale: Locale
  lines: readonly SubmittedLine[]
  canReturn: boolean
  /** The conversation beside a result. */
  talk: (code: IndicatorCode) => ReactNode
}) {
  const said = words(locale).review.figures
  return (
    <ul>
      {lines.map((line) => {
        const { row, changes } = line
        const { kind, unit } = indicator(row.indicator)
        const before = changes.find(({ part }) => part === '')?.before
        return (
          <li
            key={row.indicator}
            id={`result-${row.indicator}`}
            data-figure={row.indicator}
            tabIndex={-1}
            className="keep-together grid gap-x-4 gap-y-1 border-b border-line py-2 last:border-0 lg:grid-cols-[16rem_1fr_14rem]"
          >
            <div>
              <LineName locale={locale} line={line} />
            </div>
            <div>
              <ContentText kind={kind} unit={unit} content={row.cells[0]?.content ?? { state: 'blank' }} />
              {before != null && (
                <Disclosure summary={said.before} className="mt-1">
                  <div className="text-muted">
                    <ContentText kind={kind} unit={unit} content={before} />
                  </div>
                </Disclosure>
              )}
              {hasRemarks(line) && (
                <div className="mt-1">
                  <LineRemarks locale={locale} line={line} />
                </div>
              )}
              {talk(row.indicator)}
            </div>
            {canReturn && (
              <PinFigure code={row.indicator} name={inLocale(locale, indicator(row.indicator))} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
