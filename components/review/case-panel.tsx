import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ShownCase } from '@/lib/review/read-cases'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { CaseDecisionForm, CaseNoteForm } from './case-forms'

/** One case: who claims the enterprise, what was done about it, and what can be. */
export function CasePanel({
  found,
  isNext,
  mayDecide,
  mayNote,
  decide,
  note,
  locale,
}: {
  found: ShownCase
  /** The one to decide first stands open. */
  isNext: boolean
  mayDecide: boolean
  /** Whether this person speaks for a province. */
  mayNote: boolean
  decide: FormAction
  note: FormAction
  locale: Locale
}) {
  const { cases: said } = words(locale)
  const number = String(found.number)
  return (
    <Panel
      id={`case-${number}`}
      title={said.one(number)}
      aside={
        <Badge tone={found.isDecided ? 'good' : 'attention'}>
          {said.state[found.isDecided ? 'decided' : 'open']}
        </Badge>
      }
    >
      <DescriptionList
        items={[
          { term: said.result, value: inLocale(locale, indicator(found.indicator)) },
          found.byName === null
            ? { term: said.code, value: <span className="font-mono">{found.identity}</span> }
            : { term: said.byName, value: found.byName },
          { term: said.opened, value: formatDateTime(locale, found.openedAt) },
        ]}
      />
      <Claims found={found} locale={locale} />
      {found.claims.length === 1 && <p className="mt-2 text-muted">{said.beyond}</p>}
      <Steps found={found} locale={locale} />
      <ProvinceNotes found={found} locale={locale} />
      {mayNote && (
        <Disclosure summary={said.province.add} className="mt-2 print:hidden">
          <CaseNoteForm number={number} action={note} hint={said.province.hint} />
        </Disclosure>
      )}
      {mayDecide && (
        <div className="flex flex-wrap items-start gap-x-8 print:hidden">
          <Disclosure summary={said.decide.title} open={isNext} className="mt-2 min-w-72 flex-1">
            <CaseDecisionForm
              number={number}
              steps={found.steps.length}
              cities={found.claims.map(({ place }) => ({ code: place.code, name: cityName(locale, place) }))}
              action={decide}
            />
          </Disclosure>
          <Disclosure summary={said.note.title} className="mt-2 min-w-72 flex-1">
            <CaseNoteForm number={number} action={note} />
          </Disclosure>
        </div>
      )}
    </Panel>
  )
}

function Claims({ found, locale }: { found: ShownCase; locale: Locale }) {
  const { cases: said } = words(locale)
  return (
    <Table label={said.claims(String(found.number))} boxClassName="mt-2">
      <thead>
        <tr>
          <ColumnHead>{said.claim.city}</ColumnHead>
          <ColumnHead>{said.claim.name}</ColumnHead>
          <ColumnHead>{said.claim.counts}</ColumnHead>
          <ColumnHead>{said.claim.since}</ColumnHead>
          <ColumnHead>{said.claim.claimed}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {found.claims.map(({ place, name, period, claimedAt, counts }) => (
          <tr key={place.code}>
            <RowHead className="whitespace-nowrap">
              <a href={`/cities/${place.code}/counts/${found.indicator}`}>{cityName(locale, place)}</a>
            </RowHead>
            <Cell className="min-w-32">{name}</Cell>
            <Cell className="min-w-28">{said.counts[counts === null ? 'open' : counts ? 'yes' : 'no']}</Cell>
            <Cell className="whitespace-nowrap">{formatPeriod(locale, period)}</Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, claimedAt)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What provinces say: each reads its own, the nation all. */
function ProvinceNotes({ found, locale }: { found: ShownCase; locale: Locale }) {
  const { cases: said } = words(locale)
  if (found.notes.length === 0) return null
  const named = (province: string): string => {
    const city = found.cities.find(({ code }) => code.startsWith(province))
    return city === undefined ? province : locale === 'en' ? city.provinceEn : city.provinceZh
  }
  return (
    <>
      <h3 className="mt-3 font-semibold">{said.province.title}</h3>
      <ol className="border-t border-line">
        {found.notes.map(({ province, note, actorName, at }, i) => (
          <li key={i} className="border-b border-line py-1">
            <strong>{named(province)}</strong>{' '}
            <span className="text-muted">{said.step(actorName, formatDateTime(locale, at))}</span>
            <p className="whitespace-pre-wrap">{note}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Steps({ found, locale }: { found: ShownCase; locale: Locale }) {
  const { cases: said } = words(locale)
  if (found.steps.length === 0) return null
  const named = (code: string): string => {
    const city = found.cities.find((each) => each.code === code)
    return city === undefined ? code : cityName(locale, city)
  }
  return (
    <>
      <h3 className="mt-3 font-semibold">{said.history}</h3>
      <ol className="border-t border-line">
        {found.steps.map(({ seq, kind, countsIn, reason, actorName, at }) => (
          <li key={seq} className="border-b border-line py-1">
            <strong>
              {kind === 'note'
                ? said.noted
                : countsIn === null
                  ? said.decidedBoth
                  : said.decidedFor(named(countsIn))}
            </strong>{' '}
            <span className="text-muted">{said.step(actorName, formatDateTime(locale, at))}</span>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
