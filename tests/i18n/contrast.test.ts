import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalStyle } from '@/lib/web/refusal-style'

const SHEET = readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8')
const VERDICTS = [
  'met',
  'short',
  'on-pace',
  'behind-pace',
  'not-yet-due',
  'figures-missing',
  'not-computable',
  'needs-judgement',
]
const LINES = ['actual', 'required', 'floor', 'target', 'projection'].map((line) => `chart-${line}`)

/** What the first block after a head names, name by name. */
const named = (css: string, head: string): ReadonlyMap<string, string> => {
  const block = css
    .slice(css.indexOf(head))
    .replace(/^[^{]*\{/, '')
    .replace(/^\s*:root\s*\{/, '')
  const names = block.slice(0, block.indexOf('}')).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)
  return new Map([...names].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const part = Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  }, 0)
const contrast = (a: string, b: string): number => {
  const [less = 0, more = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (more + 0.05) / (less + 0.05)
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'muted', 'accent', 'accent-strong', 'danger', ...VERDICTS].flatMap((ink) =>
    ['paper', 'wash'].map((ground) => [ink, ground] as const),
  ),
  ...['ink', 'muted', 'accent'].map((ink) => [ink, 'sunken'] as const),
  ...['accent', 'danger', 'demo', ...VERDICTS].flatMap((name) => [
    [name, `${name}-wash`] as const,
    ['ink', `${name}-wash`] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
]
const SHAPES: readonly (readonly [string, string])[] = [
  ...['edge', 'focus', ...LINES].flatMap((line) =>
    ['paper', 'wash'].map((ground) => [line, ground] as const),
  ),
]

describe.each([
  ['light', ':root {'],
  ['dark', '@media (prefers-color-scheme: dark) {'],
])('the colours of the portal, %s', (_, head) => {
  const colours = named(SHEET, head)
  const of = (name: string): string => colours.get(name) ?? expect.fail(`no colour is named ${name}`)
  const below = (pairs: typeof TEXT, least: number) =>
    pairs
      .map(([a, b]) => ({ pair: `${a} on ${b}`, is: contrast(of(a), of(b)) }))
      .filter(({ is }) => is < least)
      .map(({ pair, is }) => `${pair}: ${is.toFixed(2)}`)

  it('keep text apart from what it stands on, by 4.5 to 1', () => {
    expect(below(TEXT, 4.5)).toEqual([])
  })

  it('keep edges, focus and lines of charts apart from it, by 3 to 1', () => {
    expect(below(SHAPES, 3)).toEqual([])
  })

  it('are those of the page that a refused link gets', () => {
    const there = named(refusalStyle, head)
    expect(there.size).toBeGreaterThan(8)
    expect([...there].filter(([name, value]) => of(name) !== value)).toEqual([])
  })
})
