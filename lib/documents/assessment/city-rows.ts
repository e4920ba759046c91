import { rowText } from '@/lib/entry/row-content'
import { findingWords, inLocale, provinceName, verdictSentence, words } from '@/lib/i18n'
import { indicator, isRegisterCode, registerColumns } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import type { Judgement } from '@/lib/rules'
import type { CheckCode, Finding } from '@/lib/rules/checks'
import { isQuarter, type Quarter } from '@/lib/values'
import { figure, moment, percent, text } from '../cell'
import { exactValues } from '../exact-values'
import { cellKind, registerTable } from '../register-table'
import type { StreamedPiece, StreamedRow } from '../streaming/streamed'
import { attainedOf, cardIn, figuresOf, traceIn, tracedVerdict, type ShownFigure } from './assessment-facts'
import { registerKey, type AssessmentRequest } from './assessment-tables'
import { moneyRow, named, paymentRow, scoreRows } from './money-rows'
import { signedVerdict } from './verdict-marks'

/** So many rows go at once: what a person waits for meanwhile is not kept waiting. */
const LOT = 500

/** The rows that a city has in the tables of all cities. */
export function* cityRows(
  own: CityAssessment,
  asOf: Quarter,
  request: AssessmentRequest,
): Generator<StreamedPiece> {
  const lots = (key: string, rows: readonly StreamedRow[]): StreamedPiece[] =>
    Array.from({ length: Math.ceil(rows.length / LOT) }, (_, i) => ({
      kind: 'rows',
      key,
      rows: rows.slice(i * LOT, (i + 1) * LOT),
    }))
  yield* lots(
    'results',
    own.verdicts.map((each) => resultRow(each, own, asOf, request)),
  )
  yield* lots(
    'figures',
    figuresOf(own, asOf).map((each) => figureRow(each, own, request)),
  )
  yield* lots(
    'findings',
    own.findings.flatMap((each) => findingRow(each, own, request)),
  )
  yield* lots('money', [moneyRow(own, request)])
  yield* lots(
    'payments',
    own.payments.map((each) => paymentRow(each, own, request)),
  )
  yield* lots('scores', scoreRows(own, request))
  yield* registerRows(own, asOf, request)
}

/** A verdict of a city. */
function resultRow(
  judged: Judgement,
  own: CityAssessment,
  asOf: Quarter,
  request: AssessmentRequest,
): StreamedRow {
  const { locale, origin } = request
  const { verdict } = judged
  const { head, exactly } = words(locale).export
  const subject = indicator(verdict.indicator)
  const traced = tracedVerdict(judged, own, origin)
  const { actual, required, gap } = verdict
  const attained = attainedOf(judged)
  return {
    cells: [
      ...named(own, request),
      text(provinceName(locale, own.city)),
      text(verdict.indicator),
      text(inLocale(locale, subject)),
      text(words(locale).notice.clauseNumber(subject.clause)),
      text(asOf),
      text(verdict.judgedAt),
      text(verdict.code),
      text(signedVerdict(locale, verdict.code)),
      figure(actual),
      figure(required),
      percent(attained),
      figure(gap),
      text(words(locale).names.unit[subject.unit]),
      text(verdictSentence(locale, verdict)),
      exactValues(exactly, [
        [head.actual, actual],
        [head.required, required],
        [words(locale).assessing.head.attained, attained],
        [head.gap, gap],
      ]),
      text(traced?.reference ?? null),
    ],
    links: [
      { from: 10, to: 13, url: cardIn(own.city.code, origin, asOf, verdict.indicator) },
      ...(traced === null ? [] : [{ from: 17, to: 17, url: traced.url }]),
    ],
  }
}

