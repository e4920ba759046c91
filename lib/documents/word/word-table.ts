import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx'
import type { PaperBlock, PaperText } from '../paper'
import { HEI, TEXT_WIDTH } from './faces'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** 五号; smaller in short documents, and where there are many columns. */
export type CellStyle = 'Cell' | 'SmallCell'
const MANY_COLUMNS = 5

/** A table of at most so many rows is not parted by the end of a page. */
export const KEPT_TOGETHER = 16

/** A table with its head on each page. `ofShort`: the look of its cells unless it has many columns. */
export function tableOf(
  { columns, rows }: Extract<PaperBlock, { kind: 'table' }>,
  ofShort: CellStyle,
): FileChild[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / all))
  const style = columns.length > MANY_COLUMNS ? 'SmallCell' : ofShort
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ name, align }) =>
        new TableCell({
          shading: { fill: 'EEEEEE' },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style,
              alignment: ALIGN[align],
              keepNext: true,
              children: [new TextRun({ text: name, font: HEI, bold: true })],
            }),
          ],
        }),
    ),
  })
  // What is short stays on one page; a long one goes on under its head again.
  const isShort = rows.length <= KEPT_TOGETHER
  const body = rows.map((cells, at) =>
    row(
      cells.map((each, i) =>
        cell(each, columns[i]?.align ?? 'left', { keep: isShort && at < rows.length - 1, style }),
      ),
    ),
  )
  return table(widths, [head, ...body])
}

/** A table and an empty line: two tables that touch would be one. */
export function table(widths: readonly number[], rows: readonly TableRow[]): FileChild[] {
  return [
    new Table({
      rows,
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      borders: {
        top: LINE,
        bottom: LINE,
        insideHorizontal: LINE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
      },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
    }),
    new Paragraph({ style: 'Cell', spacing: { line: 140, lineRule: 'exact' }, children: [] }),
  ]
}

/** A row that no page parts, at least as high as given (in twentieths of a point). */
export const row = (children: readonly TableCell[], height?: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children,
    ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
  })

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A cell with its text, a line a line; what has an address is a link. */
export function cell(
  { text, link, rest = '', span = 1 }: PaperText,
  align: keyof typeof ALIGN,
  {
    color,
    keep = false,
    style = 'Cell',
  }: { readonly color?: string; readonly keep?: boolean; readonly style?: CellStyle } = {},
): TableCell {
  const linesOf = (said: string, isLink: boolean) =>
    said.split('\n').map(
      (line, i) =>
        new TextRun({
          text: line,
          break: i === 0 ? 0 : 1,
          ...(color === undefined ? {} : { color }),
          ...(isLink ? { style: 'Hyperlink' } : {}),
        }),
    )
  const lines = linesOf(text, link !== undefined)
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: [
      new Paragraph({
        style,
        alignment: ALIGN[span > 1 ? 'left' : align],
        keepNext: keep,
        children: [
          ...(link === undefined ? lines : [new ExternalHyperlink({ link, children: lines })]),
          ...(rest === '' ? [] : linesOf(rest, false)),
        ],
      }),
    ],
  })
}
