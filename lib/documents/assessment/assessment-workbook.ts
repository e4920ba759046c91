import { setImmediate } from 'node:timers/promises'
import { cityName, formatPeriod, inLocale, provinceName, words } from '@/lib/i18n'
import { indicators, type IndicatorCode } from '@/lib/notice'
import type { AssessmentSource, CityAssessment } from '@/lib/review/read-assessment'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { blank, figure, moment, text } from '../cell'
import { noteSheet } from '../note-sheet'
import { streamedFile, type StreamedFile } from '../streamed-file'
import type { StreamedFormat, StreamedPiece, StreamedRow } from '../streaming/streamed'
import { cardIn } from './assessment-facts'
import { assessmentTables, type AssessmentRequest } from './assessment-tables'
import { cityRows } from './city-rows'
import { citySheet } from './city-sheet'
import { withRegisterLines } from './register-lines'
import { PLACE } from './table-columns'
import { signedVerdict, verdictOrder } from './verdict-marks'

/** So many cities are written while somebody waits; more are for a job in the background. */
export const MOST_AT_ONCE = 150

/** The ending of its file: CSV files come in a zip, a table each. */
export const fileEnding = (format: StreamedFormat): 'xlsx' | 'zip' | 'json' =>
  format === 'csv' ? 'zip' : format

export interface AssessmentOptions {
  /** Told after each city: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void
  /** Stops it; then it throws the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * 评价工作簿: cities as of a quarter, as workbook, zip of CSV files or JSON; the same facts give the same bytes. Cities are
 * written one after the other, in a process of its own, and the next one is read meanwhile, so that memory grows with none of them. The file is given to `use` and is
 * gone afterwards. @throws Refusal documentNotMade
 */
export function assessmentWorkbook<T>(
  source: AssessmentSource,
  format: StreamedFormat,
  request: AssessmentRequest,
  use: (file: StreamedFile) => Promise<T>,
  options: AssessmentOptions = {},
): Promise<T> {
  const { assessing } = words(request.locale)
  const title = assessing.titleOf(assessing.title[source.reach], formatPeriod(request.locale, source.asOf))
  const head = { format, title, knownAt: source.now.toISOString() }
  return streamedFile(head, assessmentPieces(source, request, options), use, options.signal)
}

/** What its file is called, without its ending. */
export function assessmentFileName({ reach, cities, asOf }: AssessmentSource, locale: Locale): string {
  const { assessing } = words(locale)
  const [city] = cities
  const who = reach !== 'city' ? assessing.files[reach] : city === undefined ? '' : cityName(locale, city)
  return assessing.fileOf(who, formatPeriod(locale, asOf))
}

/** The tables and rows of it, in the order in which they can be written. */
async function* assessmentPieces(
  source: AssessmentSource,
  request: AssessmentRequest,
  { onProgress }: AssessmentOptions = {},
): AsyncGenerator<StreamedPiece> {
  for (const table of assessmentTables(source, request)) yield { kind: 'table', table }
  const counts = new Map<string, number>()
  let done = 0
  for await (const { own, lines } of withRegisterLines(source.facts, request)) {
    if (source.reach !== 'city')
      yield { kind: 'rows', key: 'matrix', rows: [matrixRow(own, source, request)] }
    for (const { verdict } of own.verdicts) {
      const key = `${verdict.indicator}/${verdict.code}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    yield* citySheet(own, done, source, request)
    for (const piece of cityRows(own, source.asOf, request)) {
      yield piece
      // Others have their turn between two lots.
      await setImmediate()
    }
    yield* await lines
    done += 1
    onProgress?.(done, source.cities.length)
  }
  if (source.reach !== 'city') {
    yield { kind: 'rows', key: 'matrix', rows: publishedRows(source, request) }
    yield { kind: 'rows', key: 'counts', rows: countRows(counts, request) }
  }
  yield* notes(source, request)
}

/** The column of the matrix with the first result. */
const FIRST_RESULT = 2

function matrixRow(own: CityAssessment, { asOf }: AssessmentSource, request: AssessmentRequest): StreamedRow {
  const { locale, origin } = request
  return {
    cells: [
      text(cityName(locale, own.city)),
      text(provinceName(locale, own.city)),
      ...verdictCells(own.verdicts, locale),
    ],
    links: [
      { from: 0, to: 0, url: `${origin}/cities/${own.city.code}?asOf=${asOf}` },
      ...indicators.map(({ code }, i) => ({
        from: FIRST_RESULT + i,
        to: FIRST_RESULT + i,
        url: cardIn(own.city.code, origin, asOf, code),
      })),
    ],
  }
}

/** Published figures of the whole nation, judged by the same rules. */
function publishedRows(
  { published }: AssessmentSource,
  { locale, origin }: AssessmentRequest,
): StreamedRow[] {
  if (published === null) return []
  return [
    {
      cells: [
        text(words(locale).dashboard.reference),
        blank,
        ...verdictCells(
          published.verdicts.filter(({ verdict }) => verdict.actual !== null),
          locale,
        ),
      ],
      links: [
        {
          from: 0,
          to: FIRST_RESULT + indicators.length - 1,
          url: `${origin}/dashboard?asOf=${published.asOf}#reference`,
        },
      ],
    },
  ]
}

function verdictCells(judged: CityAssessment['verdicts'], locale: Locale) {
  const codes = new Map<IndicatorCode, VerdictCode>(
    judged.map(({ verdict }) => [verdict.indicator, verdict.code]),
  )
  return indicators.map(({ code }) => {
    const found = codes.get(code)
    return found === undefined ? blank : text(signedVerdict(locale, found))
  })
}

/** How many cities have each verdict: a count leads to the column of the matrix that it counts. */
const countRows = (counts: ReadonlyMap<string, number>, { locale }: AssessmentRequest): StreamedRow[] =>
  indicators.map((each, i) => ({
    cells: [
      text(inLocale(locale, each)),
      ...verdictOrder.map((code) => figure(String(counts.get(`${each.code}/${code}`) ?? 0))),
    ],
    links: [{ from: 1, to: verdictOrder.length, url: { key: 'matrix', column: FIRST_RESULT + i } }],
  }))

function* notes(source: AssessmentSource, request: AssessmentRequest): Generator<StreamedPiece> {
  const { locale } = request
  const { assessing, export: exporting } = words(locale)
  const { head, note } = exporting
  const sheet = noteSheet(locale, [
    ...(request.demonstration ? ([[exporting.product, exporting.demonstration]] as const) : []),
    [note.source, note.sourceText],
    [note.document, note.documentText],
    [note.matrixScope, note.matrixScopeText],
    [head.asOf, formatPeriod(locale, source.asOf)],
    [head.knownAt, moment(source.now.toISOString())],
    [head.ruleVersion, source.ruleVersion],
    [assessing.signs, assessing.signsText],
    [assessing.links, assessing.linksText],
    ...(source.published === null ? [] : ([[head.reference, note.referenceText]] as const)),
    [note.rounding, note.roundingText],
    [note.blank, note.blankText],
  ])
  yield {
    kind: 'table',
    table: { key: 'notes', place: PLACE.notes, name: assessing.sheet.notes, columns: sheet.columns },
  }
  yield { kind: 'rows', key: 'notes', rows: sheet.rows.map((cells) => ({ cells })) }
}
