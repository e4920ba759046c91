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
import type { Outlook, VerdictChange } from '@/lib/rules/rehearse'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'

/** What a decision would change: verdicts before and after, reports that would newly meet a check. */
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
  if (kind !== 'configuration' && kind !== 'checkSeverity') return <p>{said.noEffectYet}</p>
  if (effects.asOf === null) return <p>{said.noQuarter}</p>
  const nameOf = (code: string) => {
    const city = cities.find((one) => one.code === code)
    return city === undefined ? code : locale === 'en' ? city.nameEn : city.nameZh
  }
  const resultOf = (code: IndicatorCode) => indicator(code)[locale === 'en' ? 'en' : 'zh']
  const { columns } = words(locale).simulation
  if (kind === 'configuration') {
    if (effects.verdicts.length === 0) return <p>{said.noVerdicts}</p>
    return (
      <>
        <p className="mb-1 text-muted">{said.effectsLead(formatPeriod(locale, effects.asOf))}</p>
        <Table
          label={said.verdicts(effects.verdicts.length)}
          caption={said.verdicts(effects.verdicts.length)}
        >
          <thead>
            <tr>
              <ColumnHead>{words(locale).common.city}</ColumnHead>
              <ColumnHead>{columns.result}</ColumnHead>
              <ColumnHead>{said.before}</ColumnHead>
              <ColumnHead>{said.after}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {effects.verdicts.map((change) => (
              <Fragment key={`${change.city}/${change.indicator}`}>
                <tr>
                  <RowHead>{nameOf(change.city)}</RowHead>
                  <Cell>{resultOf(change.indicator)}</Cell>
                  <Cell>
                    <Judged side={change.before} locale={locale} />
                  </Cell>
                  <Cell>
                    <Judged side={change.after} locale={locale} />
                  </Cell>
                </tr>
                <tr>
                  <Cell colSpan={4} className="bg-wash">
                    <Grounds change={change} city={nameOf(change.city)} locale={locale} />
                  </Cell>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </Table>
      </>
    )
  }
  if (effects.reports.length === 0) return <p>{said.noReports}</p>
  return (
    <Table label={said.reports(effects.reports.length)} caption={said.reports(effects.reports.length)}>
      <thead>
        <tr>
          <ColumnHead>{words(locale).common.city}</ColumnHead>
          <ColumnHead>{words(locale).common.period}</ColumnHead>
          <ColumnHead>{columns.result}</ColumnHead>
          <ColumnHead>{said.before}</ColumnHead>
          <ColumnHead>{said.after}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {effects.reports.map((change) => (
          <tr key={`${change.city}/${change.period}/${change.indicator}`}>
            <RowHead>{nameOf(change.city)}</RowHead>
            <Cell>{formatPeriod(locale, change.period)}</Cell>
            <Cell>{resultOf(change.indicator)}</Cell>
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
  const { decisions: said, explanation: card } = words(locale)
  return (
    <Disclosure summary={card.open} isGrounds>
      {(['before', 'after'] as const).map((side) => (
        <section key={side} className="mb-4">
          <h4 className="mb-2 flex flex-wrap items-center gap-2">
            {said[side]}
            <VerdictBadge code={change[side].code} locale={locale} />
          </h4>
          <ExplanationCard
            explanation={change[side].explanation}
            apart={`${city} ${said[side]}`}
            locale={locale}
            withClause={side === 'before'}
          />
        </section>
      ))}
    </Disclosure>
  )
}

function Judged({ side: { code, actual, required }, locale }: { side: Outlook; locale: Locale }) {
  const shown = (value: string | null) => (value === null ? NO_FIGURE : formatNumber(value))
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <VerdictBadge code={code} locale={locale} />
      <span className="figure text-sm text-muted">
        {shown(actual)} / {shown(required)}
      </span>
    </span>
  )
}
