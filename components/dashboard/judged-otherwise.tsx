import { Disclosure } from '@/components/ui/disclosure'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatDate, formatNumber, formatPeriod, formatWithUnit, verdictSentence, words } from '@/lib/i18n'
import type { NumericIndicator } from '@/lib/notice'
import type { IssueNote, Otherwise } from '@/lib/review/shown-verdicts'
import type { Difference } from '@/lib/rules/compare-judgements'
import type { NotComputableReason } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** When a verdict was issued and by which rules; nothing where it was judged just now. */
export function IssueLine({ note, locale }: { note: IssueNote | undefined; locale: Locale }) {
  const { issued: said, common } = words(locale)
  if (note === undefined) return null
  const report = common.version(note.reportVersion)
  return (
    <p className="mt-1 text-sm text-muted">
      {note.restatement === 0
        ? said.note(formatDate(locale, note.issuedAt), report, note.ruleVersion)
        : said.restated(formatDate(locale, note.issuedAt), String(note.restatement), note.ruleVersion)}
    </p>
  )
}

/** The verdict that today would give in place of an issued one, and what it rests on otherwise. */
export function JudgedOtherwise({
  otherwise,
  indicator,
  locale,
}: {
  otherwise: Otherwise | undefined
  indicator: NumericIndicator
  locale: Locale
}) {
  const said = words(locale).issued
  if (otherwise === undefined) return null
  const { now, differences } = otherwise
  return (
    <div className="mt-2 border-l-4 border-behind-pace pl-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        {said.otherwise}
        <VerdictBadge code={now.verdict.code} locale={locale} />
      </p>
      <p>{verdictSentence(locale, now.verdict)}</p>
      {differences.length > 0 && (
        <>
          <p className="mt-1 text-muted">{said.differs}</p>
          <ul className="list-disc pl-5">
            {differences.map((each) => {
              const sentence = differenceSaid(locale, each, indicator)
              return <li key={sentence}>{sentence}</li>
            })}
          </ul>
        </>
      )}
      <Disclosure summary={said.openNow} className="mt-1">
        <ExplanationCard explanation={now.explanation} locale={locale} withClause={false} />
      </Disclosure>
    </div>
  )
}

function differenceSaid(locale: Locale, difference: Difference, indicator: NumericIndicator): string {
  const { issued: said, verdict, explanation } = words(locale)
  const { before, after } = difference
  switch (difference.code) {
    case 'ruleVersion':
      return said.difference.ruleVersion(difference.before, difference.after)
    case 'standard': {
      const standard = (value: string) =>
        indicator.kind === 'growth'
          ? verdict.percentAYear(formatNumber(value))
          : formatWithUnit(locale, value, indicator.unit)
      return said.difference.standard(standard(difference.before), standard(difference.after))
    }
    case 'figure': {
      const figure = (value: string | null) =>
        value === null ? said.noFigure : formatWithUnit(locale, value, indicator.unit)
      return said.difference.figure(formatPeriod(locale, difference.period), figure(before), figure(after))
    }
    case 'comparability': {
      const reason = (code: NotComputableReason | null) =>
        code === null ? said.comparable : verdict.reason[code]
      return said.difference.comparability(reason(difference.before), reason(difference.after))
    }
    case 'configuration': {
      const names: Readonly<Record<string, string>> = { ...explanation.path, ...explanation.share }
      const named = (value: string) => names[value] ?? value
      return said.difference.configuration(
        said.part[difference.part],
        named(difference.before),
        named(difference.after),
      )
    }
  }
}
