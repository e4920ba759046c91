import { Fragment } from 'react'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatAttainment, formatFigure, inLocale, NO_FIGURE, whyNone, words } from '@/lib/i18n'
import { clause, clauseAnchor, indicator, type IndicatorCode } from '@/lib/notice'
import type { Judgement, Verdict } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { VerdictLink } from './verdict-link'

/** All nineteen results at a glance, clause by clause; each leads to its detail below. */
export function ResultsOverview({
  judgements,
  targets,
  locale,
}: {
  judgements: readonly Judgement[]
  targets: Readonly<Partial<Record<IndicatorCode, Judgement>>>
  locale: Locale
}) {
  const { overview } = words(locale).city
  const { notice } = words(locale)
  const clauses = [...new Set(judgements.map(({ explanation }) => explanation.clause))]
  const withTargets = Object.keys(targets).length > 0
  return (
    <>
      <Table label={overview.caption} boxClassName="max-h-none">
        <thead>
          <tr>
            <ColumnHead className="min-w-36 sm:min-w-48">{overview.indicator}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{overview.unit}</ColumnHead>
            <ColumnHead>{overview.verdict}</ColumnHead>
            <FigureHead>{overview.actual}</FigureHead>
            <FigureHead>{overview.required}</FigureHead>
            <FigureHead className="whitespace-nowrap">{overview.attainment}</FigureHead>
            {withTargets && <ColumnHead>{overview.target}</ColumnHead>}
          </tr>
        </thead>
        <tbody>
          {clauses.map((id) => (
            <Fragment key={id}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={withTargets ? 7 : 6}
                  className="border-b border-line bg-wash px-2 py-1 text-left text-sm font-semibold"
                >
                  {notice.clauseTitle(id, inLocale(locale, clause(id).heading))}
                  <a href={`/notice#${clauseAnchor(id)}`} className="ml-3 inline-block font-normal">
                    {words(locale).explanation.toNotice}
                  </a>
                </th>
              </tr>
              {judgements
                .filter(({ explanation }) => explanation.clause === id)
                .map(({ verdict }) => (
                  <Row
                    key={verdict.indicator}
                    verdict={verdict}
                    target={targets[verdict.indicator]?.verdict}
                    withTargets={withTargets}
                    locale={locale}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
      </Table>
      <p className="mt-1 text-sm text-muted">{overview.attainmentNote}</p>
    </>
  )
}

function Row({
  verdict,
  target,
  withTargets,
  locale,
}: {
  verdict: Verdict
  target: Verdict | undefined
  withTargets: boolean
  locale: Locale
}) {
  const subject = indicator(verdict.indicator)
  const { actual, required } = verdict
  const unit = words(locale).names.unit[subject.unit]
  return (
    <tr>
      <RowHead>
        <a href={`#${subject.code}`} className="inline-block py-0.5">
          {inLocale(locale, subject)}
        </a>
      </RowHead>
      <Cell className="text-muted">{subject.kind === 'qualitative' ? NO_FIGURE : unit}</Cell>
      <Cell>
        <VerdictLink code={verdict.code} href={`#${subject.code}`} locale={locale} />
      </Cell>
      {actual === null || required === null ? (
        <Cell colSpan={3} className="text-right text-sm text-muted">
          {subject.kind === 'qualitative' ? NO_FIGURE : whyNone(locale, verdict)}
        </Cell>
      ) : (
        <>
          <FigureCell>{formatFigure(actual)}</FigureCell>
          <FigureCell>{formatFigure(required)}</FigureCell>
          <FigureCell>{formatAttainment(actual, required) ?? NO_FIGURE}</FigureCell>
        </>
      )}
      {withTargets && (
        <Cell>
          {target && <VerdictLink code={target.code} href={`#target-${subject.code}`} locale={locale} />}
        </Cell>
      )}
    </tr>
  )
}
