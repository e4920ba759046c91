import { words } from '@/lib/i18n'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { VerdictBadge } from './verdict-badge'

/** A verdict that leads to its grounds. */
export function VerdictLink({ code, href, locale }: { code: VerdictCode; href: string; locale: Locale }) {
  return (
    <a href={href} title={words(locale).explanation.open} className="inline-block py-0.5 no-underline">
      <VerdictBadge code={code} locale={locale} />
    </a>
  )
}
