import { spreadsheetNumber, type Cell } from '../cell'
import { quotedSheetName, sheetNames } from '../sheet-names'
import { columnLetters, headerRow, rowXml, sheetEnd, sheetStart, tableRange } from '../sheet-xml'
import type { Sheet } from '../workbook'
import {
  bookParts,
  DECLARATION,
  OFFICE,
  relation,
  relations,
  type BookSheet,
  type Part,
} from '../workbook-parts'
import { chartDrawing, chartXml, rowsOfChart, type ChartValues } from './chart-xml'
import { linkedCells } from './linked-cells'
import { sheetLinks, type SheetLinks } from './sheet-links'
import type { Spool } from './spool'
import type { StreamedColumn, StreamedHead, StreamedRow, StreamedTable, TableSink } from './streamed'
import { writeZip, type ZipPart } from './write-zip'

/** The first relationship of a sheet is its drawing. */
const FIRST_LINK = 2

/** Wider than this, in characters, A4 is too small to be read; so many rows fit on one page with their chart. */
const WIDE = 180
const FEW = 45

interface OpenSheet {
  readonly table: StreamedTable
  readonly sheet: Sheet
  readonly file: string
  readonly links: SheetLinks
  rows: number
  /** What its chart shows; empty where it has none. */
  readonly names: string[]
  readonly values: (string | null)[][]
}

/** Tables as a workbook. Rows are written to the spool as they come; only links, and what charts show, is held. */
export function workbookSink(spool: Spool, { title, knownAt }: StreamedHead): TableSink {
  const open = new Map<string, OpenSheet>()
  return {
    begin: (table) => {
      const sheet: Sheet = {
        name: table.name,
        columns: table.columns,
        rows: [],
        ...(table.head === undefined ? {} : { head: table.head }),
        ...(table.frozenColumns === undefined ? {} : { frozenColumns: table.frozenColumns }),
      }
      const file = `${open.size}.xml`
      // The one that is shown when the file is opened.
      spool.append(file, DECLARATION + sheetStart(sheet, table.place === 0))
      open.set(table.key, {
        table,
        sheet,
        file,
        links: sheetLinks(FIRST_LINK),
        rows: 0,
        names: [],
        values: (table.chart?.series ?? []).map(() => []),
      })
    },
    rows: (key, rows) => {
      const own = open.get(key)
      if (own === undefined) throw new RangeError(`no table is called ${key}`)
      for (const row of rows) spool.append(own.file, take(own, row))
    },
    end: async (target) => {
      const sheets = [...open.values()]
        .filter(({ table, rows }) => rows > 0 || table.isOptional !== true)
        .toSorted((a, b) => a.table.place - b.table.place)
      const names = sheetNames(sheets.map(({ table }) => table.name))
      const charts = sheets.filter(hasChart)
      const placeOf = ({ key, column }: StreamedColumn): string | null => {
        const i = sheets.findIndex(({ table }) => table.key === key)
        const found = sheets[i]
        if (found === undefined) return null
        return `${quotedSheetName(names[i] ?? '')}!${columnLetters(column)}${headerRow(found.sheet)}`
      }
      const finished = sheets.map((each, i) =>
        finish(spool, each, { name: names[i] ?? '', at: i, chart: charts.indexOf(each) + 1, placeOf }),
      )
      const xml = (parts: readonly Part[]): ZipPart[] =>
        parts.map(([name, content]) => [name, DECLARATION + content])
      await writeZip(target, [
        ...xml(bookParts({ title, knownAt, sheets: finished.map(({ book }) => book) })),
        ...finished.flatMap(({ worksheet, parts }) => [worksheet, ...xml(parts)]),
      ])
    },
  }
}

/** Where a table has so few numbers that there is nothing to draw, there is no chart. */
const hasChart = ({ values }: OpenSheet): boolean => values.some((own) => own.some((value) => value !== null))

