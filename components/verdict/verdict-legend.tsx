import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { VerdictBadge } from './verdict-badge'
import { VERDICT_ORDER } from './verdict-icon'

/** What each verdict means. */
export function VerdictLegend({ locale }: { locale: Locale }) {
  const { verdict } = words(locale)
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2 xl:grid-cols-4">
      {VERDICT_ORDER.map((code) => (
        <div key={code} className="flex items-start gap-2">
          <dt>
            <VerdictBadge code={code} locale={locale} />
          </dt>
          <dd className="text-sm">{verdict.meaning[code]}</dd>
        </div>
      ))}
    </dl>
  )
}
