import { Panel } from '@/components/ui/panel'
import { cellId } from '@/lib/entry/cell-id'
import { formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The results without an answer, each a way to its cell. Nothing where all are answered. */
export function UnansweredList({
  locale,
  codes,
  report,
  isBase,
  back = '',
}: {
  locale: Locale
  codes: readonly IndicatorCode[]
  report: string
  /** In the base year's report a result is four quarters and a year; the way leads to the first. */
  isBase: boolean
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
}) {
  const { check: said } = words(locale)
  if (codes.length === 0) return null
  return (
    <Panel
      id="unanswered"
      title={said.unanswered.title(formatNumber(String(codes.length)))}
      lead={said.unanswered.text}
    >
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="border-b border-line py-1">
            <a href={`${report}${back}#${cellId(code, isBase ? 'Q1' : '')}`} className="inline-block">
              {inLocale(locale, indicator(code))}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
