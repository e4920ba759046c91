import { escapeXml } from './clean-text'
import { chartStep } from './chart-step'
import type { PaperChart, PaperLine } from './paper'

const WIDTH = 640
const HEIGHT = 250
const LEFT = 70
const RIGHT = 18
const TOP = 34
const BOTTOM = 32
const FONT = 'Noto Sans SC'

/** As the charts of the portal look in print: told apart by their strokes, not by colour. */
const LOOKS: Readonly<Record<PaperLine['look'], { color: string; width: number; dash: string }>> = {
  actual: { color: '#000000', width: 2.2, dash: '' },
  required: { color: '#804000', width: 1.8, dash: '7 4' },
  target: { color: '#0b5d43', width: 1.8, dash: '1.5 4' },
  projection: { color: '#666666', width: 1.2, dash: '3 3' },
}

/**
 * A chart of lines over periods as SVG for paper: from zero, with its unit, its legend and the last known number of each line
 * written beside it. The same chart gives the same text.
 */
export function chartSvg({ periods, lines, unit, isWhole }: PaperChart): string {
  const most = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const step = chartStep({ lines, isWhole })
  const top = Math.max(step, Math.ceil(most / step) * step)
  const x = (i: number) => LEFT + ((WIDTH - LEFT - RIGHT) * (i + 0.5)) / Math.max(1, periods.length)
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / top
  const grid = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => {
    const at = round(y(i * step))
    const label = text(LEFT - 6, at + 3.5, grouped(i * step), 'end')
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#d9dee5" stroke-width="${i === 0 ? 1.2 : 0.6}"/>${label}`
  })
  const names = periods.map((name, i) =>
    name === '' ? '' : text(x(i), HEIGHT - BOTTOM + 16, name, 'middle'),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    text(LEFT - 6, TOP - 14, unit, 'end'),
    ...grid,
    ...names,
    ...lines.map((line) => drawn(line, x, y)),
    ...legend(lines),
    '</svg>',
  ].join('')
}

function drawn({ look, values }: PaperLine, x: (i: number) => number, y: (value: number) => number): string {
  const { color, width, dash } = LOOKS[look]
  const commands = values.flatMap((value, i) => {
    if (value === null) return []
    return [`${values[i - 1] == null ? 'M' : 'L'}${round(x(i))} ${round(y(value))}`]
  })
  const dots = values.flatMap((value, i) => {
    const isAlone = value !== null && values[i - 1] == null && values[i + 1] == null
    return value !== null && (look === 'actual' || isAlone)
      ? [`<circle cx="${round(x(i))}" cy="${round(y(value))}" r="2.6" fill="${color}"/>`]
      : []
  })
  return `<path d="${commands.join('')}" fill="none" stroke="${color}" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${dots.join('')}`
}

function legend(lines: readonly PaperLine[]): string[] {
  let at = LEFT + 10
  return lines.map(({ name, look }) => {
    const { color, width, dash } = LOOKS[look]
    const from = at
    at += 44 + widthOf(name)
    return `<line x1="${from}" x2="${from + 26}" y1="${TOP - 17}" y2="${TOP - 17}" stroke="${color}" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${text(from + 31, TOP - 13.5, name, 'start')}`
  })
}

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="${FONT}" font-size="11" fill="#3c4350">${escapeXml(words)}</text>`

/** Chinese characters are as wide as they are high, others about half of that. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 11 : 6), 0)

const round = (value: number): number => Math.round(value * 100) / 100

const grouped = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value)
