import { Banner } from '@/components/ui/banner'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Says that a version comes from a restatement, and leads to its notice. */
export function RestatedBanner({
  city,
  restatement,
  locale,
}: {
  city: string
  restatement: number
  locale: Locale
}) {
  const said = words(locale).restating.banner
  return (
    <Banner tone="attention">
      {said.restated(String(restatement))}{' '}
      <a href={`/cities/${city}/restatements/${restatement}`}>{said.see}</a>
    </Banner>
  )
}
