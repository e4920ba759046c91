import type { Bilingual, Locale } from '@/lib/values'

/** One of the two wordings of something that carries both, such as a clause or the name of a result. */
export function inLocale(locale: Locale, both: Bilingual): string {
  return locale === 'en' ? both.en : both.zh
}
