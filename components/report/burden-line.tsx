import { formatClauses, formatNumber, words } from '@/lib/i18n'
import type { BurdenShown } from '@/lib/store/burden'
import type { Locale } from '@/lib/values'

/** The burden of a version in a line. */
export function BurdenLine({ locale, burden }: { locale: Locale; burden: BurdenShown }) {
  const said = words(locale).burden
  const count = (number: number): string => formatNumber(String(number))
  return formatClauses(locale, [
    burden.minutes === null ? said.noTime : said.time(count(burden.minutes)),
    said.items(count(burden.asked), count(burden.reused)),
  ])
}
