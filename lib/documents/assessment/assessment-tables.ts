import { formatPeriod } from '@/lib/i18n/format-time'
import { inLocale } from '@/lib/i18n/in-locale'
import { words } from '@/lib/i18n/words'
import { indicators, registerCodes, type RegisterCode } from '@/lib/notice'
import type { AssessmentSource } from '@/lib/review/read-assessment'
import type { Locale } from '@/lib/values'
import { registerTable } from '../register-table'
import type { StreamedTable } from '../streaming/streamed'
import { moneyTable, paymentTable, scoreTable } from './money-tables'
import { columns, PLACE } from './table-columns'
import { belowZero, verdictMarks, verdictOrder } from './verdict-marks'

/** In whose words, for which portal. */
export interface AssessmentRequest {
  readonly locale: Locale
  /** `https://portal.example` */
  readonly origin: string
  readonly demonstration: boolean
}

/** Under which name the table of a register goes. */
export const registerKey = (code: RegisterCode): string => `register-${code}`

/** The lines above a sheet that is read rather than filtered. */
function headLines(source: AssessmentSource, { locale, demonstration }: AssessmentRequest): string[] {
  const { assessing, export: exporting } = words(locale)
  return [
    assessing.titleOf(assessing.title[source.reach], formatPeriod(locale, source.asOf)),
    ...(demonstration ? [exporting.demonstration] : []),
    assessing.scope,
  ]
}

/** Every table but those of single cities and the notes. */
export function assessmentTables(source: AssessmentSource, request: AssessmentRequest): StreamedTable[] {
  const { locale } = request
  return [
    ...(source.reach === 'city' ? [] : [matrixTable(source, request), countTable(locale)]),
    resultTable(locale),
    figureTable(locale),
    findingTable(locale),
    moneyTable(locale),
    paymentTable(locale),
    scoreTable(locale),
    ...registerCodes.map((code, i) => registerSheet(locale, code, i)),
  ]
}

function matrixTable(source: AssessmentSource, request: AssessmentRequest): StreamedTable {
  const { assessing, export: exporting } = words(request.locale)
  return {
    key: 'matrix',
    place: PLACE.matrix,
    name: source.reach === 'province' ? assessing.sheet.provinceMatrix : assessing.sheet.matrix,
    head: headLines(source, request),
    columns: columns([
      [exporting.head.city, 32],
      [exporting.head.province, 12],
      ...indicators.map((each) => [inLocale(request.locale, each), 15] as const),
    ]),
    frozenColumns: 1,
    marks: verdictMarks(2, 1 + indicators.length),
    isView: true,
  }
}

function countTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting, verdict } = words(locale)
  const looks = {
    met: { colour: '1B7A3D' },
    short: { colour: 'B3261E', pattern: 'dkHorz' },
    onPace: { colour: '1F5FA8' },
    behindPace: { colour: 'B26A00', pattern: 'wdUpDiag' },
    notYetDue: { colour: '7A8794', pattern: 'pct50' },
    figuresMissing: { colour: '7A8794', pattern: 'smGrid' },
    notComputable: { colour: '55606B', pattern: 'wdDnDiag' },
    needsJudgement: { colour: 'A9B4BF' },
  } as const
  return {
    key: 'counts',
    place: PLACE.counts,
    name: assessing.sheet.counts,
    head: [assessing.countsTitle],
    columns: columns([
      [exporting.head.indicator, 40],
      ...verdictOrder.map((code) => [verdict.word[code], 12] as const),
    ]),
    frozenColumns: 1,
    chart: {
      title: assessing.countsTitle,
      names: 0,
      series: verdictOrder.map((code, i) => ({ column: i + 1, ...looks[code] })),
      isStacked: true,
      format: '#,##0',
    },
    isView: true,
  }
}

/** The column of the difference in `results`. */
const GAP = 13

function resultTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting } = words(locale)
  const { head } = exporting
  return {
    key: 'results',
    place: PLACE.common,
    name: assessing.sheet.results,
    columns: columns([
      [head.cityCode, 10],
      [head.city, 16],
      [head.province, 12],
      [head.indicatorCode, 26],
      [head.indicator, 36],
      [head.clause, 12],
      [head.asOf, 10],
      [head.period, 10],
      [head.verdictCode, 16],
      [head.verdict, 14],
      [head.actual, 16],
      [head.required, 16],
      [assessing.head.attained, 12],
      [head.gap, 16],
      [head.unit, 8],
      [assessing.head.sentence, 60],
      [head.exact, 30],
      [assessing.head.reference, 46],
    ]),
    frozenColumns: 2,
    marks: [...verdictMarks(9, 9), belowZero(GAP)],
  }
}

function figureTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting } = words(locale)
  const { head } = exporting
  return {
    key: 'figures',
    place: PLACE.common + 1,
    name: assessing.sheet.figures,
    columns: columns([
      [head.cityCode, 10],
      [head.city, 16],
      [head.period, 10],
      [head.indicatorCode, 26],
      [head.indicator, 36],
      [assessing.head.part, 16],
      [head.basis, 12],
      [head.state, 12],
      [assessing.head.figure, 16],
      [head.unit, 8],
      [assessing.head.text, 60],
      [head.office, 24],
      [head.sourceDocument, 24],
      [head.version, 8],
      [head.acceptedAt, 18],
      [assessing.head.reference, 46],
    ]),
    frozenColumns: 2,
  }
}

function findingTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting } = words(locale)
  const { head } = exporting
  const own = assessing.head
  return {
    key: 'findings',
    place: PLACE.common + 2,
    name: assessing.sheet.findings,
    columns: columns([
      [head.cityCode, 10],
      [head.city, 16],
      [head.period, 10],
      [head.version, 8],
      [head.indicatorCode, 26],
      [head.indicator, 36],
      [own.part, 14],
      [own.check, 20],
      [own.severity, 14],
      [own.expected, 36],
      [own.received, 36],
      [own.outcome, 12],
      [own.explained, 48],
      [own.by, 14],
      [own.at, 18],
      [own.reference, 46],
    ]),
    frozenColumns: 2,
  }
}

function registerSheet(locale: Locale, code: RegisterCode, i: number): StreamedTable {
  const { assessing, export: exporting, register } = words(locale)
  return {
    key: registerKey(code),
    place: PLACE.registers + i,
    name: register.short[code],
    columns: [
      ...columns([
        [exporting.head.cityCode, 10],
        [exporting.head.city, 16],
        [exporting.head.period, 10],
        [assessing.head.reference, 46],
      ]),
      ...registerTable(locale, code, []).columns,
    ],
    frozenColumns: 2,
    isOptional: true,
  }
}
