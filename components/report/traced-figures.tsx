import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatFigure, words } from '@/lib/i18n'
import type { TracedFigure } from '@/lib/review/trace-figures'
import type { IndicatorUnit, Locale } from '@/lib/values'

/** The figures of one result in one version: who entered each, and from which file and cell. */
export function TracedFigures({
  figures,
  unit,
  uploads,
  locale,
}: {
  figures: readonly TracedFigure[]
  unit: IndicatorUnit
  /** Where the files are that were uploaded for this report; null for those who may not open them. */
  uploads: string | null
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
          {figures.map(({ part, content, save, origin }) => (
            <tr key={part}>
              <RowHead>{parts[part] ?? said.whole}</RowHead>
              <FigureCell>
                {content.state === 'figure' ? formatFigure(content.value) : names.cellState[content.state]}
              </FigureCell>
              <Cell>{save === null ? said.noSave : said.by(save.by, formatDateTime(locale, save.at))}</Cell>
              <Cell>
                {origin === null ? (
                  save !== null && said.typed
                ) : (
                  <MaybeLink href={uploads === null ? null : `${uploads}/${origin.proposal}/original`}>
                    {said.file(origin.fileName, origin.sheet, origin.cell)}
                  </MaybeLink>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

const MaybeLink = ({ href, children }: { href: string | null; children: string }) =>
  href === null ? children : <a href={href}>{children}</a>
