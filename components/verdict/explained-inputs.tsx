import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { Explanation } from '@/lib/rules/types'
import type { IndicatorUnit, Locale } from '@/lib/values'

/** The figures a verdict rests on, each with its version and the moment it was accepted; also those it lacks. */
export function ExplainedInputs({
  explanation,
  unit,
  locale,
}: {
  explanation: Explanation
  unit: IndicatorUnit
  locale: Locale
}) {
  const said = words(locale).explanation
  const { names, common } = words(locale)
  if (explanation.inputs.length === 0) return <p className="text-sm text-muted">{said.noInputs}</p>
  const isPublished = explanation.inputs.every(({ version }) => version === null)
  return (
    <Table label={said.inputs} boxClassName="max-h-none text-sm">
      <thead>
        <tr>
          <ColumnHead>{said.inputPeriod}</ColumnHead>
          <FigureHead unit={names.unit[unit]}>{said.inputValue}</FigureHead>
          <ColumnHead>{said.inputVersion}</ColumnHead>
          <ColumnHead className="min-w-36">{said.inputAccepted}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {explanation.inputs.map(({ period, value, version, acceptedAt }) => (
          <tr key={period}>
            <RowHead className="whitespace-nowrap">{formatPeriod(locale, period)}</RowHead>
            <FigureCell>
              {value === null ? (
                <strong className="text-figures-missing">{said.inputMissing}</strong>
              ) : (
                formatNumber(value)
              )}
            </FigureCell>
            <Cell className="whitespace-nowrap">
              {version === null ? (isPublished ? said.published : NO_FIGURE) : common.version(version)}
            </Cell>
            <Cell className="whitespace-nowrap">
              {acceptedAt === null || acceptedAt === '' ? NO_FIGURE : formatDateTime(locale, acceptedAt)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
