import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Checkbox, Select } from '@/components/ui/field'
import { cityName, formatPeriod, inLocale, provinceName, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { Explored, ExploreView } from '@/lib/review/read-explore'
import type { Locale, Quarter } from '@/lib/values'

/** What is looked at and how: a plain form whose answers stand in the address. */
export function ExploreForm({
  view,
  explored,
  locale,
}: {
  view: ExploreView
  explored: Explored
  locale: Locale
}) {
  const { explore: said } = words(locale)
  return (
    <form action="/explore" className="mb-3 border border-line bg-paper px-4 py-2 print:hidden">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Choice name="measure" label={said.measure} chosen={view.measure} options={said.measures} />
        <Choice name="as" label={said.shape} chosen={view.shape} options={said.shapes} />
        <Choice
          name="from"
          label={said.from}
          chosen={view.from ?? explored.quarters[0] ?? ''}
          options={named(explored.offered, locale)}
        />
        <Choice
          name="to"
          label={said.to}
          chosen={view.to ?? explored.quarters.at(-1) ?? ''}
          options={named(explored.offered, locale)}
        />
        {explored.provinces.length > 0 && (
          <Choice
            name="province"
            label={said.province}
            chosen={explored.province ?? ''}
            options={Object.fromEntries(
              explored.provinces.map((city) => [city.code.slice(0, 2), provinceName(locale, city)]),
            )}
          />
        )}
        <Button type="submit" variant="primary">
          {said.show}
        </Button>
      </div>
      <Disclosure summary={said.choose} className="mt-2">
        <fieldset>
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
        <fieldset className="mt-2">
          <legend className="text-sm text-muted">{said.cities}</legend>
          <p className="text-sm text-muted">{said.citiesHint}</p>
          <div
            className="flex max-h-60 flex-wrap gap-x-6 overflow-y-auto"
            role="group"
            aria-label={said.cities}
            tabIndex={0}
          >
            {explored.cities.map((city) => (
              <Checkbox
                key={city.code}
                name="city"
                value={city.code}
                label={cityName(locale, city)}
                defaultChecked={view.cities.includes(city.code)}
              />
            ))}
          </div>
        </fieldset>
      </Disclosure>
    </form>
  )
}

const named = (quarters: readonly Quarter[], locale: Locale): Readonly<Record<string, string>> =>
  Object.fromEntries(quarters.map((quarter) => [quarter, formatPeriod(locale, quarter)]))

function Choice({
  name,
  label,
  chosen,
  options,
}: {
  name: string
  label: string
  chosen: string
  options: Readonly<Record<string, string>>
}) {
  return (
    <label>
      <span className="block text-sm text-muted">{label}</span>
      <Select name={name} defaultValue={chosen}>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </label>
  )
}
