import {
  cityName,
  formatNumber,
  formatPeriod,
  formatPercent,
  inLocale,
  verdictSentence,
  words,
} from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { AssessmentSource, CityAssessment } from '@/lib/review/read-assessment'
import type { Judgement } from '@/lib/rules'
import type { Locale, Period, Quarter } from '@/lib/values'
import { blank, figure, percent, text } from '../cell'
import type { StreamedLink, StreamedPiece, StreamedRow } from '../streaming/streamed'
import { attainedOf, byKind, cardIn, isUpTo, seriesOf, traceIn, tracedVerdict } from './assessment-facts'
import type { AssessmentRequest } from './assessment-tables'
import { PLACE } from './table-columns'
import { belowZero, signedVerdict, verdictMarks } from './verdict-marks'

/** The columns before the figures by period: actual to gap lead to where they come from. */
const ACTUAL = 2
const ATTAINED = 4
const GAP = 5
const REFERENCE = 9
const FIRST_PERIOD = 10

/** A city's own sheet: how each result stands, in words and with its figures by period; money and scores above. */
export function* citySheet(
  own: CityAssessment,
  at: number,
  source: AssessmentSource,
  request: AssessmentRequest,
): Generator<StreamedPiece> {
  const { locale } = request
  const { assessing, export: exporting } = words(locale)
  const { head } = exporting
  const key = `city-${own.city.code}`
  const name = cityName(locale, own.city)
  const judged = byKind(own.verdicts)
  const periods = periodsOf(own, source)
  const measured = judged.filter(({ verdict }) => indicator(verdict.indicator).kind !== 'qualitative').length
  const heads: readonly (readonly [string, number])[] = [
    [head.indicator, 34],
    [head.verdict, 14],
    [head.actual, 14],
    [head.required, 14],
    [assessing.head.attained, 11],
    [head.gap, 14],
    [head.unit, 8],
    [assessing.head.sentence, 52],
    [head.clause, 11],
    [assessing.head.reference, 46],
    ...periods.map((period) => [period, 13] as const),
  ]
  yield {
    kind: 'table',
    table: {
      key,
      // A city alone is what its file opens with.
      place: source.reach === 'city' ? 0 : PLACE.cities + at,
      name,
      head: [
        `${name} ${formatPeriod(locale, source.asOf)}`,
        ...(request.demonstration ? [exporting.demonstration] : []),
        assessing.stands(words(locale).names.status[own.status]),
        moneyLine(own, locale),
        ...scoreLines(own, locale),
      ],
      columns: heads.map(([header, width]) => ({ header, width })),
      frozenColumns: 1,
      printed: REFERENCE,
      marks: [...verdictMarks(1, 1), belowZero(GAP)],
      chart: {
        title: assessing.attainedChart(name),
        names: 0,
        rows: measured,
        series: [{ column: ATTAINED, colour: '1F5FA8' }],
        isStacked: false,
        format: '0%',
      },
      isView: true,
    },
  }
  yield { kind: 'rows', key, rows: judged.map((each) => rowOf(each, own, source.asOf, periods, request)) }
}

function rowOf(
  judged: Judgement,
  own: CityAssessment,
  asOf: Quarter,
  periods: readonly Period[],
  { locale, origin }: AssessmentRequest,
): StreamedRow {
  const { verdict } = judged
  const subject = indicator(verdict.indicator)
  const traced = tracedVerdict(judged, own, origin)
  const series = seriesOf(own, verdict.indicator)
  const trace = traceIn(own.city.code, origin)
  const card = cardIn(own.city.code, origin, asOf, subject.code)
  const links: StreamedLink[] = [
    { from: ACTUAL, to: GAP, url: card },
    ...(traced === null ? [] : [{ from: REFERENCE, to: REFERENCE, url: traced.url }]),
  ]
  const figures = periods.map((period, i) => {
    const known = series.get(period)
    if (known === undefined) return blank
    const column = FIRST_PERIOD + i
    links.push({ from: column, to: column, url: trace(known.report, known.version, subject.code).url })
    return figure(known.value)
  })
  return {
    cells: [
      text(inLocale(locale, subject)),
      text(signedVerdict(locale, verdict.code)),
      figure(verdict.actual),
      figure(verdict.required),
      percent(attainedOf(judged)),
      figure(verdict.gap),
      text(subject.kind === 'qualitative' ? null : words(locale).names.unit[subject.unit]),
      text(verdictSentence(locale, verdict)),
      text(words(locale).notice.clauseNumber(subject.clause)),
      text(traced?.reference ?? null),
      ...figures,
    ],
    links,
  }
}

/** The periods of which the city has any figure, up to the quarter shown. */
function periodsOf(own: CityAssessment, { asOf }: AssessmentSource): Period[] {
  const all = new Set<Period>()
  for (const { facts } of own.summaries)
    for (const { period, value } of facts) if (value !== null && isUpTo(period, asOf)) all.add(period)
  return [...all].sort()
}

function moneyLine({ exposure, balances }: CityAssessment, locale: Locale): string {
  const central = balances.find(({ source }) => source === 'central')
  const amount = (yuan: bigint | undefined): string => formatNumber(String(yuan ?? 0n))
  return words(locale).assessing.moneyLine(
    amount(exposure.firstPaid + exposure.secondPaid + exposure.toRecover),
    amount(central?.received),
    amount(central?.spent),
    central?.rate == null ? words(locale).papers.noFigure : formatPercent(central.rate),
  )
}

function scoreLines({ scores }: CityAssessment, locale: Locale): string[] {
  const { assessing, evaluation, common } = words(locale)
  return scores.map(({ round, seal, sheet }) =>
    assessing.scoreLine(
      round.title,
      formatNumber(seal.score, { places: 2 }),
      (sheet.grade === null ? assessing.noGrade : evaluation.grade[sheet.grade]) +
        (round.schemeDecision === null ? common.bracketed(assessing.demonstrationScore) : ''),
    ),
  )
}
