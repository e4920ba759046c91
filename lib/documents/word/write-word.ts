import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { ChartRun, type ChartLineDash } from 'docx/charts'
import { estimatePageNumbersWith } from 'docx/layout'
import { TextWatermark } from 'docx/watermarks'
import type { Paper, PaperBlock, PaperChart, PaperLine, PaperPart, PaperText } from '../paper'
import { numberHeadings } from '../number-headings'
import { sameBytes } from './same-bytes'

// A4 between the margins of GB/T 9704-2012: 156 mm, in twentieths of a point.
const TEXT_WIDTH = 8844
const LATIN = 'Times New Roman'
/** Faces that Chinese Windows and WPS bring along; elsewhere a reader takes its nearest. */
const SONG = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: '仿宋' }
const HEI = { ...SONG, eastAsia: '黑体' }
const KAI = { ...SONG, eastAsia: '楷体' }
const GREY = '46484D'
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** As in print: told apart by their strokes. */
const LOOKS: Readonly<Record<PaperLine['look'], { color: string; dash: ChartLineDash }>> = {
  actual: { color: '000000', dash: 'solid' },
  required: { color: '804000', dash: 'dash' },
  target: { color: '0B5D43', dash: 'dot' },
  projection: { color: '666666', dash: 'shortDash' },
}

/** A paper as an editable Word file (.docx): real styles, tables and charts; the same bytes for the same paper. */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const { parts, number, moment } = paper
  const [first] = parts
  const document = new Document({
    title: first.title,
    creator: first.issuer,
    lastModifiedBy: first.issuer,
    description: number,
    styles: {
      default: {
        document: {
          run: { font: SONG, size: 28, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 400, lineRule: 'atLeast' } },
        },
        title: { run: { font: HEI, size: 48, bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
        heading1: heading(HEI, 32, 0),
        heading2: heading(KAI, 28, 1),
        heading3: heading(SONG, 28, 2),
        caption: {
          run: { font: HEI, size: 21, italics: false, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 160, after: 80 } },
        },
        hyperlink: { run: { color: '0B3D6E', underline: {} } },
      },
      paragraphStyles: [
        { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 21, color: GREY } },
        {
          id: 'Cell',
          name: 'Cell',
          basedOn: 'Normal',
          run: { size: 19 },
          paragraph: { spacing: { line: 260 } },
        },
      ],
    },
    features: { updateFields: false },
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: parts.map((part, i) => section(part, number, i)),
  })
  return sameBytes(await Packer.toBuffer(document), moment)
}

const heading = (font: typeof SONG, size: number, level: number) => ({
  run: { font, size, bold: level !== 1, color: '000000' },
  paragraph: { keepNext: true, spacing: { before: 240, after: 120 }, outlineLevel: level },
})

function section(part: PaperPart, number: string, index: number): ISectionOptions {
  const { demonstration, title } = part
  const small = { font: HEI, size: 17, color: GREY }
  const mark =
    demonstration === null
      ? []
      : [new TextWatermark({ text: demonstration, color: 'EFEFEF', opacity: 1, font: '黑体' })]
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm', header: 720, footer: 720 },
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            border: { bottom: LINE },
            children: [
              new TextRun({ text: title, ...small }),
              ...(demonstration === null
                ? []
                : [new TextRun({ text: `　${demonstration}`, ...small, bold: true })]),
              ...mark,
            ],
          }),
        ],
      }),
      first: new Header({ children: [new Paragraph({ children: [] })] }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({
                children: [`— ${part.pageWords[0]}`, PageNumber.CURRENT, `${part.pageWords[1]} —　${number}`],
                ...small,
              }),
            ],
          }),
        ],
      }),
      first: new Footer({ children: [new Paragraph({ children: [] })] }),
    },
    children: [
      ...cover(part),
      ...contents(part, index),
      new Paragraph({
        style: 'Cell',
        pageBreakBefore: true,
        children: [spanning(new BookmarkStart(nameOf(index), MARKS + index))],
      }),
      ...numberHeadings(part.blocks, part.locale).flatMap(drawn),
      new Paragraph({ style: 'Cell', children: [spanning(new BookmarkEnd(MARKS + index))] }),
    ],
  }
}

function cover({ title, subtitle, demonstration, issuer, day }: PaperPart): FileChild[] {
  const centred = (text: string, size: number, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, line: 400, lineRule: 'atLeast' },
      children: [new TextRun({ text, size })],
    })
  return [
    new Paragraph({ style: 'Title', spacing: { before: 2600, after: 400 }, children: [new TextRun(title)] }),
    ...subtitle.map((line) => centred(line, 32)),
    ...(demonstration === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 400 },
            children: [
              new TextRun({ text: demonstration, font: HEI, size: 24, color: 'A31621', bold: true }),
            ],
          }),
        ]),
    centred(issuer, 32, 4600),
    centred(day, 32),
  ]
}

/** Each language lists its own headings: those between its two marks. */
const MARKS = 9000
/** The library's types know only bookmarks within one paragraph; these span a part. */
const spanning = (end: BookmarkStart | BookmarkEnd): TextRun => end as unknown as TextRun
const nameOf = (index: number): string => `part${String(index + 1)}`

function contents({ contentsTitle }: PaperPart, index: number): FileChild[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      children: [new TextRun({ text: contentsTitle, font: HEI, size: 32, bold: true })],
    }),
    new TableOfContents(contentsTitle, {
      hyperlink: true,
      headingStyleRange: '1-2',
      entriesFromBookmark: nameOf(index),
      beginDirty: false,
    }),
  ]
}

function drawn(block: PaperBlock): FileChild[] {
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
          children: [new TextRun(block.text)],
        }),
      ]
    case 'note':
      return [new Paragraph({ style: 'Note', children: [new TextRun(block.text)] })]
    case 'facts':
      return table(
        [2200, TEXT_WIDTH - 2200],
        block.rows.map(({ term, value }) => row([cell({ text: term }, 'left', GREY), cell(value, 'left')])),
      )
    case 'table':
      return [caption(block.caption), ...tableOf(block)]
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
            cell({ text: term }, 'left', GREY),
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
              children: [new TextRun({ text: name, font: HEI, bold: true })],
            }),
          ],
        }),
    ),
  })
  const body = rows.map((cells) => row(cells.map((each, i) => cell(each, columns[i]?.align ?? 'left'))))
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

function cell({ text, link }: PaperText, align: keyof typeof ALIGN, color?: string): TableCell {
  const lines = text
    .split('\n')
    .map(
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
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: ALIGN[align],
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
