import { VERDICT_ORDER } from '@/components/verdict/verdict-icon'
import { formatNumber, words } from '@/lib/i18n'
import type { VerdictCounts } from '@/lib/review/count-verdicts'
import type { Locale } from '@/lib/values'

/** Full, empty, or lines of its own: each verdict is told from the others without its colour too, as in the bars of quarters. */
const FILLS: Readonly<Record<(typeof VERDICT_ORDER)[number], string>> = {
  met: 'bg-met',
  onPace:
    'bg-on-pace-wash text-on-pace [background-image:repeating-linear-gradient(transparent_0_3px,currentColor_3px_4px)]',
  behindPace:
    'bg-behind-pace-wash text-behind-pace [background-image:repeating-linear-gradient(45deg,transparent_0_5px,currentColor_5px_6px)]',
  short:
    'bg-short-wash text-short [background-image:repeating-linear-gradient(45deg,transparent_0_3px,currentColor_3px_4px),repeating-linear-gradient(-45deg,transparent_0_3px,currentColor_3px_4px)]',
  figuresMissing: 'bg-paper',
  notComputable:
    'bg-not-computable-wash text-not-computable [background-image:repeating-linear-gradient(90deg,transparent_0_3px,currentColor_3px_4px)]',
  notYetDue:
    'bg-not-yet-due-wash text-not-yet-due [background-image:radial-gradient(currentColor_1px,transparent_1px)] [background-size:5px_5px]',
  needsJudgement:
    'bg-needs-judgement-wash text-needs-judgement [background-image:repeating-linear-gradient(-45deg,transparent_0_8px,currentColor_8px_9px)]',
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
            className={`border-r border-edge forced-color-adjust-none last:border-r-0 print:[print-color-adjust:exact] ${FILLS[code]}`}
          />
        ))}
      </div>
      <span className="block text-sm text-muted">
        {shown.map((code) => `${word[code]} ${formatNumber(String(counts[code] ?? 0))}`).join(' · ')}
      </span>
    </>
  )
}
