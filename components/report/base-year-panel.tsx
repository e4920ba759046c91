import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDate, formatDateTime, formatNumber, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityTargets } from '@/lib/reporting/read-targets'
import type { Locale } from '@/lib/values'

/** What growth is reckoned from: base year and span with the document that decided them, and the accepted figures. */
export function BaseYearPanel({
  page,
  locale,
  report,
}: {
  page: CityTargets
  locale: Locale
  /** The address of the base year's report; undefined for whoever does not see reports in hand. */
  report: string | undefined
}) {
  const { targets, names } = words(locale)
  const said = targets.base
  const { configuration, decision, base } = page
  const { baseYear, intervals } = configuration
  const first = String(baseYear + 1)
  const last = String(baseYear + intervals)
  return (
    <Panel
      title={said.title}
      id="base"
      aside={
        report === undefined ? undefined : (
          <LinkButton href={report}>{base.acceptedAt === null ? said.fill : said.toReport}</LinkButton>
        )
      }
    >
      <DescriptionList
        className="mb-4"
        items={[
          { term: said.baseYear, value: String(baseYear) },
          { term: said.span, value: said.years(first, last, String(intervals)) },
          {
            term: said.decided,
            value:
              decision === null ? (
                said.undecided
              ) : (
                <>
                  {decision.documentNumber} {decision.reason}{' '}
                  <span className="text-sm text-muted">
                    {said.decidedBy(
                      [decision.proposedByName, decision.second?.byName].filter(Boolean).join(' / '),
                      formatDate(locale, decision.second?.at ?? decision.proposedAt),
                    )}
                  </span>
                </>
              ),
          },
        ]}
      />
      {base.acceptedAt === null ? (
        <p className="text-muted">{said.missing}</p>
      ) : (
        <Table
          label={said.label(String(baseYear))}
          caption={said.known(formatDateTime(locale, base.acceptedAt))}
          stickyColumn
        >
          <thead>
            <tr>
              <ColumnHead>{targets.indicator}</ColumnHead>
              {(['Q1', 'Q2', 'Q3', 'Q4'] as const).map((part) => (
                <FigureHead key={part}>{names.part[part]}</FigureHead>
              ))}
              <FigureHead>{said.total}</FigureHead>
              <ColumnHead>{targets.note}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {base.figures.map((figures) => {
              const subject = indicator(figures.indicator)
              return (
                <tr key={figures.indicator}>
                  <RowHead className="min-w-40">
                    {inLocale(locale, subject)}{' '}
                    <span className="text-sm text-muted">{names.unit[subject.unit]}</span>
                  </RowHead>
                  {figures.quarters.map((value, i) => (
                    <FigureCell key={i}>{value === null ? NO_FIGURE : formatNumber(value)}</FigureCell>
                  ))}
                  <FigureCell className="font-semibold">
                    {figures.total === null ? NO_FIGURE : formatNumber(figures.total)}
                  </FigureCell>
                  <Cell className="text-sm text-muted">{figures.total === '0' && said.zero}</Cell>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
