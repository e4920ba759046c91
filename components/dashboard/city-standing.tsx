import { Banner } from '@/components/ui/banner'
import { formatPeriod, words } from '@/lib/i18n'
import type { CityPage } from '@/lib/review/read-city'
import type { Locale } from '@/lib/values'

/**
 * Says why figures that exist may not count yet: the report of the quarter is not accepted, or none ever came; and where
 * what was issued would be judged otherwise today.
 */
export function CityStanding({ page, locale }: { page: CityPage; locale: Locale }) {
  const { city, names } = words(locale)
  if (!page.summaries.some(({ submittedAt }) => submittedAt !== null)) {
    return <Banner tone="attention">{city.silent}</Banner>
  }
  const status = page.summaries.find(({ period }) => period === page.asOf)?.status ?? 'open'
  if (status === 'accepted') return <Changed page={page} locale={locale} />
  return <Banner tone="info">{city.pending(formatPeriod(locale, page.asOf), names.status[status])}</Banner>
}

function Changed({ page, locale }: { page: CityPage; locale: Locale }) {
  const { issued } = words(locale)
  const changed = Object.keys(page.otherwise)
  if (changed.length === 0) return null
  return (
    <Banner tone="attention">
      {issued.someOtherwise(changed.length)} <a href={`#${changed[0] ?? ''}`}>{issued.toFirst}</a>
    </Banner>
  )
}
