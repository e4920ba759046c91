import { Fragment } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { words } from '@/lib/i18n'
import { formatNumber, NO_FIGURE } from '@/lib/i18n/format'
import { formatPeriod } from '@/lib/i18n/format-time'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { DecisionKind } from '@/lib/decisions/content'
import type { Rehearsal } from '@/lib/review/rehearse-decision'
import type { CheckChange, Outlook, VerdictChange } from '@/lib/rules/rehearse'
import type { City } from '@/lib/store/cities'
import type { Locale, Quarter } from '@/lib/values'
import { MoneyEffects } from './money-effects'

/** What a decision would change: verdicts, open reports that would newly meet a check, scores and money. */
export function Effects({
  effects,
  kind,
  cities,
  locale,
}: {
  effects: Rehearsal
  kind: DecisionKind
  cities: readonly City[]
  locale: Locale
}) {
  const said = words(locale).decisions
  if (effects.asOf === null) return <p>{said.noQuarter}</p>
  const nameOf = (code: string) => {
    const city = cities.find((one) => one.code === code)
    return city === undefined ? code : locale === 'en' ? city.nameEn : city.nameZh
  }
  const { verdicts, reports, money } = effects
  const shared = { nameOf, locale }
  return (
    <>
      {verdicts.length > 0 && <Verdicts changes={verdicts} asOf={effects.asOf} {...shared} />}
      {reports.length > 0 && <Reports changes={reports} {...shared} />}
      {money.length > 0 && <MoneyEffects changes={money} asOf={effects.asOf} {...shared} />}
      {verdicts.length + reports.length + money.length === 0 && (
        <p>
          {kind === 'checkSeverity'
            ? said.noReports
            : kind === 'configuration' || kind === 'derogation' || kind === 'comparability'
              ? said.noVerdicts
              : kind === 'materiality'
                ? said.laterRestatements
                : said.noEffectYet}
        </p>
      )}
    </>
  )
}

interface Shared {
  readonly nameOf: (city: string) => string
  readonly locale: Locale
}

const resultOf = (code: IndicatorCode, locale: Locale) => indicator(code)[locale === 'en' ? 'en' : 'zh']

function Verdicts({
  changes,
  asOf,
  nameOf,
  locale,
}: Shared & { changes: readonly VerdictChange[]; asOf: Quarter }) {
  const { decisions: said, common, simulation, verdict } = words(locale)
  return (
    <>
      <p className="mb-1 text-muted">{said.effectsLead(formatPeriod(locale, asOf))}</p>
      <Table label={said.verdicts(changes.length)} caption={said.verdicts(changes.length)}>
        <thead>
          <tr>
            <ColumnHead>{common.city}</ColumnHead>
            <ColumnHead>{common.period}</ColumnHead>
            <ColumnHead>{simulation.columns.result}</ColumnHead>
            <ColumnHead>{said.before}</ColumnHead>
            <ColumnHead>{said.after}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Fragment key={`${change.city}/${change.asOf}/${change.indicator}/${change.against}`}>
              <tr>
                <RowHead>{nameOf(change.city)}</RowHead>
                <Cell className="whitespace-nowrap">{formatPeriod(locale, change.asOf)}</Cell>
                <Cell>
                  {resultOf(change.indicator, locale)}
                  {change.against === 'target' && common.bracketed(verdict.parameterName.target)}
                </Cell>
                <Cell>
                  <Judged side={change.before} locale={locale} />
                </Cell>
                <Cell>
                  <Judged side={change.after} locale={locale} />
                </Cell>
              </tr>
              {change.asOf === asOf && (
                <tr>
                  <Cell colSpan={5} className="bg-wash">
                    <Grounds change={change} city={nameOf(change.city)} locale={locale} />
                  </Cell>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Reports({ changes, nameOf, locale }: Shared & { changes: readonly CheckChange[] }) {
  const { decisions: said, common, simulation } = words(locale)
  return (
    <Table label={said.reports(changes.length)} caption={said.reports(changes.length)}>
      <thead>
        <tr>
          <ColumnHead>{common.city}</ColumnHead>
          <ColumnHead>{common.period}</ColumnHead>
          <ColumnHead>{simulation.columns.result}</ColumnHead>
          <ColumnHead>{said.before}</ColumnHead>
          <ColumnHead>{said.after}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.city}/${change.period}/${change.check}/${change.indicator}`}>
            <RowHead>{nameOf(change.city)}</RowHead>
            <Cell>{formatPeriod(locale, change.period)}</Cell>
            <Cell>{resultOf(change.indicator, locale)}</Cell>
            <Cell>{said.severityFrom[change.from]}</Cell>
            <Cell>{said.severityFrom[change.to]}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Why the verdict is what it is, and why it would be what it would be. */
function Grounds({ change, city, locale }: { change: VerdictChange; city: string; locale: Locale }) {
  const { decisions: said, explanation: card, verdict } = words(locale)
  return (
    <Disclosure summary={card.open} isGrounds>
      {(['before', 'after'] as const).map((name) => {
        const side = change[name]
        if (!side?.explanation) return null
        return (
          <section key={name} className="mb-4">
            <h3 className="mb-2 flex flex-wrap items-center gap-2">
              {said[name]}
              <VerdictBadge code={side.code} locale={locale} />
            </h3>
            <ExplanationCard
              explanation={side.explanation}
              apart={`${city} ${said[name]} ${verdict.parameterName[change.against]}`}
              locale={locale}
              withClause={name === 'before'}
            />
          </section>
        )
      })}
    </Disclosure>
  )
}

function Judged({ side, locale }: { side: Outlook | null; locale: Locale }) {
  if (side === null) return <span className="text-muted">{words(locale).decisions.notJudged}</span>
  const shown = (value: string | null) => (value === null ? NO_FIGURE : formatNumber(value))
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <VerdictBadge code={side.code} locale={locale} />
      <span className="figure text-sm text-muted">
        {shown(side.actual)} / {shown(side.required)}
      </span>
    </span>
  )
}
