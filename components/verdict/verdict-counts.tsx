import { words } from '@/lib/i18n'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { VERDICT_COLOURS, VERDICT_ORDER, VerdictIcon } from './verdict-icon'

/** How many results stand at each verdict; verdicts that none stands at are left out. */
export function VerdictCounts({
  counts,
  label,
  locale,
  className = '',
}: {
  counts: Readonly<Partial<Record<VerdictCode, number>>>
  label: string
  locale: Locale
  className?: string
}) {
  const { verdict } = words(locale)
  return (
    <ul aria-label={label} className={`flex flex-wrap gap-2 ${className}`}>
      {VERDICT_ORDER.map((code) => {
        const count = counts[code] ?? 0
        return (
          count > 0 && (
            <li
              key={code}
              className={`inline-flex items-center gap-1.5 rounded border border-current px-2 py-0.5 ${VERDICT_COLOURS[code]}`}
            >
              <VerdictIcon code={code} />
              {verdict.word[code]}
              <strong className="text-lg">{count}</strong>
            </li>
          )
        )
      })}
    </ul>
  )
}
