import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { words } from '@/lib/i18n'
import { formatNumber } from '@/lib/i18n/format'
import { formatPeriod } from '@/lib/i18n/format-time'
import type { MoneyChange, MoneyOutlook } from '@/lib/rules/rehearse-money'
import type { Locale, Quarter } from '@/lib/values'

/** Score, grade and remainder of each city before and after: a simulation (模拟), and marked so. */
export function MoneyEffects({
  changes,
  asOf,
  nameOf,
  locale,
}: {
  changes: readonly MoneyChange[]
  asOf: Quarter
  nameOf: (city: string) => string
  locale: Locale
}) {
  const { decisions: said, common } = words(locale)
  return (
    <>
      <p className="mb-1 text-muted">{said.moneyLead(formatPeriod(locale, asOf))}</p>
      <Table label={said.money(changes.length)} caption={said.money(changes.length)}>
        <thead>
          <tr>
            <ColumnHead>{common.city}</ColumnHead>
            <ColumnHead>{said.before}</ColumnHead>
            <ColumnHead>{said.after}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ city, before, after }) => (
            <tr key={city}>
              <RowHead>{nameOf(city)}</RowHead>
              <Cell>
                <Side side={before} locale={locale} />
              </Cell>
              <Cell>
                <Side side={after} locale={locale} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Side({ side, locale }: { side: MoneyOutlook; locale: Locale }) {
  const { decisions: said, simulation, common } = words(locale)
  const score = (value: string) => formatNumber(value, { places: 2 })
  const { grade } = simulation
  const { amountAtLeast, amountAtMost } = side
  return (
    <span className="figure">
      {said.scoreRange(score(side.atLeast), score(side.atMost))}
      {common.bracketed(said.gradeRange(grade[side.gradeAtLeast], grade[side.gradeAtMost]))}
      <br />
      {amountAtLeast === null || amountAtMost === null
        ? said.amountNone
        : said.amountRange(formatNumber(amountAtLeast), formatNumber(amountAtMost))}
    </span>
  )
}
