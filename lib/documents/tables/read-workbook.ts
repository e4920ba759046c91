import { Refusal } from '@/lib/values'
import type { ReadWarning } from '../read-table'
import { codeOf } from './coded-cell'
import type { Deadline } from './deadline'
import { judgeFormulas, type FormulaCell } from './judge-formulas'
import { LIMITS } from './limits'
import { GENERAL } from './number-format'
import { saidByCell } from './said-by-cell'
import { sharedStrings, tooBig } from './string-table'
import { sheetCells } from './sheet-cells'
import type { TableSink } from './table-sink'
import { workbookIndex, type SheetPlace, type WorkbookIndex } from './workbook-index'
import { openZip, type ZipParts } from './zip-parts'

/** What is counted over all sheets together. */
interface Counts {
  rows: number
  cells: number
  text: number
  formulas: number
}

/** Reads every sheet of a workbook into the sink. @throws Refusal */
export async function readWorkbook(bytes: Buffer, sink: TableSink, deadline: Deadline): Promise<void> {
  const zip = await openZip(bytes)
  const index = await workbookIndex(zip, deadline)
  const part = index.sharedStrings
  const strings = part === null ? [] : await sharedStrings(zip, part, deadline)
  const counts: Counts = { rows: 0, cells: 0, text: 0, formulas: 0 }
  for (const sheet of index.sheets) await readSheet(zip, index, sheet, strings, counts, sink, deadline)
  if (counts.cells === 0) throw new Refusal('fileNoTable')
  const warnings: ReadWarning[] = []
  if (index.hasExternalLinks) warnings.push('externalLinks')
  if (index.sheets.some(({ visibility }) => visibility !== 'visible')) warnings.push('hiddenSheets')
  sink.end({
    source: { kind: 'xlsx', date1904: index.date1904 },
    formats: index.formats,
    properties: [...index.properties],
    names: [...index.names],
    warnings,
  })
}

async function readSheet(
  zip: ZipParts,
  { date1904, formats }: WorkbookIndex,
  { name, visibility, part }: SheetPlace,
  strings: readonly string[],
  counts: Counts,
  sink: TableSink,
  deadline: Deadline,
): Promise<void> {
  const before = { ...counts }
  const formulas: FormulaCell[] = []
  const merges: string[] = []
  const hiddenColumns: number[] = []
  let line: (number | string)[] = []
  let hasFormula = false
  const surroundings = { strings, date1904, part }
  sink.begin({ name, visibility }, formats)
  await sheetCells(
    zip,
    part,
    {
      cell: (stored) => {
        const said = saidByCell(stored, formats[stored.style] ?? GENERAL, surroundings)
        if (said.kind === 'blank' && stored.formula === null) return
        line.push(stored.column, codeOf(said.kind, said.doubt), said.text, stored.style)
        counts.text += said.text.length
        if (++counts.cells > LIMITS.cells) throw tooBig('cells', LIMITS.cells)
        if (counts.text > LIMITS.text) throw tooBig('text', LIMITS.text)
        if (stored.formula === null) return
        if (++counts.formulas > LIMITS.formulas) throw tooBig('formulas', LIMITS.formulas)
        hasFormula = true
        const { row, column, formula } = stored
        formulas.push({ row, column, formula, kind: said.kind, value: stored.value })
      },
      row: (row, isHidden) => {
        if (line.length === 0) return
        if (++counts.rows > LIMITS.filledRows) throw tooBig('rows', LIMITS.filledRows)
        sink.row([row, isHidden ? 1 : 0, ...line], hasFormula)
        line = []
        hasFormula = false
      },
      merge: (area) => {
        if (merges.length >= LIMITS.merges) throw tooBig('merges', LIMITS.merges)
        merges.push(area.slice(0, 40))
      },
      hiddenColumns: (first, last) => {
        for (let column = Math.max(first, 0); column <= Math.min(last, LIMITS.columns - 1); column++)
          if (hiddenColumns.length < LIMITS.columns) hiddenColumns.push(column)
      },
      pause: () => sink.pause(),
    },
    deadline,
  )
  if (formulas.length > 0) {
    for (const judged of await judgeFormulas(zip, part, formulas, deadline)) sink.formula(judged)
  }
  sink.endTable({
    rowCount: counts.rows - before.rows,
    cellCount: counts.cells - before.cells,
    merges,
    hiddenColumns,
  })
}
