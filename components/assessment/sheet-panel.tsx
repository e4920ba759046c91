import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { ResultFigures } from '@/components/verdict/result-figures'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import {
  formatDateTime,
  formatNumber,
  formatPercent,
  inLocale,
  NO_FIGURE,
  verdictSentence,
  words,
} from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Judgement } from '@/lib/rules/types'
import type { ScoreSheet } from '@/lib/rules/score-sheet'
import type { StoredOverride } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'

/** The score sheet: what the rules and readers give, what counts, points, and how each share was worked out. */
export function SheetPanel({
  judgements,
  sheet,
  overrides,
  locale,
}: {
  judgements: readonly Judgement[]
  sheet: ScoreSheet
  overrides: readonly StoredOverride[]
  locale: Locale
}) {
  const { evaluation } = words(locale)
  const said = evaluation.sheet
  const share = (exact: string | null) => (exact === null ? NO_FIGURE : formatPercent(exact, { places: 2 }))
  const points = (exact: string) => formatNumber(exact, { places: 2 })
  return (
    <Panel title={said.title} lead={said.lead}>
      <Table label={said.title} stickyColumn boxClassName="max-h-none!">
        <thead>
          <tr>
            <ColumnHead className="min-w-36">{said.indicator}</ColumnHead>
            <ColumnHead>{said.verdict}</ColumnHead>
            <FigureHead>{said.given}</FigureHead>
            <FigureHead>{said.share}</FigureHead>
            <FigureHead unit={evaluation.points}>{said.weight}</FigureHead>
            <FigureHead unit={evaluation.points}>{said.got}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => {
            const verdict = judgements.find((each) => each.verdict.indicator === line.indicator)?.verdict
            return (
              <tr key={line.indicator}>
                <RowHead>{inLocale(locale, indicator(line.indicator))}</RowHead>
                <Cell>{verdict && <VerdictBadge code={verdict.code} locale={locale} />}</Cell>
                <FigureCell>{share(line.given)}</FigureCell>
                <FigureCell>
                  {line.overridden && <Badge tone="attention">{said.overridden}</Badge>} {share(line.share)}
                </FigureCell>
                <FigureCell>{formatNumber(line.weight)}</FigureCell>
                <FigureCell>{line.points === null ? said.open : points(line.points)}</FigureCell>
              </tr>
            )
          })}
          <tr>
            <RowHead className="font-semibold">{said.total}</RowHead>
            <Cell colSpan={4}>
              {sheet.grade !== null && <strong>{evaluation.grade[sheet.grade]}</strong>}
            </Cell>
            <FigureCell className="font-semibold">
              {sheet.total === null
                ? said.between(points(sheet.atLeast), points(sheet.atMost))
                : points(sheet.total)}
            </FigureCell>
          </tr>
        </tbody>
      </Table>
      {overrides.length > 0 && (
        <>
          <h3 className="mt-3 mb-1">{said.overrides}</h3>
          <ul>
            {overrides.map((each) => (
              <li key={each.indicator}>
                {inLocale(locale, indicator(each.indicator))}
                {': '}
                {each.percent === null ? said.restored : `${each.percent}%`} · {each.reason}{' '}
                <span className="text-sm text-muted">
                  {evaluation.by(each.byName, formatDateTime(locale, each.at))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={said.grounds} className="mt-3">
        {judgements
          .filter(({ verdict }) => verdict.code !== 'needsJudgement')
          .map(({ verdict, explanation }) => (
            <Disclosure
              key={verdict.indicator}
              summary={inLocale(locale, indicator(verdict.indicator))}
              className="mb-2"
            >
              <p className="mb-2">{verdictSentence(locale, verdict)}</p>
              <ResultFigures verdict={verdict} configuration={explanation.configuration} locale={locale} />
              <ExplanationCard explanation={explanation} locale={locale} />
            </Disclosure>
          ))}
      </Disclosure>
    </Panel>
  )
}
