import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { TextWatermark } from 'docx/watermarks'
import { numberHeadings } from '../number-headings'
import type { Paper, PaperPart } from '../paper'
import { GREY, HEI, KAI, SONG } from './faces'
import { sameBytes } from './same-bytes'
import { wordBlock } from './word-block'

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
        {
          id: 'Note',
          name: 'Note',
          basedOn: 'Normal',
          run: { size: 21, color: GREY },
          paragraph: { spacing: { after: 80 } },
        },
        {
          id: 'TOC1',
          name: 'toc 1',
          basedOn: 'Normal',
          run: { size: 22 },
          paragraph: { spacing: { line: 300 } },
        },
        {
          id: 'TOC2',
          name: 'toc 2',
          basedOn: 'Normal',
          run: { size: 21 },
          paragraph: { spacing: { line: 290 } },
        },
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
  const { title } = part
  const marks = marksOf(part)
  const small = { font: HEI, size: 17, color: GREY }
  const mark = marks
    .slice(0, 1)
    .map((text) => new TextWatermark({ text, color: 'EFEFEF', opacity: 1, font: '黑体' }))
  return {
    properties: {
      titlePage: part.isShort !== true,
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
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' } },
            children: [
              new TextRun({ text: title, ...small }),
              ...marks.map((text) => new TextRun({ text: `　${text}`, ...small, bold: true })),
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
    children: part.isShort === true ? short(part) : whole(part, index),
  }
}

const short = (part: PaperPart): FileChild[] => [
  new Paragraph({
    style: 'Title',
    spacing: { after: 160 },
    children: [new TextRun({ text: part.title, size: 36 })],
  }),
  ...part.subtitle.map((text) => centred(text, 24)),
  new Paragraph({ style: 'Cell', children: [] }),
  ...part.blocks.flatMap(wordBlock),
]

const whole = (part: PaperPart, index: number): FileChild[] => [
  ...cover(part),
  ...contents(part, index),
  new Paragraph({
    style: 'Cell',
    pageBreakBefore: true,
    children: [spanning(new BookmarkStart(nameOf(index), MARKS + index))],
  }),
  ...numberHeadings(part.blocks, part.locale).flatMap(wordBlock),
  new Paragraph({ style: 'Cell', children: [spanning(new BookmarkEnd(MARKS + index))] }),
]

/** What says on every page that it is not final, or that nothing in it is real; the weightier first. */
const marksOf = ({ draft, demonstration }: PaperPart): string[] =>
  [draft, demonstration].filter((mark) => mark != null)

const centred = (text: string, size: number, before = 0): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, line: 400, lineRule: 'atLeast' },
    children: [new TextRun({ text, size })],
  })

function cover(part: PaperPart): FileChild[] {
  const { title, titleLines = [title], subtitle, issuer, day } = part
  const marks = marksOf(part)
  return [
    new Paragraph({
      style: 'Title',
      spacing: { before: 2600, after: 400 },
      children: titleLines.map((text, i) => new TextRun({ text, break: i === 0 ? 0 : 1 })),
    }),
    ...subtitle.map((line) => centred(line, 32)),
    ...(marks.length === 0
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 400 },
            children: [
              new TextRun({ text: marks.join('　'), font: HEI, size: 24, color: 'A31621', bold: true }),
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
