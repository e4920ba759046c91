import { Button, DownloadLink } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { PublishedForms } from '@/components/verdict/published-forms'
import { formatPeriod, words } from '@/lib/i18n'
import type { Locale, Quarter } from '@/lib/values'

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
  const { city, export: said, papers } = words(locale)
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
      <form
        action={`${href}/paper`}
        className="mt-3 flex flex-wrap items-end gap-2 border-t border-line pt-3"
        aria-label={papers.heading}
      >
        <input type="hidden" name="period" value={period} />
        {known !== null && <input type="hidden" name="known" value={known.toISOString()} />}
        <label className="text-sm">
          <span className="mb-0.5 block text-muted">{papers.language}</span>
          <Select name="language" defaultValue={locale}>
            {(['zh-CN', 'en', 'both'] as const).map((each) => (
              <option key={each} value={each}>
                {papers.languages[each]}
              </option>
            ))}
          </Select>
        </label>
        <Button type="submit" name="format" value="pdf">
          {papers.download.pdf}
        </Button>
        <Button type="submit" name="format" value="docx">
          {papers.download.docx}
        </Button>
      </form>
      <p className="mt-2 text-sm text-muted">
        {said.explanationsNote} {said.packNote}
      </p>
      <PublishedForms locale={locale} />
    </Panel>
  )
}
