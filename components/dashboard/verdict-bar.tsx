import { VERDICT_ORDER } from '@/components/verdict/verdict-icon'
import { formatNumber, words } from '@/lib/i18n'
import type { VerdictCounts } from '@/lib/review/count-verdicts'
import type { Locale } from '@/lib/values'

const FILLS: Readonly<Record<(typeof VERDICT_ORDER)[number], string>> = {
  met: 'bg-met text-paper',
  onPace: 'bg-on-pace-wash text-on-pace',
  behindPace:
    'bg-behind-pace-wash text-behind-pace [background-image:repeating-linear-gradient(45deg,transparent_0_5px,currentColor_5px_6px)]',
  short: 'bg-short text-paper',
  figuresMissing: 'bg-figures-missing-wash text-figures-missing',
  notComputable: 'bg-not-computable-wash text-not-computable',
  notYetDue: 'bg-not-yet-due-wash text-not-yet-due',
  needsJudgement: 'bg-needs-judgement-wash text-needs-judgement',
}

/** How many results stand at each verdict, as one bar in shares of the whole. The numbers stand beside it in words. */
export function VerdictBar({ counts, locale }: { counts: VerdictCounts; locale: Locale }) {
  const { word } = words(locale).verdict
  const shown = VERDICT_ORDER.filter((code) => (counts[code] ?? 0) > 0)
  return (
    <>
      <div aria-hidden="true" className="flex h-4 min-w-32 overflow-hidden rounded border border-edge">
        {shown.map((code) => (
          <span
            key={code}
            title={word[code]}
            style={{ flexGrow: counts[code] }}
            className={`border-r border-edge last:border-r-0 print:[print-color-adjust:exact] ${FILLS[code]}`}
          />
        ))}
      </div>
      <span className="block text-sm text-muted">
        {shown.map((code) => `${word[code]} ${formatNumber(String(counts[code] ?? 0))}`).join(' · ')}
      </span>
    </>
  )
}
