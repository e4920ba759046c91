import { Banner, type BannerTone } from '@/components/ui/banner'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

const TONES = { recorded: 'done', agreed: 'done', differed: 'danger' } as const satisfies Record<
  string,
  BannerTone
>

/** What was done last to a city's second instalment, as an address says it. */
export type InstalmentDone = keyof typeof TONES

const isDone = (text: unknown): text is InstalmentDone =>
  typeof text === 'string' && Object.hasOwn(TONES, text)

/** What was just done; nothing where the address says nothing of it. */
export function InstalmentDoneBanner({ done, locale }: { done: unknown; locale: Locale }) {
  if (!isDone(done)) return null
  const { instalment: said } = words(locale)
  return (
    <Banner tone={TONES[done]} live>
      {{ recorded: said.done, agreed: said.agreed, differed: said.differed }[done]}
    </Banner>
  )
}
