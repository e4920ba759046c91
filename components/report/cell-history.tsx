import { Disclosure } from '@/components/ui/disclosure'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { Indicator } from '@/lib/notice'
import type { HistorySave } from '@/lib/reporting/read-cell-history'
import type { Locale } from '@/lib/values'
import { ContentText } from './content-text'

/** Every save of one result when the page was made: who, when, from what to what. */
export function CellHistory({
  indicator: { code, kind, unit },
  saves,
  uploads,
  locale,
}: {
  indicator: Indicator
  saves: readonly HistorySave[]
  /** Where the files are that were uploaded for this report. */
  uploads: string
  locale: Locale
}) {
  const { entry, names, importing } = words(locale)
  const said = entry.history
  const own = saves.filter(({ indicator }) => indicator === code)
  if (own.length === 0) return null
  const latestFirst = own.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <Disclosure summary={said.title(formatNumber(String(own.length)))} className="mt-1 text-sm">
      <ol>
        {latestFirst.map(({ part, version, from, to, by, at, origin }) => (
          <li
            key={`${part}/${version}`}
            className="grid gap-x-4 border-t border-line py-1 sm:grid-cols-[16rem_1fr_1fr]"
          >
            <span className="text-muted">
              {entry.savedBy(by, formatDateTime(locale, at))}
              {part !== '' && <span className="block">{names.part[part]}</span>}
              {origin !== null && (
                <a href={`${uploads}/${origin.proposal}/original`} className="block break-all">
                  {importing.origin(origin.fileName, origin.sheet, origin.cell)}
                </a>
              )}
            </span>
            <span>
              <span className="text-muted">{said.from} </span>
              {from === null ? said.nothing : <ContentText kind={kind} unit={unit} content={from} />}
            </span>
            <span>
              <span className="text-muted">{said.to} </span>
              <ContentText kind={kind} unit={unit} content={to} />
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
