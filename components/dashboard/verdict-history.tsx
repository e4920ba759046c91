import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Panel } from '@/components/ui/panel'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatDate, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { CityPage } from '@/lib/review/read-city'
import type { IssuedHead } from '@/lib/store/city-beside'
import type { Locale } from '@/lib/values'

/** Every verdict that was issued, quarter by quarter, with the version and the rules it rests on; replaced ones stay. */
export function VerdictHistory({ page, locale }: { page: CityPage; locale: Locale }) {
  const { beside: said } = words(locale)
  const { issued } = page.beside
  const quarters = [...new Set(issued.map(({ asOf }) => asOf))]
  if (quarters.length === 0) {
    return (
      <Panel title={said.history} id="history">
        <p className="text-muted">{said.noHistory}</p>
      </Panel>
    )
  }
  const first = (asOf: string) => issued.find((each) => each.asOf === asOf)
  return (
    <Panel title={said.history} id="history" lead={said.historyLead}>
      <Table label={said.history} stickyColumn boxClassName="max-h-none">
        <thead>
          <tr>
            <ColumnHead className="min-w-28 sm:min-w-44">{said.result}</ColumnHead>
            {quarters.map((asOf) => {
              const head = first(asOf)
              return (
                <ColumnHead key={asOf} className="min-w-32">
                  <a href={`/cities/${page.city.code}?asOf=${asOf}`}>{formatPeriod(locale, asOf)}</a>
                  {head !== undefined && (
                    <span className="block text-xs font-normal text-muted">
                      {said.issued(
                        formatDate(locale, head.issuedAt),
                        String(head.reportVersion),
                        head.ruleVersion,
                      )}
                    </span>
                  )}
                </ColumnHead>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {numericIndicators.map((subject) => (
            <tr key={subject.code}>
              <RowHead>
                <a href={`#${subject.code}`}>{inLocale(locale, subject)}</a>
              </RowHead>
              {quarters.map((asOf) => (
                <Cell key={asOf}>
                  <Told
                    city={page.city.code}
                    issued={issued.filter((each) => each.asOf === asOf && each.indicator === subject.code)}
                    locale={locale}
                  />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

/** The verdicts on one result as of one quarter: against the floor, what replaced it, and against the own target. */
function Told({ city, issued, locale }: { city: string; issued: readonly IssuedHead[]; locale: Locale }) {
  const { beside: said } = words(locale)
  if (issued.length === 0) return NO_FIGURE
  return (
    <ul className="grid gap-1">
      {issued.map(({ against, restatement, verdict, ruleVersion, issuedAt }) => (
        <li key={`${against}/${restatement}`} className="whitespace-nowrap">
          {against === 'target' && <span className="mr-1 text-sm text-muted">{said.onTarget}</span>}
          <VerdictBadge code={verdict} locale={locale} />
          {restatement > 0 && (
            <span className="block text-xs text-muted">
              <a href={`/cities/${city}/restatements/${restatement}`}>{said.restated(String(restatement))}</a>{' '}
              {said.restatedBy(formatDate(locale, issuedAt), ruleVersion)}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
