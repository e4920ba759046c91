import { cityName, words } from '@/lib/i18n'
import { EXPOSURE_COLUMNS } from '@/lib/i18n/exposure-columns'
import type { Exposure } from '@/lib/rules/exposure'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import { figure, text, type Cell } from './cell'

/** Every city's money as rows for writeCsv, heads first and the sum last; amounts in yuan. */
export function exposureCsv(
  cities: readonly { readonly city: City; readonly exposure: Exposure; readonly standing: string }[],
  total: Exposure,
  { locale, demonstration }: { readonly locale: Locale; readonly demonstration: boolean },
): readonly (readonly Cell[])[] {
  const { instalment, common, export: exporting } = words(locale)
  const said = instalment.exposure
  const figures = (exposure: Exposure) =>
    EXPOSURE_COLUMNS.map((column) => figure(exposure[column].toString()))
  return [
    ...(demonstration ? [[text(exporting.demonstration)]] : []),
    [
      text(exporting.head.cityCode),
      text(said.city),
      text(said.standing),
      ...EXPOSURE_COLUMNS.map((column) => text(said[column] + common.bracketed(instalment.yuan))),
    ],
    ...cities.map(({ city, exposure, standing }) => [
      text(city.code),
      text(cityName(locale, city)),
      text(standing),
      ...figures(exposure),
    ]),
    [text(''), text(said.total), text(''), ...figures(total)],
  ]
}
