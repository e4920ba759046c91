import { VERDICT_COLOURS, VerdictIcon } from '@/components/verdict/verdict-icon'
import { formatAttainment, formatWithUnit, whyNone, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Verdict } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** One verdict in the matrix: icon, word, colour, how much is there, and the way to its explanation. */
export function MatrixCell({
  verdict,
  href,
  isMarked,
  locale,
}: {
  verdict: Verdict
  href: string
  /** It is what was asked for. */
  isMarked: boolean
  locale: Locale
}) {
  const { dashboard: said, verdict: words_ } = words(locale)
  const { code, actual, required } = verdict
  const { unit } = indicator(verdict.indicator)
  const numbers = actual !== null && required !== null
  const title = numbers
    ? said.figureOf(formatWithUnit(locale, actual, unit), formatWithUnit(locale, required, unit))
    : whyNone(locale, verdict)
  return (
    <td className="border-b border-l border-line p-0.5 align-top">
      <a
        href={href}
        title={title}
        className={`block h-full min-h-11 rounded px-1 py-0.5 no-underline hover:underline ${VERDICT_COLOURS[code]} ${isMarked ? 'outline-2 -outline-offset-1 outline-current' : ''}`}
      >
        <span className="flex items-start gap-1">
          <VerdictIcon code={code} className="mt-1 size-3" />
          <span className="text-sm font-semibold">{words_.word[code]}</span>
        </span>
        {numbers && <span className="block pl-4 text-xs">{formatAttainment(actual, required)}</span>}
      </a>
    </td>
  )
}
