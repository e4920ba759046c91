import { Button } from '@/components/ui/button'
import { CheckList } from '@/components/ui/check-list'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Checkbox } from '@/components/ui/field'
import { cityName, formatPeriod, inLocale, provinceName, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { CustomExport } from '@/lib/review/custom-export'
import type { CustomFigures } from '@/lib/review/read-custom'
import type { Locale } from '@/lib/values'

/** By this the deeds find what is chosen. */
export const CHOICE_FORM = 'custom-choice'

/** More cities than this are not listed before a province is chosen. */
const MOST_LISTED = 200

/** What an export of one's own holds and how it is written: a plain form whose answers stand in the address. */
export function CustomForm({
  custom,
  figures,
  editing,
  locale,
}: {
  custom: CustomExport
  figures: CustomFigures
  /** The kept one that is being changed; null for none. */
  editing: string | null
  locale: Locale
}) {
  const { explore: said, custom: own, exports } = words(locale)
  const { view } = custom
  const provinces = figures.cities.filter(
    ({ code }, i, all) => all.findIndex((other) => other.code.startsWith(code.slice(0, 2))) === i,
  )
  const quarters = [
    ['', own.open] as const,
    ...figures.offered.map((each) => [each, formatPeriod(locale, each)] as const),
  ]
  // Of very many, those of the province that is chosen.
  const isMany = figures.cities.length > MOST_LISTED && view.province === null
  const offered = figures.cities.filter(
    ({ code }) => (!isMany && code.startsWith(view.province ?? '')) || view.cities.includes(code),
  )
  return (
    <form id={CHOICE_FORM} action="/exports/custom">
      {editing !== null && <input type="hidden" name="kept" value={editing} />}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Choice name="from" label={said.from} chosen={view.from ?? ''} options={quarters} />
        <Choice name="to" label={said.to} chosen={view.to ?? ''} options={quarters} />
        {provinces.length > 1 && (
          <Choice
            name="province"
            label={said.province}
            chosen={view.province ?? ''}
            options={[
              ['', exports.anyProvince],
              ...provinces.map((city) => [city.code.slice(0, 2), provinceName(locale, city)] as const),
            ]}
          />
        )}
        <Choice
          name="layout"
          label={own.layout}
          chosen={custom.layout}
          options={(['long', 'wide'] as const).map((each) => [each, own.layouts[each]])}
        />
        <Choice
          name="unaccepted"
          label={own.unaccepted}
          chosen={custom.unaccepted}
          options={(['hidden', 'shown'] as const).map((each) => [each, own.unacceptedWords[each]])}
        />
        <Choice
          name="format"
          label={exports.format}
          chosen={custom.format}
          options={(['xlsx', 'csv', 'json'] as const).map((each) => [each, exports.formats[each]])}
        />
        <Button type="submit">{own.preview}</Button>
      </div>
      <Disclosure summary={own.chooseMore} className="mt-2">
        <fieldset>
          <legend className="text-sm text-muted">{own.columns}</legend>
          <div className="flex flex-wrap gap-x-6">
            {(['value', 'yearOnYear', 'averageGrowth', 'gap'] as const).map((each) => (
              <Checkbox
                key={each}
                name="measure"
                value={each}
                label={said.measures[each]}
                defaultChecked={custom.measures.includes(each)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className="mt-2">
          <legend className="text-sm text-muted">{said.indicators}</legend>
          <div className="flex flex-wrap gap-x-6">
            {numericIndicators.map((each) => (
              <Checkbox
                key={each.code}
                name="indicator"
                value={each.code}
                label={inLocale(locale, each)}
                defaultChecked={view.indicators.includes(each.code)}
              />
            ))}
          </div>
        </fieldset>
        <CheckList
          name="city"
          label={said.cities}
          hint={exports.citiesHint}
          options={offered.map((city) => [city.code, cityName(locale, city)])}
          chosen={view.cities}
        />
      </Disclosure>
    </form>
  )
}
