import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
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
import { ChartRun, type ChartLineDash } from 'docx/charts'
import type { PaperBlock, PaperChart, PaperLine, PaperText } from '../paper'
import { GREY, HEI } from './faces'

// A4 between the margins of GB/T 9704-2012: 156 mm, in twentieths of a point.
const TEXT_WIDTH = 8844
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** A table of at most so many rows is not parted by the end of a page. */
const KEPT_TOGETHER = 16

/** As in print: told apart by their strokes. */
const LOOKS: Readonly<Record<PaperLine['look'], { color: string; dash: ChartLineDash }>> = {
  actual: { color: '000000', dash: 'solid' },
  required: { color: '804000', dash: 'dash' },
  target: { color: '0B5D43', dash: 'dot' },
  projection: { color: '666666', dash: 'shortDash' },
}

/** A piece of a paper in the styles of the document. */
export function wordBlock(block: PaperBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3,
          children: [new TextRun(block.text)],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          indent: { firstLine: 560 },
          spacing: { after: 80 },
          children: [new TextRun(block.text)],
        }),
      ]
    case 'note':
      return [new Paragraph({ style: 'Note', children: [new TextRun(block.text)] })]
    case 'facts':
      return table(
        [2200, TEXT_WIDTH - 2200],
        block.rows.map(({ term, value }) =>
          row([cell({ text: term }, 'left', { color: GREY }), cell(value, 'left')]),
        ),
      )
    case 'table':
      return [...(block.caption === '' ? [] : [caption(block.caption)]), ...tableOf(block)]
    case 'chart':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 160, line: 240, lineRule: 'auto' },
          children: [chart(block.chart, block.alt)],
        }),
        new Paragraph({ style: 'Caption', keepNext: false, children: [new TextRun(block.caption)] }),
      ]
    case 'signatures':
      return table(
        [2200, TEXT_WIDTH - 5600, 3400],
        block.rows.map(({ term, value, at }) =>
          row([
            cell({ text: term }, 'left', { color: GREY }),
            cell({ text: value }, 'left'),
            cell({ text: at }, 'right'),
          ]),
        ),
      )
  }
}

const caption = (text: string): Paragraph =>
  new Paragraph({ style: 'Caption', children: [new TextRun(text)] })

function tableOf({ columns, rows }: Extract<PaperBlock, { kind: 'table' }>): FileChild[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / all))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ name }) =>
        new TableCell({
          shading: { fill: 'EEEEEE' },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: 'Cell',
              alignment: AlignmentType.CENTER,
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
        cell(each, columns[i]?.align ?? 'left', { keep: isShort && at < rows.length - 1 }),
      ),
    ),
  )
  return table(widths, [head, ...body])
}

/** A table and an empty line: two tables that touch would be one. */
function table(widths: readonly number[], rows: readonly TableRow[]): FileChild[] {
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
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

const row = (children: readonly TableCell[]): TableRow => new TableRow({ cantSplit: true, children })

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function cell(
  { text, link, span = 1 }: PaperText,
  align: keyof typeof ALIGN,
  { color, keep = false }: { readonly color?: string; readonly keep?: boolean } = {},
): TableCell {
  const lines = text.split('\n').map(
    (line, i) =>
      new TextRun({
        text: line,
        break: i === 0 ? 0 : 1,
        ...(color === undefined ? {} : { color }),
        ...(link === undefined ? {} : { style: 'Hyperlink' }),
      }),
  )
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: ALIGN[span > 1 ? 'left' : align],
        keepNext: keep,
        children: link === undefined ? lines : [new ExternalHyperlink({ link, children: lines })],
      }),
    ],
  })
}

const chart = ({ periods, lines, unit }: PaperChart, alt: string): ChartRun =>
  new ChartRun({
    type: 'line',
    categories: periods,
    series: lines.map(({ name, look, values }) => ({
      name,
      values,
      markers: look === 'actual',
      line: { ...LOOKS[look], width: look === 'actual' ? 2.25 : 1.5 },
      color: LOOKS[look].color,
    })),
    valueAxis: { title: unit, minimum: 0, numberFormat: '#,##0.##' },
    font: { name: '黑体' },
    legend: { position: 'bottom' },
    transformation: { width: 570, height: 260 },
    altText: { name: alt.slice(0, 60), description: alt },
  })
