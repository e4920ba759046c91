import type { ReactNode } from 'react'
import { PathFigure } from '@/components/charts/path-figure'
import { Disclosure } from '@/components/ui/disclosure'
import { Differing } from '@/components/verdict/differing'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { ResultFigures } from '@/components/verdict/result-figures'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { IssueLine, JudgedOtherwise } from './judged-otherwise'
import { formatDate, formatNumber, formatWithUnit, inLocale, verdictSentence, words } from '@/lib/i18n'
import { clauseAnchor, type IndicatorCode, type NumericIndicator } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import type { ShownVerdicts } from '@/lib/review/shown-verdicts'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** A city's own target as the card shows it. */
export interface ShownTarget {
  readonly judgement: Judgement
  readonly value: string
  readonly setByName: string
  readonly setAt: Date
  readonly reason: string
}

type Of<T extends Readonly<Partial<Record<IndicatorCode, unknown>>>> = NonNullable<T[IndicatorCode]>

/** One numeric result: its verdict in a word, a sentence, numbers and a picture, and the whole explanation behind it. */
export function ResultCard({
  indicator,
  cityName,
  countHref,
  judgement,
  target,
  lapsed,
  lines,
  notes,
  otherwise,
  locale,
}: {
  indicator: NumericIndicator
  cityName: string
  /** Where the rows behind a count are; null for what is not counted. */
  countHref: string | null
  judgement: Judgement
  target: ShownTarget | null
  /** An own target that no derogation allows any more: it is not judged. */
  lapsed: string | null
  lines: PathLines
  /** Where its verdicts were issued, and where they would be judged otherwise today. */
  notes: Of<ShownVerdicts['notes']>
  otherwise: Of<ShownVerdicts['otherwise']>
  locale: Locale
}) {
  const { explanation: said, city, notice, common } = words(locale)
  const { verdict, explanation } = judgement
  const name = inLocale(locale, indicator)
  const sentence = verdictSentence(locale, verdict)
  return (
    <CardFrame
      id={indicator.code}
      title={name}
      aside={
        <a href={`/notice#${clauseAnchor(indicator.clause)}`} className="text-sm">
          {city.result.clause(notice.clauseNumber(indicator.clause))}
        </a>
      }
    >
      <div className="gap-x-8 lg:grid lg:grid-cols-[minmax(18rem,26rem)_minmax(0,1fr)]">
        <div>
          <p className="mb-2">
            <VerdictBadge code={verdict.code} locale={locale} size="large" />
          </p>
          <p className="mb-2">{sentence}</p>
          <ResultFigures verdict={verdict} configuration={explanation.configuration} locale={locale} />
          {countHref !== null && (
            <p className="mb-2 print:hidden">
              <a href={countHref}>{words(locale).counts.open}</a>
            </p>
          )}
          <IssueLine note={notes.floor} locale={locale} />
          <JudgedOtherwise otherwise={otherwise.floor} indicator={indicator} locale={locale} />
          <Differing explanation={explanation} locale={locale} />
          {target && (
            <Target indicator={indicator} target={target} locale={locale}>
              <IssueLine note={notes.target} locale={locale} />
              <JudgedOtherwise otherwise={otherwise.target} indicator={indicator} locale={locale} />
            </Target>
          )}
          {lapsed !== null && (
            <p className="mt-3 border-t border-line pt-2 text-sm">
              {city.result.lapsed(targetValue(indicator, lapsed, locale))}
            </p>
          )}
        </div>
        <PathFigure
          indicator={indicator}
          name={name}
          label={said.chart.label(name, cityName) + common.bracketed(sentence)}
          lines={lines}
          judgedAt={verdict.judgedAt}
          locale={locale}
        />
      </div>
      <Disclosure summary={said.open} isGrounds className="mt-2">
        <ExplanationCard explanation={explanation} locale={locale} />
      </Disclosure>
      {target && (
        <Disclosure id={`target-${indicator.code}`} summary={said.openTarget} isGrounds className="mt-1">
          <ExplanationCard
            explanation={target.judgement.explanation}
            apart={words(locale).targets.own}
            locale={locale}
            withClause={false}
          />
        </Disclosure>
      )}
    </CardFrame>
  )
}

/** The frame of one result, which a link to its code leads to. */
export function CardFrame({
  id,
  title,
  aside,
  children,
}: {
  id: string
  title: string
  aside: ReactNode
  children: ReactNode
}) {
  return (
    <article
      id={id}
      aria-labelledby={`${id}-name`}
      className="mb-4 scroll-mt-4 border border-line bg-paper p-4 target:border-accent target:outline target:outline-accent"
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={`${id}-name`} className="text-lg">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </article>
  )
}

/** The verdict against the city's own target, apart from that against the floor (R10). */
function Target({
  indicator,
  target,
  locale,
  children,
}: {
  indicator: NumericIndicator
  target: ShownTarget
  locale: Locale
  children: ReactNode
}) {
  const { city } = words(locale)
  const value = targetValue(indicator, target.value, locale)
  return (
    <div className="mt-3 border-t border-line pt-2">
      <p className="mb-1 flex flex-wrap items-center gap-2">
        <span className="font-semibold">{city.result.targetOf(value)}</span>
        <VerdictBadge code={target.judgement.verdict.code} locale={locale} />
      </p>
      <p className="text-sm">{verdictSentence(locale, target.judgement.verdict)}</p>
      <Differing explanation={target.judgement.explanation} locale={locale} />
      <p className="text-sm text-muted">
        {city.result.targetSet(formatDate(locale, target.setAt), target.setByName, target.reason)}
      </p>
      {children}
    </div>
  )
}

const targetValue = ({ kind, unit }: NumericIndicator, value: string, locale: Locale): string =>
  kind === 'growth'
    ? words(locale).verdict.percentAYear(formatNumber(value))
    : formatWithUnit(locale, value, unit)
