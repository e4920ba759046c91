import { words } from '@/lib/i18n'
import type { ExposureStanding } from '@/lib/funding/read-exposure'
import type { Locale } from '@/lib/values'

/** Where a city's second instalment stands, in words. */
export function exposureStanding(locale: Locale, standing: ExposureStanding): string {
  const { instalment } = words(locale)
  const said: Readonly<Record<ExposureStanding, string>> = {
    ...instalment.state,
    ...instalment.exposure.states,
  }
  return said[standing]
}
