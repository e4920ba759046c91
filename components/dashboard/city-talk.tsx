import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { OpenTalk } from '@/lib/store/city-beside'
import type { Locale } from '@/lib/values'

/** So many conversations are shown; the reports have them all. */
const SHOWN = 5

/** The conversations with a city that are open, the latest first, and where they go on. */
export function CityTalk({
  talks,
  city,
  goesOn,
  locale,
}: {
  talks: readonly OpenTalk[]
  city: string
  /** Where this person reads and writes: on the form, or at the desk of review. */
  goesOn: 'reports' | 'review'
  locale: Locale
}) {
  const { beside: said, conversation } = words(locale)
  return (
    <Panel title={said.talk} id="talk">
      {talks.length === 0 ? (
        <p className="text-muted">{said.noTalk}</p>
      ) : (
        <ul>
          {talks.slice(0, SHOWN).map((talk) => {
            const result = inLocale(locale, indicator(talk.indicator))
            const about = talk.name === null ? result : conversation.aboutRow(result, talk.name)
            const to =
              goesOn === 'review'
                ? `/review/${city}/${talk.period}`
                : `/cities/${city}/reports/${talk.period}`
            return (
              <li
                key={`${talk.period}/${talk.indicator}/${talk.name ?? ''}`}
                className="border-b border-line py-1 last:border-b-0"
              >
                <a href={`${to}#${talk.indicator}`}>
                  {formatPeriod(locale, talk.period)} {about}
                </a>
                <span className="block">{talk.words}</span>
                <span className="block text-sm text-muted">
                  {said.lastTurn[talk.kind]} · {talk.actorName} · {formatDateTime(locale, talk.at)}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {talks.length > SHOWN && (
        <p className="text-sm text-muted">{said.moreTalk(String(talks.length - SHOWN))}</p>
      )}
    </Panel>
  )
}
