import { formatDateTime, words } from '@/lib/i18n'
import type { Provenance } from '@/lib/review/trace-figures'
import type { Locale } from '@/lib/values'

/** Where more is found of what brought a number. */
export interface SourcePlaces {
  /** Where the files are that were uploaded for this report; null for those who may not open them. */
  readonly uploads: string | null
  /** Where the corrections of the city are. */
  readonly corrections: string
}

/** Who entered something, and when. */
export const enteredBy = ({ save }: Provenance, locale: Locale): string => {
  const { trace: said } = words(locale)
  return save === null ? said.noSave : said.by(save.by, formatDateTime(locale, save.at))
}

/** From where it came: a cell of a file, a correction, or somebody's keys. */
export function TracedSource({
  source: { save, origin, restatement },
  place: { uploads, corrections },
  locale,
}: {
  source: Provenance
  place: SourcePlaces
  locale: Locale
}) {
  const { trace: said } = words(locale)
  if (restatement !== null)
    return <a href={`${corrections}/${String(restatement)}`}>{said.corrected(String(restatement))}</a>
  if (origin === null) return save !== null && said.typed
  const text = said.file(origin.fileName, origin.sheet, origin.cell)
  return (
    <>
      {uploads === null ? text : <a href={`${uploads}/${origin.proposal}/original`}>{text}</a>}{' '}
      <code title={origin.sha256} className="text-xs text-muted">
        {origin.sha256.slice(0, 12)}
      </code>
    </>
  )
}
