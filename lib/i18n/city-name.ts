import type { Locale } from '@/lib/values'

/** The name of a city in one language. */
export function cityName(locale: Locale, city: { readonly nameZh: string; readonly nameEn: string }): string {
  return locale === 'en' ? city.nameEn : city.nameZh
}

/** The name of its province. */
export function provinceName(
  locale: Locale,
  city: { readonly provinceZh: string; readonly provinceEn: string },
): string {
  return locale === 'en' ? city.provinceEn : city.provinceZh
}