/** A row as it is written; what a chart shows of it is kept. */
function take(own: OpenSheet, { cells, links = [] }: StreamedRow): string {
  const { table, sheet } = own
  const { chart } = table
  if (chart !== undefined && own.names.length < (chart.rows ?? Infinity)) {
    own.names.push(textOf(cells[chart.names]))
    for (const [i, { column }] of chart.series.entries()) own.values[i]?.push(numberOf(cells[column]))
  }
  own.rows += 1
  own.links.add(headerRow(sheet) + own.rows, links)
  return rowXml(sheet, own.rows - 1, linkedCells(cells, links))
}

interface Finished {
  readonly book: BookSheet
  readonly worksheet: ZipPart
  readonly parts: readonly Part[]
}

/** A sheet in its book: its name, its place and that of its chart, both counted; 0 where it has no chart. */
interface SheetInBook {
  readonly name: string
  readonly at: number
  readonly chart: number
  readonly placeOf: (column: StreamedColumn) => string | null
}

function finish(
  spool: Spool,
  own: OpenSheet,
  { name, at: i, chart: chartNumber, placeOf }: SheetInBook,
): Finished {
  const { table, sheet, rows, links } = own
  const top = headerRow(sheet)
  const range = tableRange(sheet, rows)
  const isDrawn = chartNumber > 0
  const printed = table.columns.slice(0, table.printed)
  const marked: Sheet = {
    ...sheet,
    print: {
      paper: printed.reduce((sum, { width }) => sum + width, 0) > WIDE ? 'A3' : 'A4',
      // A chart is not cut by the end of a page.
      onOnePage: isDrawn && rows <= FEW,
    },
    marks: (rows === 0 ? [] : (table.marks ?? [])).map(({ from, to, formula, look }) => ({
      range: `${columnLetters(from)}${top + 1}:${columnLetters(to)}${top + rows}`,
      formula: formula.replaceAll('{cell}', `${columnLetters(from)}${top + 1}`),
      look,
    })),
  }
  spool.append(own.file, sheetEnd(marked, rows, isDrawn ? '<drawing r:id="rId1"/>' : '', links.xml(placeOf)))
  const linked = links.relations()
  const last = columnLetters(printed.length - 1)
  return {
    book: {
      name,
      isHidden: false,
      table: { ...range, top },
      printedTo: `$${last}$${top + rows + (isDrawn ? 1 + rowsOfChart(own.names.length) : 0)}`,
      ...(isDrawn ? { charts: [chartNumber] } : {}),
    },
    worksheet: [`xl/worksheets/sheet${i + 1}.xml`, { file: spool.file(own.file) }],
    parts: [
      ...(linked.length === 0 && !isDrawn
        ? []
        : [
            [
              `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
              relations([
                ...(isDrawn
                  ? [relation(1, `${OFFICE}/relationships/drawing`, `../drawings/drawing${i + 1}.xml`)]
                  : []),
                ...linked,
              ]),
            ] as const,
          ]),
      ...(isDrawn ? drawingParts(own, name, i, chartNumber) : []),
    ],
  }
}

function drawingParts(own: OpenSheet, name: string, i: number, chartNumber: number): readonly Part[] {
  const { table, sheet, names, values } = own
  const { chart } = table
  if (chart === undefined) return []
  const shown: ChartValues = {
    chart,
    sheet: quotedSheetName(name),
    heads: table.columns.map(({ header }) => header),
    top: headerRow(sheet),
    names,
    values,
  }
  const below = headerRow(sheet) + own.rows + 1
  return [
    [`xl/drawings/drawing${i + 1}.xml`, chartDrawing(below, names.length, chart.title)],
    [
      `xl/drawings/_rels/drawing${i + 1}.xml.rels`,
      relations([relation(1, `${OFFICE}/relationships/chart`, `../charts/chart${chartNumber}.xml`)]),
    ],
    [`xl/charts/chart${chartNumber}.xml`, chartXml(shown)],
  ]
}

const textOf = (cell: Cell | undefined): string =>
  cell === undefined || cell.kind === 'blank' ? '' : cell.value

const numberOf = (cell: Cell | undefined): string | null =>
  cell?.kind === 'number' || cell?.kind === 'percent' ? (spreadsheetNumber(cell.value)?.digits ?? null) : null
