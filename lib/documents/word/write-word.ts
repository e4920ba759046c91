import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { numberHeadings } from '../number-headings'
import { hasContents } from '../has-contents'
import type { Paper, PaperPart } from '../paper'
import { HEI } from './faces'
import { footerOf, headerOf, marksOf } from './page-edges'
import { sameBytes } from './same-bytes'
import { wordBlocks } from './word-blocks'
import { wordStyles } from './word-styles'

/** A paper as an editable Word file (.docx): real styles, tables and charts; the same bytes for the same paper. */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const { parts, number, moment } = paper
  const [first] = parts
  const document = new Document({
    title: first.title,
    creator: first.issuer,
    lastModifiedBy: first.issuer,
    description: number,
    styles: wordStyles,
    features: { updateFields: false },
    evenAndOddHeaderAndFooters: true,
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: parts.map((part, i) => section(part, number, i)),
  })
  return sameBytes(await Packer.toBuffer(document), moment)
}

/** In twentieths of a point, since lengths with a unit are not read by every Word. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4)
/** GB/T 9704-2012: 156 mm by 225 mm of text. */
const OF_THE_STANDARD = {
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  header: mm(13),
  footer: mm(25),
} as const
const OF_A_FORM = { ...OF_THE_STANDARD, top: mm(22), bottom: mm(20), footer: mm(11) } as const

function section(part: PaperPart, number: string, index: number): ISectionOptions {
  const header = headerOf(part)
  const empty = { children: [new Paragraph({ children: [] })] }
  return {
    properties: {
      titlePage: part.short === undefined,
      page: {
        size: { width: 11906, height: 16838 },
        margin: part.short === 'form' ? OF_A_FORM : OF_THE_STANDARD,
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: header, even: header, first: new Header(empty) },
    footers: {
      default: footerOf(number, 'right'),
      even: footerOf(number, 'left'),
      first: new Footer(empty),
    },
    children: part.short !== undefined ? short(part) : whole(part, index),
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
  ...wordBlocks(part.blocks, part.locale, 'SmallCell'),
]

const whole = (part: PaperPart, index: number): FileChild[] => [
  ...cover(part),
  ...(hasContents(part) ? contents(part, index) : []),
  new Paragraph({
    style: 'Cell',
    pageBreakBefore: true,
    children: [spanning(new BookmarkStart(nameOf(index), MARKS + index))],
  }),
  ...wordBlocks(numberHeadings(part.blocks, part.locale), part.locale),
  new Paragraph({ style: 'Cell', children: [spanning(new BookmarkEnd(MARKS + index))] }),
]

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
    centred(issuer, 32, 4200),
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
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: contentsTitle, font: HEI, size: 32 })],
    }),
    new TableOfContents(contentsTitle, {
      hyperlink: true,
      headingStyleRange: '1-2',
      entriesFromBookmark: nameOf(index),
      beginDirty: false,
    }),
  ]
}
