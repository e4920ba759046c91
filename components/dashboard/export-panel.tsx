import { DownloadLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { PublishedForms } from '@/components/verdict/published-forms'
import { formatPeriod, words } from '@/lib/i18n'
import type { Locale, Quarter } from '@/lib/values'
import { AssessmentLinks } from './assessment-links'
import { PaperForm } from '@/components/ui/paper-form'

/** Ways to a city's report as files; nothing to download before it is submitted. */
export function ExportPanel({
  href,
  known,
  period,
  state,
  locale,
}: {
  /** Of the route that writes the files, without the query. */
  href: string
  /** As known when; null for now. */
  known: Date | null
  period: Quarter
  state: 'none' | 'submitted' | 'accepted'
  locale: Locale
}) {
  const { assessing, city, export: said } = words(locale)
  const named = formatPeriod(locale, period)
  const back = known === null ? '' : `&known=${known.toISOString()}`
  if (state === 'none') {
    return (
      <Panel title={city.export.heading} className="print:hidden">
        <p className="text-muted">{city.export.none(named)}</p>
      </Panel>
    )
  }
  return (
    <Panel title={city.export.heading} className="print:hidden">
      <p className="mb-2 text-sm text-muted">
        {city.export.note(named)}
        {state === 'submitted' && ` ${city.export.pendingNote}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <DownloadLink href={`${href}?period=${period}&format=xlsx${back}`}>
          {said.downloadWorkbook}
        </DownloadLink>
        <DownloadLink href={`${href}?period=${period}&format=csv${back}`}>{said.downloadCsv}</DownloadLink>
        <DownloadLink href={`${href}/explanations?asOf=${period}${back}`}>
          {said.downloadExplanations}
        </DownloadLink>
        <DownloadLink href={`${href}/pack?period=${period}${back}`}>{said.downloadPack}</DownloadLink>
      </div>
      <PaperForm
        action={`${href}/paper`}
        fields={{ period, ...(known === null ? {} : { known: known.toISOString() }) }}
        locale={locale}
        className="mt-3 border-t border-line pt-3"
      />
      <p className="mt-2 text-sm text-muted">
        {said.explanationsNote} {said.packNote} <a href="/exports?kind=evidencePacks">{said.packLater}</a>
      </p>
      <div className="my-3 border-t border-line pt-3">
        <h3 className="mb-1 font-semibold">{assessing.heading}</h3>
        <p className="mb-2 text-sm text-muted">{assessing.lead}</p>
        <AssessmentLinks href={`${href}/assessment?asOf=${period}${back}`} locale={locale} />
      </div>
      <PublishedForms locale={locale} />
    </Panel>
  )
}
