import type { ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Select, TextInput } from '@/components/ui/field'
import { VERDICT_ORDER } from '@/components/verdict/verdict-icon'
import { formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicators } from '@/lib/notice'
import type { Locale, Quarter } from '@/lib/values'
import { dashboardAddress, type DashboardView } from './dashboard-address'

/** What is shown and in which order: a plain form whose answers stand in the address. */
export function DashboardFilter({
  view,
  offered,
  provinces,
  locale,
}: {
  view: DashboardView
  offered: readonly Quarter[]
  provinces: readonly { readonly code: string; readonly name: string }[]
  locale: Locale
}) {
  const { dashboard: said, verdict } = words(locale)
  const clear: DashboardView = {
    ...view,
    sort: 'attention',
    reversed: false,
    verdict: null,
    province: null,
    name: '',
    page: 1,
  }
  return (
    <form
      action="/dashboard"
      className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2 border border-line bg-paper px-4 py-2 print:hidden"
    >
      <Labelled label={said.asOf}>
        <Select name="asOf" defaultValue={view.asOf}>
          {offered.toReversed().map((quarter) => (
            <option key={quarter} value={quarter}>
              {formatPeriod(locale, quarter)}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={said.filterCity}>
        <TextInput name="name" defaultValue={view.name} placeholder={said.filterCityHint} className="w-36" />
      </Labelled>
      {provinces.length > 1 && (
        <Labelled label={said.filterProvince}>
          <Select name="province" defaultValue={view.province ?? ''} className="max-w-44">
            <option value="">{said.anyProvince}</option>
            {provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Labelled>
      )}
      <Labelled label={said.filterVerdict}>
        <Select name="verdict" defaultValue={view.verdict ?? ''}>
          <option value="">{said.anyVerdict}</option>
          {VERDICT_ORDER.map((code) => (
            <option key={code} value={code}>
              {verdict.word[code]}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={said.sort}>
        <Select name="sort" defaultValue={view.sort} className="max-w-52">
          <option value="attention">{said.sortBy.attention}</option>
          <option value="met">{said.sortBy.met}</option>
          <option value="name">{said.sortBy.name}</option>
          <option value="report">{said.sortBy.report}</option>
          <option value="first">{said.sortBy.money(said.firstInstalment)}</option>
          <option value="second">{said.sortBy.money(said.secondInstalment)}</option>
          {indicators.map((each) => (
            <option key={each.code} value={each.code}>
              {said.sortBy.indicator(inLocale(locale, each))}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={said.order}>
        <Select name="order" defaultValue={view.reversed ? 'reversed' : ''}>
          <option value="">{said.orders.usual}</option>
          <option value="reversed">{said.orders.reversed}</option>
        </Select>
      </Labelled>
      <Labelled label={said.columns}>
        <Select name="columns" defaultValue={view.columns}>
          <option value="numeric">{said.columnsOf.numeric}</option>
          <option value="all">{said.columnsOf.all}</option>
        </Select>
      </Labelled>
      <Button type="submit" variant="primary">
        {said.apply}
      </Button>
      <LinkButton href={dashboardAddress(clear)} variant="quiet" prefetch={false}>
        {said.clear}
      </LinkButton>
    </form>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      <span className="block text-sm text-muted">{label}</span>
      {children}
    </label>
  )
}
