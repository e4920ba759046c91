import { Banner } from '@/components/ui/banner'
import { formatPeriod, words } from '@/lib/i18n'
import type { CityPage } from '@/lib/review/read-city'
import type { Locale } from '@/lib/values'

/** Says why figures that exist may not count yet: the report of the quarter is not accepted, or none ever came. */
export function CityStanding({ page, locale }: { page: CityPage; locale: Locale }) {
  const { city, names } = words(locale)
  if (!page.summaries.some(({ submittedAt }) => submittedAt !== null)) {
    return <Banner tone="attention">{city.silent}</Banner>
  }
  const status = page.summaries.find(({ period }) => period === page.asOf)?.status ?? 'open'
  if (status === 'accepted') return null
  return <Banner tone="info">{city.pending(formatPeriod(locale, page.asOf), names.status[status])}</Banner>
}
