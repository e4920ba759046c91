import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import type { SealedPage } from '@/lib/assessment/read-sealed'
import { formatNumber, formatPercent, inLocale, NO_FIGURE, shareGround, words } from '@/lib/i18n'
import { clause, indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** How every number of an evaluation's papers comes about: result by result and clause by clause, exact beside rounded. */
export function ArithmeticPanel({
  page: { frozen, clauses, lost, lostTogether },
  locale,
}: {
  page: Pick<SealedPage, 'frozen' | 'clauses' | 'lost' | 'lostTogether'>
  locale: Locale
}) {
  const { evaluation, evaluationPapers, notice } = words(locale)
  const { sheet, arithmetic: said } = evaluation
  const { lines } = frozen.sheet
  const points = (exact: string) => formatNumber(exact, { places: 2 })
  const share = (exact: string | null) => (exact === null ? NO_FIGURE : formatPercent(exact, { places: 2 }))
  // The exact number follows a rounded one.
  const withExact = (exact: string) =>
    points(exact).startsWith('≈') ? (
      <>
        <span className="block">{points(exact)}</span>
        <span className="block text-sm font-normal break-all text-muted">= {exact}</span>
      </>
    ) : (
      points(exact)
    )
  return (
    <Panel title={said.title} lead={said.lead}>
      <Table label={said.lines} caption={said.lines} stickyColumn boxClassName="max-h-none!">
        <thead>
          <tr>
            <ColumnHead className="min-w-36">{sheet.indicator}</ColumnHead>
            <ColumnHead className="min-w-40">{said.how}</ColumnHead>
            <FigureHead>{sheet.share}</FigureHead>
            <FigureHead unit={evaluation.points}>{sheet.weight}</FigureHead>
            <FigureHead unit={evaluation.points}>{sheet.got}</FigureHead>
            <FigureHead unit={evaluation.points}>{said.lost}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const less = lost.find((each) => each.indicator === line.indicator)
            return (
              <tr key={line.indicator}>
                <RowHead>{inLocale(locale, indicator(line.indicator))}</RowHead>
                <Cell className="whitespace-pre-line">{shareGround(line, frozen, locale) ?? sheet.open}</Cell>
                <FigureCell>{share(line.share)}</FigureCell>
                <FigureCell>{formatNumber(line.weight)}</FigureCell>
                <FigureCell>{line.points === null ? sheet.open : withExact(line.points)}</FigureCell>
                <FigureCell>{less === undefined ? NO_FIGURE : withExact(less.lost)}</FigureCell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="mt-1">
        {lost.length === 0
          ? evaluationPapers.weak.none
          : evaluationPapers.weak.said(String(lost.length), points(lostTogether))}
      </p>
      <Table label={said.clauses} caption={said.clauses} boxClassName="mt-3 max-h-none!">
        <thead>
          <tr>
            <ColumnHead className="min-w-36">{said.clause}</ColumnHead>
            <ColumnHead className="min-w-40">{sheet.got}</ColumnHead>
            <FigureHead unit={evaluation.points}>{sheet.total}</FigureHead>
            <FigureHead unit={evaluation.points}>{sheet.weight}</FigureHead>
            <FigureHead>{sheet.share}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {clauses.map((each) => (
            <tr key={each.clause}>
              <RowHead>
                {evaluationPapers.conclusion.clauseOf(
                  notice.clauseNumber(each.clause),
                  inLocale(locale, clause(each.clause).heading),
                )}
              </RowHead>
              <Cell>
                {lines
                  .filter((line) => indicator(line.indicator).clause === each.clause)
                  .map((line) => (line.points === null ? sheet.open : points(line.points)))
                  .join(' + ')}
              </Cell>
              <FigureCell>{each.points === null ? sheet.open : withExact(each.points)}</FigureCell>
              <FigureCell>{points(each.weight)}</FigureCell>
              <FigureCell>{share(each.share)}</FigureCell>
            </tr>
          ))}
          <tr>
            <RowHead className="font-semibold">{evaluationPapers.conclusion.total}</RowHead>
            <Cell>
              {clauses.map((each) => (each.points === null ? sheet.open : points(each.points))).join(' + ')}
            </Cell>
            <FigureCell className="font-semibold">
              {frozen.sheet.total === null
                ? sheet.between(points(frozen.sheet.atLeast), points(frozen.sheet.atMost))
                : withExact(frozen.sheet.total)}
            </FigureCell>
            <FigureCell>{points('100')}</FigureCell>
            <FigureCell>{NO_FIGURE}</FigureCell>
          </tr>
        </tbody>
      </Table>
    </Panel>
  )
}
