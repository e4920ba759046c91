import { Cell, ColumnHead, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formulaOf, words } from '@/lib/i18n'
import type { Step } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** The arithmetic line by line, as the rules did it: in words, with the numbers, and what came out. */
export function ExplainedSteps({
  label,
  steps,
  kind,
  locale,
}: {
  label: string
  steps: readonly Step[]
  kind: 'growth' | 'count'
  locale: Locale
}) {
  const said = words(locale).explanation
  if (steps.length === 0) return <p className="text-sm text-muted">{said.noFormula}</p>
  return (
    <>
      <Table label={label} boxClassName="max-h-none text-sm">
        <thead>
          <tr>
            <ColumnHead className="min-w-28">{said.stepName}</ColumnHead>
            <ColumnHead className="min-w-44">{said.stepFormula}</ColumnHead>
            <ColumnHead className="min-w-44">{said.stepNumbers}</ColumnHead>
            <FigureHead>{said.stepResult}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, i) => {
            const { name, parts, numbers, result } = formulaOf(locale, step, kind)
            return (
              <tr key={`${i}-${step.code}`}>
                <RowHead>{name}</RowHead>
                <Cell className="text-muted">{parts}</Cell>
                <Cell>{numbers}</Cell>
                <Cell className="min-w-20 text-right font-semibold">{result}</Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="mt-1 text-sm text-muted">{said.exact}</p>
    </>
  )
}
