import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { cityName, formatDateTime, formatPeriod, inLocale, words, type Words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { VerdictCode } from '@/lib/rules/types'
import type { Change } from '@/lib/store/changes'
import type { Locale } from '@/lib/values'

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>

/** What changed, each with its reason and the way to what explains it. */
export function ChangeTable({ changes, locale }: { changes: readonly Change[]; locale: Locale }) {
  const { changes: said } = words(locale).overview
  return (
    <Table label={said.table}>
      <thead>
        <tr>
          <ColumnHead>{said.column.at}</ColumnHead>
          <ColumnHead>{said.column.city}</ColumnHead>
          <ColumnHead>{said.column.what}</ColumnHead>
          <ColumnHead className="min-w-48">{said.column.why}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, i) => (
          <tr key={i}>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, change.at)}</Cell>
            <RowHead>
              {change.city === null ? (
                said.all
              ) : (
                <a href={`/cities/${change.city.code}`}>{cityName(locale, change.city)}</a>
              )}
            </RowHead>
            <Told change={change} locale={locale} />
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Told({ change, locale }: { change: Change; locale: Locale }) {
  const { overview, decisions } = words(locale)
  const { changes: said } = overview
  if (change.kind === 'verdict') return <VerdictChange change={change} locale={locale} />
  if (change.kind === 'decision')
    return (
      <>
        <Cell>{said.decision(nameOf(decisions.kind, change.decided))}</Cell>
        <Cell>
          {said.decisionWhy} <Reason text={change.reason} locale={locale} />{' '}
          <a href={`/decisions/${change.id}`}>{said.open}</a>
        </Cell>
      </>
    )
  return (
    <>
      <Cell>{said.step[change.kind](formatPeriod(locale, change.period), String(change.version))}</Cell>
      <Cell>
        {said.stepWhy[change.kind]} <Reason text={change.reason} locale={locale} />{' '}
        <a href={`/review/${change.city?.code ?? ''}/${change.period}`}>{overview.show}</a>
      </Cell>
    </>
  )
}

function VerdictChange({ change, locale }: { change: Of<'verdict'>; locale: Locale }) {
  const { changes: said } = words(locale).overview
  const { city, period, before, after, restatement, version } = change
  const code = city?.code ?? ''
  const why =
    restatement > 0
      ? said.why.restated(String(restatement))
      : said.why.accepted(formatPeriod(locale, period), String(version))
  return (
    <>
      <Cell>
        {inLocale(locale, indicator(change.indicator))}{' '}
        <span className="inline-flex flex-wrap items-center gap-1.5 whitespace-nowrap">
          {before === null ? (
            <span className="text-sm text-muted">{said.noBefore}</span>
          ) : (
            <VerdictBadge code={before as VerdictCode} locale={locale} />
          )}
          <span aria-hidden="true">→</span>
          <span className="sr-only">{said.after}</span>
          <VerdictBadge code={after as VerdictCode} locale={locale} />
        </span>
      </Cell>
      <Cell>
        {restatement > 0 ? <a href={`/cities/${code}/restatements/${restatement}`}>{why}</a> : why}{' '}
        <Reason text={change.reason} locale={locale} />{' '}
        <a href={`/cities/${code}?asOf=${period}#${change.indicator}`}>{said.open}</a>
      </Cell>
    </>
  )
}

/** What the person who did it said. */
function Reason({ text, locale }: { text: string; locale: Locale }) {
  if (text === '') return null
  return <span className="text-muted">{words(locale).overview.changes.said(text)}</span>
}

const nameOf = (names: Words['decisions']['kind'], kind: string): string =>
  (names as Readonly<Record<string, string>>)[kind] ?? kind
