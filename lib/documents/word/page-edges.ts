import { BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { PaperPart } from '../paper'
import { GREY, HEI, TEXT_WIDTH } from './faces'

/** What says on every page that it is not final, or that nothing in it is real; the weightier first. */
export const marksOf = ({ draft, demonstration }: PaperPart): string[] =>
  [draft, demonstration].filter((mark) => mark != null)

/** Of text beside the text: its characters stand as they are. */
const SMALL = { font: HEI, size: 18, color: GREY, characterSpacing: 0 }

/** What the document is, and what it is not. */
export function headerOf(part: PaperPart): Header {
  const marks = marksOf(part)
  const mark = marks.slice(0, 1).map(
    (text) =>
      new TextWatermark({
        text,
        color: 'F0F0F0',
        opacity: 1,
        font: '黑体',
        width: part.locale === 'en' ? 400 : 280,
        rotation: -35,
      }),
  )
  return new Header({
    children: [
      new Paragraph({
        style: 'Cell',
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' } },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: `${part.title}\t`, ...SMALL }),
          new TextRun({ text: marks.join('　'), ...SMALL, bold: true }),
          ...mark,
        ],
      }),
    ],
  })
}

/** The number of the page outside, 四号, a sign from the edge, and the name of the document at the other side. */
export function footerOf(number: string, side: 'left' | 'right'): Footer {
  const page = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, characterSpacing: 0 })
  const name = new TextRun({ text: number, ...SMALL })
  const tab = new TextRun('\t')
  return new Footer({
    children: [
      new Paragraph({
        style: 'Cell',
        tabStops: [{ type: TabStopType.RIGHT, position: side === 'right' ? TEXT_WIDTH - 280 : TEXT_WIDTH }],
        ...(side === 'left' ? { indent: { left: 280 } } : {}),
        children: side === 'right' ? [name, tab, page] : [page, tab, name],
      }),
    ],
  })
}
