import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay, formatNumber, formatPeriod, formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ExplainedParameter, Explanation } from '@/lib/rules/types'
import { yearPeriod, type Locale } from '@/lib/values'
import { Alternatives } from './alternatives'
import { ClausePassage } from './clause-passage'
import { ExplainedInputs } from './explained-inputs'
import { ExplainedReadings } from './explained-readings'
import { ExplainedSteps } from './explained-steps'

/** Why a verdict is what it is: clause, standard, figures, arithmetic, readings, version of the rules. */
export function ExplanationCard({
  explanation,
  apart,
  locale,
  withClause = true,
  supposed = false,
}: {
  explanation: Explanation
  /** What tells it from another card of the same result on the page. */
  apart?: string
  locale: Locale
  /** False where the same clause stands just above. */
  withClause?: boolean
  /** True in a simulation, where some figures are nobody's. */
  supposed?: boolean
}) {
  const said = words(locale).explanation
  const subject = indicator(explanation.indicator)
  // The tables of one card are told by name from those of the others on a page.
  const name = [inLocale(locale, subject), apart].filter(Boolean).join(' ')
  const labelOf = (part: string): string => part + words(locale).common.bracketed(name)
  const isNumeric = subject.kind !== 'qualitative'
  return (
    <div className="border-l-2 border-edge pl-4">
      {withClause && (
        <Part title={said.clause}>
          <ClausePassage indicator={subject} locale={locale} />
        </Part>
      )}
      <DescriptionList
        className="mb-4 text-sm"
        items={[
          ...explanation.parameters.map((each) => ({
            key: each.code,
            term: words(locale).verdict.parameterName[each.code],
            value: standardOf(each, explanation, locale),
          })),
          ...(isNumeric ? configurationOf(explanation, subject.kind === 'growth', locale) : []),
          { term: said.judgedAt, value: formatPeriod(locale, explanation.judgedAt) },
          { term: said.ruleVersion, value: explanation.ruleVersion },
          { term: said.document, value: <span lang="zh-CN">{explanation.document}</span> },
        ]}
      />
      {isNumeric && (
        <div className="gap-x-8 xl:grid xl:grid-cols-[minmax(20rem,2fr)_minmax(30rem,3fr)]">
          <Part title={said.inputs}>
            <ExplainedInputs
              label={labelOf(said.inputs)}
              explanation={explanation}
              unit={subject.unit}
              supposed={supposed}
              locale={locale}
            />
          </Part>
          <Part title={said.formula}>
            <ExplainedSteps
              label={labelOf(said.formula)}
              steps={explanation.steps}
              kind={subject.kind}
              locale={locale}
            />
          </Part>
        </div>
      )}
      <Part title={said.readings}>
        <ExplainedReadings readings={explanation.readings} locale={locale} />
      </Part>
      {explanation.alternatives.length > 0 && (
        <Part title={said.alternatives}>
          <Alternatives
            label={labelOf(said.alternatives)}
            alternatives={explanation.alternatives}
            unit={subject.unit}
            locale={locale}
          />
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-4 min-w-0">
      <p className="mb-1 font-semibold">{title}</p>
      {children}
    </div>
  )
}

function standardOf(parameter: ExplainedParameter, explanation: Explanation, locale: Locale): string {
  const { verdict, explanation: said, common } = words(locale)
  const value =
    parameter.unit === 'percentAYear'
      ? verdict.percentAYear(formatNumber(parameter.value))
      : formatWithUnit(locale, parameter.value, indicator(explanation.indicator).unit)
  if (parameter.since === null) return value
  return value + common.bracketed(said.parameterSince(formatDay(locale, parameter.since)))
}

function configurationOf({ configuration }: Explanation, isGrowth: boolean, locale: Locale) {
  const said = words(locale).explanation
  const { baseYear, intervals, path, share } = configuration
  const [first, last] = [baseYear, baseYear + intervals].map((year) => formatPeriod(locale, yearPeriod(year)))
  return [
    { term: said.spanHead, value: said.span(first ?? '', last ?? '') },
    ...(isGrowth ? [{ term: said.pathHead, value: said.pathOf(said.path[path], said.share[share]) }] : []),
  ]
}
