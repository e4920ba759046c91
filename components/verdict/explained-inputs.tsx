import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, formatPeriod, NO_FIGURE, noFigureWords, words } from '@/lib/i18n'
import type { Explanation } from '@/lib/rules/types'
import type { IndicatorUnit, Locale } from '@/lib/values'

/** The figures a verdict rests on, each with its version and the moment it was accepted; also those it lacks. */
export function ExplainedInputs({
  label,
  explanation,
  unit,
  supposed,
  locale,
}: {
  label: string
  explanation: Explanation
  unit: IndicatorUnit
  /** Figures without a version are supposed (模拟), not published. */
  supposed: boolean
  locale: Locale
}) {
  const said = words(locale).explanation
  const { names, common } = words(locale)
  if (explanation.inputs.length === 0) return <p className="text-sm text-muted">{said.noInputs}</p>
  const isPublished = !supposed && explanation.inputs.every(({ version }) => version === null)
  const unversioned = supposed ? said.supposed : isPublished ? said.published : NO_FIGURE
  return (
    <Table label={label} boxClassName="max-h-none text-sm">
      <thead>
        <tr>
          <ColumnHead>{said.inputPeriod}</ColumnHead>
          <FigureHead unit={names.unit[unit]}>{said.inputValue}</FigureHead>
          <ColumnHead>{said.inputVersion}</ColumnHead>
          <ColumnHead className="min-w-36">{said.inputAccepted}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {explanation.inputs.map(({ period, value, version, acceptedAt, ...why }) => (
          <tr key={period}>
            <RowHead className="whitespace-nowrap">{formatPeriod(locale, period)}</RowHead>
            <FigureCell>
              {value === null ? (
                <>
                  <strong className="text-figures-missing">{said.inputMissing}</strong>
                  {why.none !== undefined && (
                    <span className="block text-sm whitespace-normal text-muted">
                      {noFigureWords(locale, why)}
                    </span>
                  )}
                </>
              ) : (
                formatNumber(value)
              )}
            </FigureCell>
            <Cell className="whitespace-nowrap">
              {version === null ? (value === null ? NO_FIGURE : unversioned) : common.version(version)}
            </Cell>
            <Cell className="whitespace-nowrap">
              {acceptedAt !== null && acceptedAt !== ''
                ? formatDateTime(locale, acceptedAt)
                : version === null
                  ? NO_FIGURE
                  : said.inputPending}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
