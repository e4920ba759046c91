import { indicator as indicatorOf } from '@/lib/notice'
import type { Correction } from '@/lib/store/restatements'
import type { ReportContent } from '@/lib/store/versions'
import { compareText } from '@/lib/values'

type Content = Pick<ReportContent, 'city' | 'period' | 'cells' | 'rows' | 'withdrawn'>
type ContentCell = Content['cells'][number]

/**
 * An accepted content with a correction made in it, in the fixed order of contents; its explanations left out. Rows taken out
 * stay in it as withdrawn, for this reason.
 */
export function correctContent(accepted: Content, correction: Correction, reason: string): Content {
  const gone = new Set(correction.withdrawn.map(({ id }) => id))
  const rows = [...accepted.rows.filter(({ id }) => !gone.has(id)), ...correction.added].sort(
    (a, b) => compareText(a.indicator, b.indicator) || compareText(a.id, b.id),
  )
  const changed = [...correctedFigures(accepted, correction), ...declarations(accepted, correction, rows)]
  const isChanged = (cell: Pick<ContentCell, 'indicator' | 'part'>): boolean =>
    changed.some(({ indicator, part }) => indicator === cell.indicator && part === cell.part)
  return {
    city: accepted.city,
    period: accepted.period,
    cells: [...accepted.cells.filter((cell) => !isChanged(cell)), ...changed]
      .filter(({ content }) => content.state !== 'blank' || content.source !== undefined)
      .sort((a, b) => compareText(a.indicator, b.indicator) || compareText(a.part, b.part)),
    rows,
    withdrawn: [
      ...accepted.withdrawn,
      ...accepted.rows.filter(({ id }) => gone.has(id)).map((row) => ({ ...row, reason })),
    ].sort((a, b) => compareText(a.indicator, b.indicator) || compareText(a.id, b.id)),
  }
}

const correctedFigures = (accepted: Content, { figures }: Correction): ContentCell[] =>
  figures.map(({ indicator, part, after }) => ({
    indicator,
    part,
    content: { state: 'figure', value: after, ...sourceOf(accepted, indicator, part) },
  }))

/** What the cell beside a corrected register says: none this quarter where no row is left, nothing where there are rows. */
function declarations(
  accepted: Content,
  { withdrawn, added }: Correction,
  rows: Content['rows'],
): ContentCell[] {
  const touched = [...new Set([...withdrawn, ...added].map(({ indicator }) => indicator))]
  return touched
    .filter((code) => indicatorOf(code).kind === 'count')
    .map((indicator): ContentCell => {
      const source = sourceOf(accepted, indicator, '')
      return rows.some((row) => row.indicator === indicator)
        ? { indicator, part: '', content: { state: 'blank', ...source } }
        : { indicator, part: '', content: { state: 'figure', value: '0', ...source } }
    })
}

function sourceOf({ cells }: Content, indicator: string, part: string) {
  const source = cells.find((cell) => cell.indicator === indicator && cell.part === part)?.content.source
  return source === undefined ? {} : { source }
}
