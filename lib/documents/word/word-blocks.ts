import { AlignmentType, HeadingLevel, Paragraph, TextRun, type FileChild } from 'docx'
import { ChartRun, type ChartLineDash } from 'docx/charts'
import type { Locale } from '@/lib/values'
import { chartStep } from '../chart-step'
import type { PaperBlock, PaperChart, PaperLine } from '../paper'
import { GREY, TEXT_WIDTH } from './faces'
import { cell, KEPT_TOGETHER, row, table, tableOf, type CellStyle } from './word-table'

/** The terms of facts and of signatures: 44 mm. */
const FACT_TERM = 2494
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** As in print: told apart by their strokes. */
const LOOKS: Readonly<Record<PaperLine['look'], { color: string; dash: ChartLineDash }>> = {
  actual: { color: '000000', dash: 'solid' },
  required: { color: '804000', dash: 'dash' },
  target: { color: '0B5D43', dash: 'dot' },
  projection: { color: '666666', dash: 'shortDash' },
}

/** The pieces of a paper in the styles of the document. */
export const wordBlocks = (
  blocks: readonly PaperBlock[],
  locale: Locale,
  style: CellStyle = 'Cell',
): FileChild[] => blocks.flatMap((block, i) => wordBlock(block, locale, style, blocks[i + 1]?.kind))

function wordBlock(
  block: PaperBlock,
  locale: Locale,
  style: CellStyle,
  next: PaperBlock['kind'] | undefined,
): FileChild[] {
  const isEnglish = locale === 'en'
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3,
          ...(isEnglish ? {} : { indent: { firstLine: 640 } }),
          children: [
            new TextRun({
              text: block.text,
              ...(isEnglish ? { size: block.level === 1 ? 28 : 24, bold: true, characterSpacing: 0 } : {}),
            }),
          ],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          ...(isEnglish
            ? { style: 'English' }
            : block.place === undefined
              ? { alignment: AlignmentType.BOTH, indent: { firstLine: 640 } }
              : {}),
          ...(block.place === 'right' ? { alignment: AlignmentType.RIGHT, indent: { right: 1280 } } : {}),
          ...(next === 'table' || next === 'facts' ? { spacing: { after: 80 } } : {}),
          // What leads to a table stays with it.
          keepNext: next === 'table' || next === 'facts',
          children: [new TextRun(block.text)],
        }),
      ]
    case 'note':
      return [
        new Paragraph({
          style: 'Note',
          keepNext: next === 'table' || next === 'facts' || next === 'signatures',
          children: [new TextRun(block.text)],
        }),
      ]
    case 'facts':
      return table(
        [FACT_TERM, TEXT_WIDTH - FACT_TERM],
        block.rows.map(({ term, value }, i) => {
          const keep = block.rows.length <= KEPT_TOGETHER && i < block.rows.length - 1
          return row([
            cell({ text: term }, 'left', { color: GREY, keep, style }),
            cell(value, 'left', { keep, style }),
          ])
        }),
      )
    case 'table':
      return [...(block.caption === '' ? [] : [caption(block.caption)]), ...tableOf(block, style)]
    case 'chart':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 160, line: 240, lineRule: 'auto' },
          style: 'Cell',
          children: [chart(block.chart, block.alt)],
        }),
        new Paragraph({ style: 'Caption', keepNext: false, children: [new TextRun(block.caption)] }),
      ]
    case 'signatures':
      return table(
        [FACT_TERM, TEXT_WIDTH - FACT_TERM - 3400, 3400],
        block.rows.map(({ term, value, at }, i) => {
          const keep = i < block.rows.length - 1
          return row(
            [
              cell({ text: term }, 'left', { color: GREY, keep }),
              cell({ text: value }, 'left', { keep }),
              cell({ text: at }, 'right', { keep }),
            ],
            680,
          )
        }),
      )
  }
}

const caption = (text: string): Paragraph =>
  new Paragraph({ style: 'Caption', children: [new TextRun(text)] })

const chart = ({ periods, lines, unit, isWhole }: PaperChart, alt: string): ChartRun => {
  const interval = chartStep({ lines, isWhole })
  return new ChartRun({
    type: 'line',
    categories: periods,
    series: lines.map(({ name, look, values }) => ({
      name,
      values,
      markers: look === 'actual',
      line: { ...LOOKS[look], width: look === 'actual' ? 2.25 : 1.5 },
      color: LOOKS[look].color,
    })),
    valueAxis: {
      title: unit,
      minimum: 0,
      interval,
      numberFormat: Number.isInteger(interval) ? '#,##0' : 'General',
    },
    font: { name: '黑体' },
    legend: { position: 'bottom' },
    transformation: { width: 570, height: 260 },
    altText: { name: alt.slice(0, 60), description: alt },
  })
}
