import type { ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { formatPeriod, inLocale, provinceName, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { QualityDesk, QualityFilter as Filter } from '@/lib/review/read-quality'
import type { Locale } from '@/lib/values'

type Kind = keyof QualityDesk['byKind']

/** What the desk shows: a plain form whose answers stand in the address. */
export function QualityFilter({
  desk,
  filter,
  locale,
}: {
  desk: QualityDesk
  filter: Filter
  locale: Locale
}) {
  const { quality: said } = words(locale)
  const { filter: label, state, stateFilter } = said
  return (
    <form
      action="/quality"
      className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2 border border-line bg-paper px-4 py-2 print:hidden"
    >
      <Choice name="quarter" label={label.quarter} chosen={desk.quarter}>
        {desk.offered.map((quarter) => (
          <option key={quarter} value={quarter}>
            {formatPeriod(locale, quarter)}
          </option>
        ))}
      </Choice>
      {desk.provinces.length > 1 && (
        <Choice name="province" label={label.province} chosen={desk.province} any={label.any}>
          {desk.provinces.map((city) => (
            <option key={city.code} value={city.code.slice(0, 2)}>
              {provinceName(locale, city)}
            </option>
          ))}
        </Choice>
      )}
      <Choice name="kind" label={label.kind} chosen={filter.kind} any={label.any}>
        {(Object.keys(desk.byKind) as Kind[]).map((kind) => (
          <option key={kind} value={kind}>
            {said.kind[kind]}
          </option>
        ))}
      </Choice>
      <Choice name="indicator" label={label.result} chosen={filter.indicator} any={label.any}>
        {numericIndicators.map((each) => (
          <option key={each.code} value={each.code}>
            {inLocale(locale, each)}
          </option>
        ))}
      </Choice>
      <Choice name="state" label={label.state} chosen={filter.state}>
        <option value="unsettled">{stateFilter.unsettled}</option>
        <option value="open">{state.open}</option>
        <option value="taken">{state.taken}</option>
        <option value="asked">{state.asked}</option>
        <option value="closed">{state.closed}</option>
        <option value="all">{stateFilter.all}</option>
      </Choice>
      <Choice name="owner" label={label.owner} chosen={filter.owner}>
        <option value="all">{stateFilter.all}</option>
        <option value="mine">{label.mine}</option>
      </Choice>
      <Button type="submit" variant="primary">
        {label.show}
      </Button>
      <LinkButton href="/quality" variant="quiet" prefetch={false}>
        {label.clear}
      </LinkButton>
    </form>
  )
}

function Choice({
  name,
  label,
  chosen,
  any,
  children,
}: {
  name: string
  label: string
  chosen: string | null
  any?: string
  children: ReactNode
}) {
  return (
    <label>
      <span className="block text-sm text-muted">{label}</span>
      <Select name={name} defaultValue={chosen ?? ''} className="max-w-52">
        {any !== undefined && <option value="">{any}</option>}
        {children}
      </Select>
    </label>
  )
}
