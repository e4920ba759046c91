import { isLocale, type Locale } from '@/lib/values'

/** The languages of a document, as its address asks for them; the reader's own where it does not. */
export function paperLocales(asked: string | null, own: Locale): readonly [Locale, ...Locale[]] {
  if (asked === 'both') return ['zh-CN', 'en']
  return [asked !== null && isLocale(asked) ? asked : own]
}
