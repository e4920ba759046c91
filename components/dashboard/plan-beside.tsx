import { DualBars } from '@/components/funding/dual-bars'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatAttainment, formatNumber, formatPercent, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityPage } from '@/lib/review/read-city'
import { approximate, type Locale } from '@/lib/values'

/** What the approved plan does for each result and what it has spent on it, beside how much of the result is there. */
export function PlanBeside({ page, locale }: { page: CityPage; locale: Locale }) {
  const { beside, monitoring, instalment, common } = words(locale)
  const said = beside.plan
  const verdicts = new Map(page.verdicts.byFloor.map(({ verdict }) => [verdict.indicator, verdict.code]))
  return (
    <Panel
      id="plan"
      title={said.title}
      lead={said.lead}
      aside={
        <a href={`/cities/${page.city.code}/plan`} className="print:hidden">
          {words(locale).plan.title}
        </a>
      }
    >
      {page.planned.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          label={said.title}
          stickyColumn
          boxClassName="max-h-none"
          className="print:text-[7pt] print:[&_td]:px-1 print:[&_th]:px-1"
        >
          <thead>
            <tr>
              <ColumnHead className="min-w-36 print:min-w-0">{beside.result}</ColumnHead>
              <ColumnHead>{said.verdict}</ColumnHead>
              <ColumnHead className="w-1/4 min-w-40 print:min-w-16">{said.chart}</ColumnHead>
              <FigureHead>{monitoring.spent}</FigureHead>
              <FigureHead>{monitoring.achieved}</FigureHead>
              <FigureHead>{said.tasks}</FigureHead>
              <FigureHead>{said.overdue}</FigureHead>
              <FigureHead unit={instalment.yuan}>{said.central}</FigureHead>
              <FigureHead unit={instalment.yuan}>{said.spentYuan}</FigureHead>
            </tr>
          </thead>
          <tbody>
            {page.planned.map(({ indicator: code, tasks, done, overdue, central, spent, ...shares }) => {
              const name = inLocale(locale, indicator(code))
              const verdict = verdicts.get(code)
              const rate = shares.rate === null ? NO_FIGURE : formatPercent(shares.rate)
              const achieved =
                shares.achieved === null ? NO_FIGURE : (formatAttainment(shares.achieved, '1') ?? NO_FIGURE)
              return (
                <tr key={code}>
                  <RowHead>
                    <a href={`#${code}`}>{name}</a>
                    {shares.isAhead && (
                      <span className="block">
                        <Badge tone="attention">{said.ahead}</Badge>
                      </span>
                    )}
                  </RowHead>
                  <Cell>{verdict !== undefined && <VerdictBadge code={verdict} locale={locale} />}</Cell>
                  <Cell className="py-0!">
                    <DualBars
                      spent={shares.rate === null ? null : thousandths(shares.rate)}
                      achieved={shares.achieved === null ? 0 : thousandths(shares.achieved)}
                      label={common.pair(name, monitoring.sentence(rate, achieved))}
                    />
                  </Cell>
                  <FigureCell>{rate}</FigureCell>
                  <FigureCell>{achieved}</FigureCell>
                  <FigureCell>
                    {said.doneOf(formatNumber(String(done)), formatNumber(String(tasks)))}
                  </FigureCell>
                  <FigureCell>{formatNumber(String(overdue))}</FigureCell>
                  <FigureCell>{formatNumber(String(central))}</FigureCell>
                  <FigureCell>{formatNumber(String(spent))}</FigureCell>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

/** A share in thousandths, for drawing alone; what is more than the whole ends with the bar. */
const thousandths = (share: string): number => Math.min(1000, Math.round(approximate(share) * 1000))
