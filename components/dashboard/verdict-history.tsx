import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Panel } from '@/components/ui/panel'
import { VERDICT_COLOURS, VerdictSign, VerdictSymbols } from '@/components/verdict/verdict-icon'
import { formatDate, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import type { CityPage } from '@/lib/review/read-city'
import type { IssuedHead } from '@/lib/store/city-beside'
import type { Locale, Quarter } from '@/lib/values'

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
  return (
    <Panel title={said.history} id="history" lead={said.historyLead}>
      <VerdictSymbols />
      <Table label={said.history} boxClassName="max-h-none">
        <thead>
          <tr>
            <ColumnHead className="min-w-28 sm:min-w-44 print:min-w-0">{said.result}</ColumnHead>
            {quarters.map((asOf) => (
              <ColumnHead key={asOf} className="min-w-32 print:min-w-0 print:text-xs">
                <a href={`/cities/${page.city.code}?asOf=${asOf}`}>{formatPeriod(locale, asOf)}</a>
                <span className="block text-xs font-normal text-muted print:hidden">
                  {issueOf(issued, asOf, locale)}
                </span>
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {numericIndicators.map((subject) => (
            <tr key={subject.code}>
              <RowHead>
                <a href={`#${subject.code}`}>{inLocale(locale, subject)}</a>
              </RowHead>
              {quarters.map((asOf) => (
                <Cell key={asOf} className="print:px-1">
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
      <ul className="mt-1 hidden text-sm print:block">
        {quarters.map((asOf) => (
          <li key={asOf}>
            {formatPeriod(locale, asOf)} {issueOf(issued, asOf, locale)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** When the verdicts as of a quarter were issued first, on which version and by which rules. */
function issueOf(issued: readonly IssuedHead[], asOf: Quarter, locale: Locale): string {
  const head = issued.find((each) => each.asOf === asOf)
  if (head === undefined) return ''
  const { issuedAt, reportVersion, ruleVersion } = head
  return words(locale).beside.issued(formatDate(locale, issuedAt), String(reportVersion), ruleVersion)
}

/** The verdicts on one result as of one quarter: against the floor, what replaced it, and against the own target. */
function Told({ city, issued, locale }: { city: string; issued: readonly IssuedHead[]; locale: Locale }) {
  const { beside: said, verdict: verdicts } = words(locale)
  if (issued.length === 0) return NO_FIGURE
  return issued.map(({ against, restatement, verdict, ruleVersion, issuedAt }) => (
    <div key={`${against}/${restatement}`} className="mb-1 text-sm last:mb-0">
      {against === 'target' && <span className="mr-1 text-muted">{said.onTarget}</span>}
      <span
        className={`inline-flex items-center gap-1 rounded border border-current px-1 font-semibold whitespace-nowrap print:text-xs print:whitespace-normal [&>svg]:size-3.5 [&>svg]:shrink-0 ${VERDICT_COLOURS[verdict]}`}
      >
        <VerdictSign code={verdict} />
        {verdicts.word[verdict]}
      </span>
      {restatement > 0 && (
        <span className="block text-xs text-muted">
          <a href={`/cities/${city}/restatements/${restatement}`}>{said.restated(String(restatement))}</a>{' '}
          {said.restatedBy(formatDate(locale, issuedAt), ruleVersion)}
        </span>
      )}
    </div>
  ))
}
