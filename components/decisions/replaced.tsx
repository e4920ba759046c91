import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, NO_FIGURE, words } from '@/lib/i18n'
import type { Difference } from '@/lib/decisions/difference'
import { indicator } from '@/lib/notice'
import type { DecisionPage } from '@/lib/review/read-decision-book'
import type { Locale } from '@/lib/values'

/** Which band table or scoring scheme a decision takes the place of, and what it says otherwise. */
export function Replaced({ replaces, locale }: { replaces: DecisionPage['replaces']; locale: Locale }) {
  const said = words(locale).decisions.replaced
  if (replaces === null) return <p>{said.first}</p>
  const { decision, difference } = replaces
  return (
    <>
      <p className="mb-2">
        <a href={`/decisions/${decision.id}`} className="inline-block py-0.5">
          {said.replaces(decision.documentNumber)}
        </a>
      </p>
      <Differences difference={difference} locale={locale} />
    </>
  )
}

function Differences({
  difference: { bands, method, weights, grades },
  locale,
}: {
  difference: Difference
  locale: Locale
}) {
  const { decisions, simulation } = words(locale)
  const said = decisions.replaced
  const shown = (value: string | null) => (value === null ? NO_FIGURE : formatNumber(value))
  if (bands.length + weights.length + grades.length === 0 && method === null) return <p>{said.same}</p>
  return (
    <Table label={said.title} caption={said.title} boxClassName="max-w-2xl">
      <thead>
        <tr>
          <ColumnHead>{bands.length > 0 ? said.from : said.item}</ColumnHead>
          <FigureHead>{said.before}</FigureHead>
          <FigureHead>{said.after}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, before, after }) => (
          <tr key={from}>
            <RowHead>{formatNumber(from)}</RowHead>
            <FigureCell>{shown(before)}</FigureCell>
            <FigureCell>{shown(after)}</FigureCell>
          </tr>
        ))}
        {grades.map(({ grade, before, after }) => (
          <tr key={grade}>
            <RowHead>{simulation.grade[grade]}</RowHead>
            <FigureCell>{shown(before)}</FigureCell>
            <FigureCell>{shown(after)}</FigureCell>
          </tr>
        ))}
        {method !== null && (
          <tr>
            <RowHead>{decisions.fields.method}</RowHead>
            {[method.before, method.after].map((each) => (
              <Cell key={each} className="text-right">
                {each && decisions.says.method[each]}
              </Cell>
            ))}
          </tr>
        )}
        {weights.map(({ indicator: code, before, after }) => (
          <tr key={code}>
            <RowHead>{indicator(code)[locale === 'en' ? 'en' : 'zh']}</RowHead>
            <FigureCell>{shown(before)}</FigureCell>
            <FigureCell>{shown(after)}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
