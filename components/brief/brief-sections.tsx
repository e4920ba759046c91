import type { ReactNode } from 'react'
import { ChangeTable } from '@/components/dashboard/change-table'
import { DualBars, DualPattern } from '@/components/funding/dual-bars'
import { standingWords } from '@/components/funding/standing-words'
import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { cityName, inLocale, verdictSentence, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Brief } from '@/lib/rules/weekly-brief'
import type { Locale } from '@/lib/values'

/** What a brief says, section by section; those that do not concern the reader are left out. */
export function BriefSections({
  brief,
  city,
  locale,
}: {
  brief: Brief
  city: string | null
  locale: Locale
}) {
  const { brief: said } = words(locale)
  const { reader, asOf } = brief
  const query = asOf === null ? '' : `?asOf=${asOf}`
  return (
    <>
      <Numbers brief={brief} locale={locale} />
      <Panel title={said.changes}>
        {brief.changes.items.length === 0 ? (
          <p className="text-muted">{said.noChanges}</p>
        ) : (
          <ChangeTable
            changes={brief.changes.items.map((change) => ({
              ...change,
              kind: 'verdict' as const,
              at: new Date(change.at),
            }))}
            locale={locale}
          />
        )}
        <More count={brief.changes.more} locale={locale} />
      </Panel>
      {reader === 'city' && (
        <List title={said.behind} none={said.noBehind} of={brief.behind} locale={locale}>
          {brief.behind.items.map((verdict) => (
            <li key={verdict.indicator} className="border-b border-line py-2 last:border-b-0">
              <p className="flex flex-wrap items-center gap-x-3">
                <strong className="font-semibold">{inLocale(locale, indicator(verdict.indicator))}</strong>
                <VerdictBadge code={verdict.code} locale={locale} />
              </p>
              <p>
                {verdictSentence(locale, verdict)}{' '}
                <a href={`/cities/${city ?? ''}${query}#${verdict.indicator}`}>{said.open}</a>
              </p>
            </li>
          ))}
        </List>
      )}
      {reader === 'reviewer' && (
        <List title={said.worst} none={said.noWorst} of={brief.worst} locale={locale}>
          {brief.worst.items.map(({ city: named, behind }) => (
            <li key={named.code} className="flex gap-x-4 border-b border-line py-1 last:border-b-0">
              <a href={`/cities/${named.code}${query}`}>{cityName(locale, named)}</a>
              <span className="ml-auto">{said.behindOf(String(behind))}</span>
            </li>
          ))}
        </List>
      )}
      {(reader === 'reviewer' || reader === 'city') && (
        <List title={said.overdue} none={said.noOverdue} of={brief.overdue} locale={locale}>
          {brief.overdue.items.map((named) => (
            <li key={named.code} className="border-b border-line py-1 last:border-b-0">
              <a href={`/cities/${named.code}${reader === 'city' ? '/desk' : query}`}>
                {cityName(locale, named)}
              </a>
            </li>
          ))}
        </List>
      )}
      <List title={said.money} none={said.noMoney} of={brief.money} locale={locale}>
        {brief.money.items.map(({ city: named, standing }) => {
          const shown = standingWords(locale, standing)
          return (
            <li key={named.code} className="border-b border-line py-1 last:border-b-0">
              <a href={`/cities/${named.code}/funds#monitor`}>{cityName(locale, named)}</a>{' '}
              <span>{shown.sentence}</span>
              <DualBars {...shown.bars} label={shown.sentence} />
            </li>
          )
        })}
      </List>
      <DualPattern />
    </>
  )
}

function Numbers({ brief, locale }: { brief: Brief; locale: Locale }) {
  const { brief: said } = words(locale)
  const { steps, totals, reader, questions } = brief
  return (
    <Panel title={said.week}>
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        <KeyFigure label={said.steps.submitted} value={String(steps.submitted)} />
        <KeyFigure label={said.steps.returned} value={String(steps.returned)} />
        <KeyFigure label={said.steps.accepted} value={String(steps.accepted)} />
        {(reader === 'city' || reader === 'reviewer') && (
          <KeyFigure
            label={reader === 'city' ? said.questions.city : said.questions.other}
            value={String(questions)}
          />
        )}
      </div>
      <h3 className="mt-3 text-base">{said.verdicts}</h3>
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        {(['met', 'onPace', 'behind', 'open'] as const).map((each) => (
          <KeyFigure key={each} label={said.totals[each]} value={String(totals[each])} unit={said.times} />
        ))}
      </div>
    </Panel>
  )
}

function List({
  title,
  none,
  of,
  locale,
  children,
}: {
  title: string
  none: string
  of: { readonly items: readonly unknown[]; readonly more: number }
  locale: Locale
  children: ReactNode
}) {
  return (
    <Panel title={title}>
      {of.items.length === 0 ? <p className="text-muted">{none}</p> : <ul>{children}</ul>}
      <More count={of.more} locale={locale} />
    </Panel>
  )
}

function More({ count, locale }: { count: number; locale: Locale }) {
  if (count === 0) return null
  return <p className="mt-1 text-sm text-muted">{words(locale).brief.more(String(count))}</p>
}
