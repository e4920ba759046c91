import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, words } from '@/lib/i18n'
import type { TracedFigure } from '@/lib/review/trace-figures'
import type { IndicatorUnit, Locale } from '@/lib/values'
import { enteredBy, TracedSource, type SourcePlaces } from './traced-source'

/** The figures of one result in one version: who entered each, and from which file and cell. */
export function TracedFigures({
  figures,
  unit,
  place,
  locale,
}: {
  figures: readonly TracedFigure[]
  unit: IndicatorUnit
  place: SourcePlaces
  locale: Locale
}) {
  const { trace: said, names } = words(locale)
  const parts: Readonly<Record<string, string>> = names.part
  if (figures.length === 0) return null
  return (
    <Panel title={said.figures}>
      <Table label={said.figures}>
        <thead>
          <tr>
            <ColumnHead>{said.columns.part}</ColumnHead>
            <FigureHead unit={names.unit[unit]}>{said.columns.value}</FigureHead>
            <ColumnHead>{said.columns.entered}</ColumnHead>
            <ColumnHead>{said.columns.origin}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ part, content, ...source }) => (
            <tr key={part}>
              <RowHead>{parts[part] ?? said.whole}</RowHead>
              <FigureCell>
                {content.state === 'figure' ? formatFigure(content.value) : names.cellState[content.state]}
              </FigureCell>
              <Cell>{enteredBy(source, locale)}</Cell>
              <Cell>
                <TracedSource source={source} place={place} locale={locale} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
