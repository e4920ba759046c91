import { Button } from '@/components/ui/button'
import { CheckList } from '@/components/ui/check-list'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Checkbox } from '@/components/ui/field'
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
        <Choice
          name="measure"
          label={said.measure}
          chosen={view.measure}
          options={Object.entries(said.measures)}
        />
        <Choice name="as" label={said.shape} chosen={view.shape} options={Object.entries(said.shapes)} />
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
            options={explored.provinces.map((city) => [city.code.slice(0, 2), provinceName(locale, city)])}
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
        <CheckList
          name="city"
          label={said.cities}
          hint={said.citiesHint}
          options={explored.cities.map((city) => [city.code, cityName(locale, city)])}
          chosen={view.cities}
        />
      </Disclosure>
    </form>
  )
}

const named = (quarters: readonly Quarter[], locale: Locale): readonly (readonly [string, string])[] =>
  quarters.map((quarter) => [quarter, formatPeriod(locale, quarter)])