function figureRow(shown: ShownFigure, own: CityAssessment, request: AssessmentRequest): StreamedRow {
  const { locale, origin } = request
  const { names, export: exporting, assessing } = words(locale)
  const subject = indicator(shown.indicator)
  const { content, part } = shown
  const traced = traceIn(own.city.code, origin)(shown.period, shown.version, shown.indicator)
  const state = shown.value === null ? (content?.state ?? 'blank') : 'figure'
  const basis =
    subject.kind === 'count' ? 'cumulative' : isQuarter(shown.period) || part !== 'Y' ? 'quarter' : 'year'
  return {
    cells: [
      ...named(own, request),
      text(shown.period),
      text(shown.indicator),
      text(inLocale(locale, subject)),
      text(part === '' ? assessing.whole : names.part[part]),
      text(subject.kind === 'qualitative' ? null : exporting.basis[basis]),
      text(names.cellState[state]),
      figure(shown.value),
      text(subject.kind === 'qualitative' ? null : names.unit[subject.unit]),
      text(saidOf(content)),
      text(content?.source?.office ?? null),
      text(content?.source?.document ?? null),
      figure(String(shown.version)),
      moment(shown.acceptedAt),
      text(traced.reference),
    ],
    links: [
      { from: 8, to: 8, url: traced.url },
      { from: 13, to: 13, url: traced.url },
      { from: 15, to: 15, url: traced.url },
    ],
  }
}

function saidOf(content: ShownFigure['content']): string | null {
  switch (content?.state) {
    case 'narrative':
      return content.narrative
    case 'notApplicable':
    case 'notYetAvailable':
      return content.reason
    default:
      return null
  }
}

function findingRow(
  found: CityAssessment['findings'][number],
  own: CityAssessment,
  request: AssessmentRequest,
): StreamedRow[] {
  const { locale, origin } = request
  const { names, assessing, checkUse } = words(locale)
  const { rule, part, explanation } = found
  // What a check that there is no more found cannot be said.
  if (!(rule in names.check)) return []
  const finding: Finding = { ...found, rule: rule as CheckCode, next: 'correctOrExplain' }
  const said = findingWords(locale, finding)
  const traced = traceIn(own.city.code, origin)(found.period, found.version, found.indicator)
  return [
    {
      cells: [
        ...named(own, request),
        text(found.period),
        figure(String(found.version)),
        text(found.indicator),
        text(inLocale(locale, indicator(found.indicator))),
        text(part === '' ? null : names.part[part]),
        text(said.title),
        text(checkUse.severity[found.severity]),
        text(said.expected),
        text(said.received),
        text(assessing.outcome[found.outcome]),
        text(explanation?.text ?? null),
        text(explanation?.byName ?? null),
        moment(explanation?.at.toISOString() ?? null),
        text(traced.reference),
      ],
      links: [
        { from: 3, to: 3, url: traced.url },
        { from: 15, to: 15, url: traced.url },
      ],
    },
  ]
}

/** The column of a register's sheet with the reference; its own columns come after. */
const REFERENCE = 3

/** The rows of the registers, lot by lot: there may be very many. */
function* registerRows(
  own: CityAssessment,
  asOf: Quarter,
  request: AssessmentRequest,
): Generator<StreamedPiece> {
  const { locale, origin } = request
  const versions = new Map(own.summaries.map(({ period, acceptedVersion }) => [period, acceptedVersion]))
  const trace = traceIn(own.city.code, origin)
  const before = named(own, request)
  for (let at = 0; at < own.rows.length; at += LOT) {
    const lot = new Map<string, StreamedRow[]>()
    for (const row of own.rows.slice(at, at + LOT)) {
      const { indicator: code, period } = row
      if (!isRegisterCode(code) || period > asOf) continue
      const traced = trace(period, versions.get(period) ?? 0, code)
      // Beside the reference, numbers lead there too.
      const numbers = registerColumns(code).flatMap((column, i) =>
        cellKind(column) === 'number' ? [REFERENCE + 1 + i] : [],
      )
      const [cells = []] = registerTable(locale, code, [rowText(row)]).rows
      const key = registerKey(code)
      const rows = lot.get(key) ?? []
      rows.push({
        cells: [...before, text(period), text(traced.reference), ...cells],
        links: [REFERENCE, ...numbers].map((at) => ({ from: at, to: at, url: traced.url })),
      })
      lot.set(key, rows)
    }
    for (const [key, rows] of lot) yield { kind: 'rows', key, rows }
  }
}
