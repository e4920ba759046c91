import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, NO_FIGURE, words } from '@/lib/i18n'
import type { PublishedFigure } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The published national figures, each with its source. */
export function PublishedTable({ figures, locale }: { figures: readonly PublishedFigure[]; locale: Locale }) {
  const { published } = words(locale).notice
  return (
    <Table label={published.caption} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-44">{published.series}</ColumnHead>
          <ColumnHead className="min-w-28">{published.period}</ColumnHead>
          <FigureHead>{published.value}</FigureHead>
          <FigureHead>{published.growth}</FigureHead>
          <ColumnHead className="min-w-40">{published.source}</ColumnHead>
          <ColumnHead className="min-w-52">{published.remark}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={`${figure.series} ${figure.period}`}>
            <RowHead>
              {published.names[figure.series]}
              {locale !== 'zh-CN' && (
                <span lang="zh-CN" className="block text-xs text-muted">
                  {figure.name}
                </span>
              )}
            </RowHead>
            <Cell>
              {published.spans[figure.span](
                figure.span === 'averageOfYears' ? figure.period.slice(0, 9) : String(figure.year),
              )}
            </Cell>
            <FigureCell>
              {figure.value === null ? NO_FIGURE : `${formatNumber(figure.value)} ${figure.unit}`}
              {figure.precision === 'rounded' && (
                <span className="block text-xs text-muted">{published.rounded}</span>
              )}
            </FigureCell>
            <FigureCell>{figure.growth === null ? NO_FIGURE : `${figure.growth}%`}</FigureCell>
            <Cell>
              <a href={figure.url} rel="noreferrer" className="inline-block">
                {new URL(figure.url).hostname.replace(/^www\./, '')}
              </a>
            </Cell>
            <Cell className="text-sm">
              {figure.restatedBase && <Badge tone="attention">{published.restatedBase}</Badge>}{' '}
              {published.remarks[`${figure.series} ${figure.period}`] ?? figure.note}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
