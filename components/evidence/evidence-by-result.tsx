import { Panel } from '@/components/ui/panel'
import { inLocale, words } from '@/lib/i18n'
import { indicator, indicators } from '@/lib/notice'
import type { Evidence } from '@/lib/store/evidence-links'
import type { Locale } from '@/lib/values'
import { FileLine } from './file-line'

/** Every file behind a report, result by result; where it stands behind a row or an explanation, that is said. */
export function EvidenceByResult({
  locale,
  title,
  city,
  evidence,
  rows,
  asked,
}: {
  locale: Locale
  title: string
  city: string
  evidence: readonly Evidence[]
  /** Names of the rows, by id. */
  rows: readonly { readonly id: string; readonly name: string }[]
  /** How many results the report asks. */
  asked: number
}) {
  const said = words(locale).evidence
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const results = indicators
    .map(({ code }) => ({ code, files: evidence.filter((each) => each.indicator === code) }))
    .filter(({ files }) => files.length > 0)
  const behind = ({ kind, target }: Evidence): string | null =>
    kind === 'figure'
      ? null
      : words(locale).common.pair(said.kind[kind], kind === 'row' ? (names.get(target) ?? '') : '')
  return (
    <Panel id="evidence" title={title} lead={said.coverage(results.length, asked)} className="print:hidden">
      {results.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        results.map(({ code, files }) => (
          <section key={code} id={`evidence-${code}`} className="mb-2">
            <h3 className="text-sm font-semibold">{inLocale(locale, indicator(code))}</h3>
            <ul className="border border-line px-2">
              {files.map((file) => (
                <FileLine key={`${file.kind}/${file.target}/${file.file}`} city={city} file={file}>
                  {behind(file) !== null && <span className="text-muted">{behind(file)}</span>}
                </FileLine>
              ))}
            </ul>
          </section>
        ))
      )}
    </Panel>
  )
}
