import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { writeCsv } from '@/lib/documents/csv'
import { customFile } from '@/lib/documents/custom-table'
import { exploreCsv, exploreWorkbook } from '@/lib/documents/explore-workbook'
import { matrixFileName, matrixOfDashboard } from '@/lib/documents/matrix-of-dashboard'
import { matrixCsv, matrixWorkbook } from '@/lib/documents/matrix-workbook'
import { MOST_CITIES, nationalSummary, nationalSummaryName } from '@/lib/documents/papers/national-summary'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { customExportOf } from '@/lib/review/custom-export'
import { readCustom } from '@/lib/review/read-custom'
import { readDashboard } from '@/lib/review/read-dashboard'
import { exploreViewOf, readExplore } from '@/lib/review/read-explore'
import { tooManyRows } from '@/lib/rules/export-limits'
import type { ExportRequest } from '@/lib/store/export-requests'
import { ExportFailed } from './export-failed'
import type { CityFile } from './make-city-file'
import { queryParts } from './query-parts'

/** A file about many cities, and which came in. */
export interface NationalFile extends CityFile {
  readonly cities: readonly string[]
}

/**
 * Makes a file about all cities within the person's reach, of what holds while it is made.
 * @param signal stops it; then it throws the signal's reason
 * @throws ExportFailed nothing, tooManyCities, tooManyRows
 * @throws Refusal documentNotMade
 */
export async function makeNationalFile(
  actor: Actor,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<NationalFile> {
  const { kind, parameters, locale } = request
  const permit = authorize(actor, 'dashboard.read')
  const { format } = parameters
  const asked = queryParts(parameters.query)
  const unaccepted = asked.unaccepted === 'shown' ? 'shown' : 'hidden'
  if (kind === 'custom') {
    const custom = customExportOf(asked)
    const figures = await readCustom(permit, custom)
    signal.throwIfAborted()
    if (figures.rows.length === 0) throw new ExportFailed('nothing')
    if (tooManyRows(figures.rows.length, figures.quarters.length)) throw new ExportFailed('tooManyRows')
    return {
      name: `${words(locale).custom.title}.${custom.format}`,
      bytes: await customFile(figures, custom, locale),
      cities: [...new Set(figures.rows.map(({ city }) => city.code))],
    }
  }
  if (kind === 'explore') {
    const view = exploreViewOf(asked)
    const explored = await readExplore(permit, view, unaccepted)
    signal.throwIfAborted()
    const bytes =
      format === 'csv'
        ? writeCsv(exploreCsv(explored, view, unaccepted, locale))
        : await writeWorkbook(exploreWorkbook(explored, view, unaccepted, locale))
    return {
      name: `${words(locale).explore.file}.${format}`,
      bytes,
      cities: [...new Set(explored.rows.map(({ city }) => city.code))],
    }
  }
  const dashboard = await readDashboard(permit, parameters.asOf ?? undefined)
  signal.throwIfAborted()
  if (dashboard === null) throw new ExportFailed('nothing')
  const arranged = arrangeDashboard(dashboard, arrangementOf(asked))
  const cities = arranged.cities.map(({ city }) => city.code)
  const demonstration = env().CHENGJI_DEMO === '1'
  if (kind === 'nationalSummary') {
    if (cities.length > MOST_CITIES) throw new ExportFailed('tooManyCities')
    const { locales, origin } = parameters
    const paper = nationalSummary(dashboard, arranged, { locales, origin, demonstration }, unaccepted)
    const bytes = await (format === 'docx' ? printWord(paper, signal) : printPdf(paper, signal))
    return { name: `${nationalSummaryName(dashboard, locale)}.${format}`, bytes, cities }
  }
  const document = matrixOfDashboard(dashboard, arranged, { locale, demonstration, unaccepted })
  const bytes =
    format === 'csv' ? writeCsv(matrixCsv(document)) : await writeWorkbook(matrixWorkbook(document))
  return { name: `${matrixFileName(dashboard, locale)}.${format}`, bytes, cities }
}
