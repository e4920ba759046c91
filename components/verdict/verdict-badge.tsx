import { words } from '@/lib/i18n'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { VERDICT_COLOURS, VerdictIcon } from './verdict-icon'

/** A verdict: its icon, its word, its colour. The word alone says it all. */
export function VerdictBadge({
  code,
  locale,
  size = 'normal',
}: {
  code: VerdictCode
  locale: Locale
  size?: 'normal' | 'large'
}) {
  const look = size === 'large' ? 'gap-1.5 px-2.5 py-0.5 text-lg' : 'gap-1 px-1.5 text-sm'
  return (
    <span
      className={`inline-flex items-center rounded border border-current font-semibold whitespace-nowrap ${look} ${VERDICT_COLOURS[code]}`}
    >
      <VerdictIcon code={code} className={size === 'large' ? 'size-4.5' : 'size-3.5'} />
      {words(locale).verdict.word[code]}
    </span>
  )
}
