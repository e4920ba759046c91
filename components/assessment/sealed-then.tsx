import { Banner } from '@/components/ui/banner'
import { formatDateTime, words } from '@/lib/i18n'
import type { SealHead } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'

/** For an address that asks to look back: an evaluation has versions instead, and which of them was sealed by then. */
export function SealedThen({
  locale,
  known,
  seals,
}: {
  locale: Locale
  /** The moment asked for; null where none is. */
  known: Date | null
  seals: readonly SealHead[]
}) {
  if (known === null) return null
  const { known: said, evaluation } = words(locale)
  const last = seals.findLast(({ sealedAt }) => new Date(sealedAt) <= known)
  const when = formatDateTime(locale, known)
  return (
    <Banner tone="attention">
      {last === undefined
        ? said.sealed(when)
        : said.sealedThen(when, evaluation.version(String(last.version)))}
    </Banner>
  )
}
