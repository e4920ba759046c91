import { formatPeriod } from '@/lib/i18n/format-time'
import { words } from '@/lib/i18n/words'
import type { Quarter } from '@/lib/values'
import { blank, figure, moment, text, type Cell } from './cell'
import { exactValues } from './exact-values'
import type {
  MatrixVerdict,
  MatrixVerdicts,
  MatrixInstalment,
  MatrixCity,
  MatrixIndicator,
  MatrixDocument,
} from './matrix-document'
import { noteSheet } from './note-sheet'
import { printedReference } from './trace-reference'
import type { Column, Sheet, Workbook } from './workbook'

/** The matrix as a workbook: verdicts in words, the same as a flat table, and how to read it. */
export function matrixWorkbook(document: MatrixDocument): Workbook {
  return {
    title: words(document.locale).export.matrixTitle(formatPeriod(document.locale, document.asOf)),
    knownAt: document.knownAt,
    sheets: [wordSheet(document), dataSheet(document), notes(document)],
  }
}

/** The flat table as rows for writeCsv, heads first. */
export function matrixCsv(document: MatrixDocument): readonly (readonly Cell[])[] {
  const { columns, rows } = dataSheet(document)
  return [columns.map(({ header }) => text(header)), ...rows]
}

function wordSheet(document: MatrixDocument): Sheet {
  const { export: exporting, beside } = words(document.locale)
  const { sheet, head, demonstration, matrixTitle } = exporting
  const verdictWords = (verdicts: MatrixVerdicts): Cell[] =>
    document.indicators.map(({ code }) => text(verdicts[code]?.word ?? null))
  return {
    name: sheet.matrix,
    head: [
      matrixTitle(formatPeriod(document.locale, document.asOf)),
      ...(document.demonstration ? [demonstration] : []),
      beside.unaccepted.inFile[document.unaccepted],
    ],
    frozenColumns: 1,
    columns: [
      { header: head.city, width: 16 },
      { header: head.province, width: 12 },
      ...document.indicators.map(({ name }) => ({ header: name, width: 16 })),
      { header: head.firstInstalment, width: 16 },
      { header: head.secondInstalment, width: 24 },
    ],
    rows: [
      ...document.cities.map((city) => [
        text(city.name),
        text(city.province),
        ...verdictWords(city.verdicts),
        instalment(city.instalments.first),
        instalment(city.instalments.second),
      ]),
      ...document.reference.map((row) => [
        text(row.name),
        blank,
        ...verdictWords(row.verdicts),
        blank,
        blank,
      ]),
    ],
  }
}

const instalment = (each: MatrixInstalment): Cell => (each.wan === null ? text(each.word) : figure(each.wan))

interface DataOwner {
  readonly code: string | null
  readonly name: string
  readonly province: string | null
  readonly asOf: Quarter
  readonly reference: boolean
  readonly verdicts: MatrixVerdicts
  readonly pending: MatrixCity['pending']
}

function dataSheet(document: MatrixDocument): Sheet {
  const { sheet } = words(document.locale).export
  const owners: readonly DataOwner[] = [
    ...document.cities.map((city) => ({ ...city, asOf: document.asOf, reference: false })),
    ...document.reference.map((row) => ({
      ...row,
      code: null,
      province: null,
      reference: true,
      pending: {},
    })),
  ]
  return {
    name: sheet.data,
    frozenColumns: 2,
    columns: dataColumns(document),
    rows: owners.flatMap((owner) =>
      document.indicators.flatMap((indicator) => {
        const verdict = owner.verdicts[indicator.code]
        return verdict === undefined ? [] : [dataRow(document, owner, indicator, verdict)]
      }),
    ),
  }
}

function dataColumns({ locale, unaccepted }: MatrixDocument): readonly Column[] {
  const { beside, papers, export: exporting } = words(locale)
  const { head } = exporting
  const widths: readonly (readonly [header: string, width: number])[] = [
    [head.cityCode, 10],
    [head.city, 16],
    [head.province, 12],
    [head.reference, 8],
    [head.indicatorCode, 26],
    [head.indicator, 40],
    [head.asOf, 10],
    [head.period, 10],
    [head.verdictCode, 16],
    [head.verdict, 14],
    [head.actual, 16],
    [head.required, 16],
    [head.gap, 16],
    [beside.unaccepted.column[unaccepted], 20],
    [head.unit, 8],
    [head.exact, 30],
    [head.reason, 30],
    [head.clause, 14],
    [head.version, 8],
    [head.acceptedAt, 18],
    [head.knownAt, 18],
    [head.ruleVersion, 14],
    [papers.trace, 36],
  ]
  return widths.map(([header, width]) => ({ header, width }))
}

function dataRow(
  document: MatrixDocument,
  owner: DataOwner,
  indicator: MatrixIndicator,
  verdict: MatrixVerdict,
): readonly Cell[] {
  const { head, yes, no, exactly } = words(document.locale).export
  const { actual, required, gap } = verdict
  return [
    text(owner.code),
    text(owner.name),
    text(owner.province),
    text(owner.reference ? yes : no),
    text(indicator.code),
    text(indicator.name),
    text(owner.asOf),
    text(verdict.period),
    text(verdict.code),
    text(verdict.word),
    figure(actual),
    figure(required),
    figure(gap),
    figure(owner.pending[indicator.code] ?? null),
    text(indicator.unit),
    exactValues(exactly, [
      [head.actual, actual],
      [head.required, required],
      [head.gap, gap],
    ]),
    text(verdict.reason),
    text(indicator.clause),
    figure(verdict.version === null ? null : String(verdict.version)),
    moment(verdict.acceptedAt),
    moment(document.knownAt),
    text(document.ruleVersion),
    text(owner.code && verdict.reference && printedReference(owner.code, verdict.reference)),
  ]
}

function notes(document: MatrixDocument): Sheet {
  const { export: exporting, beside } = words(document.locale)
  const { head, note, product, demonstration } = exporting
  return noteSheet(document.locale, [
    ...(document.demonstration ? ([[product, demonstration]] as const) : []),
    [note.source, note.sourceText],
    [note.document, note.documentText],
    [note.matrixScope, beside.unaccepted.inFile[document.unaccepted]],
    [head.asOf, formatPeriod(document.locale, document.asOf)],
    [head.knownAt, moment(document.knownAt)],
    [head.ruleVersion, document.ruleVersion],
    ...(document.reference.length > 0 ? ([[head.reference, note.referenceText]] as const) : []),
    [note.rounding, note.roundingText],
    [note.blank, note.blankText],
  ])
}
