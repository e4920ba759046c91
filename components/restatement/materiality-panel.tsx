import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatExact, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Materiality } from '@/lib/rules/materiality'
import type { Locale } from '@/lib/values'

/** Whether a restatement is material, with the exact comparison of every figure. */
export function MaterialityPanel({ materiality, locale }: { materiality: Materiality; locale: Locale }) {
  const { restating, names } = words(locale)
  const said = restating.materiality
  const parts: Readonly<Record<string, string>> = names.part
  return (
    <Panel
      title={said.title}
      lead={said.rule(materiality.percent)}
      aside={
        <Badge tone={materiality.isMaterial ? 'attention' : 'neutral'}>
          {materiality.isMaterial ? said.material : said.immaterial}
        </Badge>
      }
    >
      <p className="mb-2">{said.verdicts(String(materiality.changedVerdicts))}</p>
      <Table label={said.comparison}>
        <thead>
          <tr>
            <ColumnHead>{restating.form.figure}</ColumnHead>
            <ColumnHead>{said.comparison}</ColumnHead>
            <ColumnHead>{said.title}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {materiality.figures.map(({ indicator: code, part, left, right, isMaterial }) => (
            <tr key={`${code}/${part}`}>
              <RowHead>
                {inLocale(locale, indicator(code))} {parts[part] ?? ''}
              </RowHead>
              <Cell className="figure">
                {left === null || right === null
                  ? said.noBase
                  : [formatExact(locale, left), isMaterial ? '≥' : '<', formatExact(locale, right)].join(' ')}
              </Cell>
              <Cell>{isMaterial ? said.isMaterial : said.isNot}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
