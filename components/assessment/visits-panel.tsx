import { FileLine } from '@/components/evidence/file-line'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatDay, words } from '@/lib/i18n'
import type { VisitWording } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { VisitForm } from './visit-form'

/** What was noted on the spot: of each visit the wording that holds, the earlier ones folded away. */
export function VisitsPanel({
  city,
  visits,
  writing,
  isBlind,
  locale,
}: {
  city: string
  visits: readonly VisitWording[]
  /** For an assessor: whose own notes can be corrected, and others added. */
  writing: {
    readonly note: FormAction
    readonly hidden: Readonly<Record<'city' | 'round', string>>
    readonly person: string
    readonly today: string
  } | null
  /** Others' notes are still hidden. */
  isBlind: boolean
  locale: Locale
}) {
  const said = words(locale).evaluation.visit
  const ids = [...new Set(visits.map(({ visit }) => visit))]
  const own = visits.filter(({ by }) => by === writing?.person).length
  return (
    <Panel title={said.title} lead={writing === null ? undefined : said.lead}>
      {isBlind && <p className="mb-2 text-sm text-muted">{said.hidden}</p>}
      <p className="mb-2">{ids.length === 0 ? said.none : said.count(String(ids.length))}</p>
      {ids.map((id) => {
        const wordings = visits.filter(({ visit }) => visit === id)
        const last = wordings.at(-1)
        if (last === undefined) return null
        const earlier = wordings.slice(0, -1).reverse()
        return (
          <article key={id} className="mb-4 border-t border-line pt-2">
            <Wording city={city} wording={last} locale={locale} />
            {earlier.length > 0 && (
              <Disclosure summary={said.earlier(String(earlier.length))} className="mt-1">
                {earlier.map((wording) => (
                  <div key={wording.seq} className="mb-3 border-l-2 border-edge pl-3">
                    <Wording city={city} wording={wording} locale={locale} />
                  </div>
                ))}
              </Disclosure>
            )}
            {writing !== null && writing.person === last.by && (
              <Disclosure
                summary={
                  <>
                    {said.correct}
                    <span className="sr-only">{said.correctOf(last.place)}</span>
                  </>
                }
                className="mt-1 print:hidden"
              >
                <VisitForm key={last.seq} {...writing} last={last} />
              </Disclosure>
            )}
          </article>
        )
      })}
      {writing !== null && (
        <section className="border-t border-line pt-3 print:hidden">
          <h3 className="mb-2">{said.add}</h3>
          <VisitForm key={own} {...writing} last={null} />
        </section>
      )}
    </Panel>
  )
}

function Wording({ city, wording, locale }: { city: string; wording: VisitWording; locale: Locale }) {
  const { evaluation } = words(locale)
  const said = evaluation.visit
  const { place, visitedOn, met, note, reason, seq, photos } = wording
  return (
    <>
      <h3>
        {formatDay(locale, visitedOn)} · {place}
      </h3>
      <p>
        <span className="text-muted">{said.met}</span> {met}
      </p>
      <p className="whitespace-pre-wrap">{note}</p>
      {reason !== '' && <p className="text-sm">{said.corrected(reason)}</p>}
      {photos.length === 0 ? (
        <p className="text-sm text-muted">{said.noPhotos}</p>
      ) : (
        <ul aria-label={said.photos} className="my-1 max-w-4xl border-t border-line">
          {photos.map((photo) => (
            <FileLine key={photo.file} city={city} file={photo} />
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">
        {said.wording(String(seq))} · {evaluation.by(wording.byName, formatDateTime(locale, wording.at))}
      </p>
    </>
  )
}
