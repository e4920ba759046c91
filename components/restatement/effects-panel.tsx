import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { RestatementPage, TouchedVerdict } from '@/lib/restating/read-restatement'
import type { Locale } from '@/lib/values'
import { IndicativeTable } from './indicative-table'
import { Judged } from './judged'
import { SealedReliers } from './sealed-reliers'

/** Everything that relied on the old figures, before and after. */
export function EffectsPanel({ page, locale }: { page: RestatementPage; locale: Locale }) {
  const { restating, common } = words(locale)
  const said = restating.effects
  const { effects, restatement, verdicts, city } = page
  const kind = restatement.answer?.kind
  const lead = kind === undefined ? said.open : kind === 'approved' ? said.frozen : said.asAsked
  return (
    <Panel title={said.title} lead={lead}>
      <h3 className="mb-1 text-base">{said.verdicts}</h3>
      {verdicts.length === 0 ? (
        <p className="text-muted">{said.noVerdicts}</p>
      ) : (
        <VerdictTable verdicts={verdicts} locale={locale} />
      )}
      <h3 className="mt-4 mb-1 text-base">{said.receipts}</h3>
      <ul className="list-disc pl-5">
        {effects.receipts.map(({ period, version, receiptNumber }) => (
          <li key={receiptNumber}>
            <a href={`/cities/${city.code}/reports/${period}/receipt?version=${version}`}>
              {said.receiptOf(formatPeriod(locale, period), common.version(version), receiptNumber)}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{said.exports}</p>
      <h3 className="mt-4 mb-1 text-base">{said.scores}</h3>
      <SealedReliers
        scores={effects.scores}
        letters={effects.letters ?? []}
        payments={effects.payments}
        locale={locale}
      />
      <h3 className="mt-4 mb-1 text-base">{said.indicative}</h3>
      {effects.indicative === null ? (
        <p className="text-muted">{said.noScheme}</p>
      ) : (
        <IndicativeTable indicative={effects.indicative} locale={locale} />
      )}
    </Panel>
  )
}

function VerdictTable({ verdicts, locale }: { verdicts: readonly TouchedVerdict[]; locale: Locale }) {
  const { restating, restatement, verdict } = words(locale)
  const said = restating.effects
  return (
    <>
      <Table label={said.verdicts}>
        <thead>
          <tr>
            <ColumnHead>{said.result}</ColumnHead>
            <ColumnHead>{said.asOf}</ColumnHead>
            <ColumnHead>{said.against}</ColumnHead>
            <ColumnHead>{restating.before}</ColumnHead>
            <ColumnHead>{restating.after}</ColumnHead>
            <ColumnHead>{said.change}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(({ effect: { asOf, against, before, after, change } }) => (
            <tr key={`${before.indicator}/${asOf}/${against}`}>
              <RowHead>{inLocale(locale, indicator(before.indicator))}</RowHead>
              <Cell className="whitespace-nowrap">{formatPeriod(locale, asOf)}</Cell>
              <Cell>{verdict.against[against]}</Cell>
              <Judged verdict={before} locale={locale} />
              <Judged verdict={after} locale={locale} />
              <Cell className={change === 'verdict' ? 'font-semibold' : 'text-muted'}>
                {restatement.change[change]}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-2 print:hidden">
        {verdicts.map((touched) => (
          <Grounds key={keyOf(touched)} touched={touched} locale={locale} />
        ))}
      </div>
    </>
  )
}

const keyOf = ({ effect: { asOf, against, before } }: TouchedVerdict): string =>
  `${before.indicator}/${asOf}/${against}`

/** Both verdicts as they were issued: the earlier one stays readable. */
function Grounds({ touched, locale }: { touched: TouchedVerdict; locale: Locale }) {
  const { restating, verdict, common } = words(locale)
  const said = restating.effects
  const { effect, before, after } = touched
  const of = [
    inLocale(locale, indicator(effect.before.indicator)),
    formatPeriod(locale, effect.asOf),
    verdict.against[effect.against],
  ].join(' · ')
  const sides = [
    { issued: before, title: said.issuedBefore },
    { issued: after, title: said.issuedAfter },
  ]
  return sides.map(({ issued, title }) =>
    issued === null ? null : (
      <Disclosure
        key={title}
        summary={common.pair(
          of,
          `${title}${common.bracketed(said.issuedOn(formatDateTime(locale, issued.issuedAt)))}`,
        )}
      >
        <ExplanationCard
          explanation={issued.judgement.explanation}
          apart={`${of} ${title}`}
          locale={locale}
          withClause={false}
        />
      </Disclosure>
    ),
  )
}
