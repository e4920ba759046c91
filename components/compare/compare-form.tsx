import { Button } from '@/components/ui/button'
import { CheckList } from '@/components/ui/check-list'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { cityName, formatPeriod, provinceName, words } from '@/lib/i18n'
import type { Compared, CompareView } from '@/lib/review/read-compare'
import type { Locale } from '@/lib/values'

/** Which cities are compared and how: a plain form whose answers stand in the address. */
export function CompareForm({
  view,
  compared,
  most,
  locale,
}: {
  view: CompareView
  compared: Compared
  /** Cities at most. */
  most: number
  locale: Locale
}) {
  const { compare: said } = words(locale)
  const { chosen, cities, provinces, offered, asOf } = compared
  // Those chosen stay in the list whatever province is looked through.
  const listed = [...chosen, ...cities.filter(({ code }) => !chosen.some((each) => each.code === code))]
  return (
    <form action="/compare" className="mb-3 border border-line bg-paper px-4 py-2 print:hidden">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {asOf !== null && (
          <Choice
            name="asOf"
            label={said.asOf}
            chosen={asOf}
            options={offered.map((quarter) => [quarter, formatPeriod(locale, quarter)])}
          />
        )}
        <Choice name="align" label={said.align} chosen={view.align} options={Object.entries(said.aligns)} />
        <Choice name="scale" label={said.scale} chosen={view.scale} options={Object.entries(said.scales)} />
        {provinces.length > 1 && (
          <Choice
            name="province"
            label={said.province}
            chosen={view.province}
            options={[
              ['', said.allProvinces],
              ...provinces.map((city) => [city.code.slice(0, 2), provinceName(locale, city)] as const),
            ]}
          />
        )}
        <Button type="submit" variant="primary">
          {said.show}
        </Button>
      </div>
      <Disclosure summary={said.choose} open={chosen.length < 2} className="mt-2">
        <CheckList
          name="city"
          label={said.choose}
          legend={`${said.chooseHint(String(most))}${compared.isListed ? '' : ` ${said.provinceFirst}`}`}
          options={listed.map((city) => [city.code, cityName(locale, city)])}
          chosen={chosen.map(({ code }) => code)}
        />
      </Disclosure>
    </form>
  )
}
