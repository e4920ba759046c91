import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatPeriod, inLocale, refusalSentence, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { TogetherEntry } from '@/lib/review/read-together'
import type { Locale } from '@/lib/values'

/** What dealing with each selected report does, or why it is not done unseen. */
export function TogetherTable({ locale, entries }: { locale: Locale; entries: readonly TogetherEntry[] }) {
  const { together: said, review, common } = words(locale)
  return (
    <Table label={said.label} boxClassName="!max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.column.report}</ColumnHead>
          <ColumnHead>{said.column.version}</ColumnHead>
          <ColumnHead>{said.column.effect}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.city}/${entry.period}`}>
            <RowHead>
              <a href={`/review/${entry.city}/${entry.period}`} className="inline-block py-0.5">
                {review.report.title(cityName(locale, entry.place), formatPeriod(locale, entry.period))}
              </a>
            </RowHead>
            <Cell className="whitespace-nowrap">{common.version(entry.version)}</Cell>
            <Cell>
              {entry.refusal === null ? (
                <Effect locale={locale} entry={entry} />
              ) : (
                <>
                  <Badge tone="danger">{said.refused}</Badge> {refusalSentence(locale, entry.refusal)}
                </>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Effect({ locale, entry: { acceptance } }: { locale: Locale; entry: TogetherEntry }) {
  const { together: said, verdict } = words(locale)
  if (acceptance === null) return said.forwards
  const { figures, verdicts } = acceptance
  const changed = verdicts.filter(({ before, verdict: now }) => before !== now)
  return (
    <>
      <p>{said.figures(String(figures.length))}</p>
      {verdicts.length > 0 && (
        <p>
          {said.verdicts(String(verdicts.length))}
          {changed.length === 0 && <span className="ml-2 text-muted">{said.unchanged}</span>}
        </p>
      )}
      {changed.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {changed.map(({ indicator: code, before, verdict: now }) => (
            <li key={code}>
              {said.change(
                inLocale(locale, indicator(code)),
                before === null ? said.first : verdict.word[before],
                verdict.word[now],
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
