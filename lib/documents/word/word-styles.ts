import { AlignmentType, type IStylesOptions } from 'docx'
import { GREY, HEI, KAI, SONG, XIAOBIAO } from './faces'

const heading = (font: typeof SONG, size: number, level: number) => ({
  run: { font, size, bold: level === 2, color: '000000' },
  paragraph: { keepNext: true, spacing: { before: 200, after: 100 }, outlineLevel: level },
})

/** The styles of a Word file after GB/T 9704-2012. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      // 三号, drawn together so that 28 signs make a line of 156 mm; 22 lines make a page.
      run: {
        font: SONG,
        size: 32,
        characterSpacing: -5,
        language: { value: 'en-GB', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { line: 580, lineRule: 'atLeast' } },
    },
    title: { run: { font: XIAOBIAO, size: 44 }, paragraph: { alignment: AlignmentType.CENTER } },
    heading1: heading(HEI, 32, 0),
    heading2: heading(KAI, 32, 1),
    heading3: heading(SONG, 32, 2),
    caption: {
      run: { font: HEI, size: 21, characterSpacing: 0, italics: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 160, after: 80, line: 300 },
      },
    },
    hyperlink: { run: { color: '0B3D6E', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 21, characterSpacing: 0, color: GREY },
      paragraph: { spacing: { after: 80, line: 340 } },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { font: HEI, size: 22, characterSpacing: 0 },
      paragraph: { spacing: { line: 300 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: { size: 21, characterSpacing: 0 },
      paragraph: { indent: { left: 320 }, spacing: { line: 290 } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 21, characterSpacing: 0 },
      paragraph: { spacing: { line: 290 } },
    },
    {
      id: 'SmallCell',
      name: 'Small cell',
      basedOn: 'Cell',
      run: { size: 19 },
      paragraph: { spacing: { line: 260 } },
    },
    {
      id: 'English',
      name: 'English',
      basedOn: 'Normal',
      run: { size: 24, characterSpacing: 0 },
      paragraph: { spacing: { line: 380, after: 80 } },
    },
  ],
}
