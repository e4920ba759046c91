import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areas } from '@/lib/i18n/words'
import { locales, type Locale } from '@/lib/values'

interface Spoken {
  readonly path: string
  readonly text: string
}

/** Every sentence of an area; what takes parameters is spoken with a plain word, number and list for each. */
function speak(entry: unknown, path: string): Spoken[] {
  if (typeof entry === 'string') return [{ path, text: entry }]
  if (typeof entry === 'function') {
    return [
      ...['x', '7', 1, 0, true].map((each) => [each, each, each, each, each, each]),
      [{}, {}, {}],
    ].flatMap((parameters) => {
      try {
        const text: unknown = Reflect.apply(entry, undefined, parameters)
        return typeof text === 'string' && !/undefined|\[object|NaN/.test(text) ? [{ path, text }] : []
      } catch {
        return []
      }
    })
  }
  return typeof entry === 'object' && entry !== null
    ? Object.entries(entry).flatMap(([name, each]) => speak(each, `${path}.${name}`))
    : []
}

const all = (locale: Locale): Spoken[] =>
  Object.entries(areas).flatMap(([name, area]) => speak(area[locale], name))

const paths = (spoken: readonly Spoken[]): string[] => [...new Set(spoken.map(({ path }) => path))].sort()
const objects = (spoken: readonly Spoken[], to: (each: Spoken) => boolean): string[] =>
  spoken.filter(to).map(({ path, text }) => `${path}: ${text}`)

const HAN = /\p{Script=Han}/u

describe('the words of the portal', () => {
  it('say the same things in both languages, and say something', () => {
    const [chinese, english] = [all('zh-CN'), all('en')]
    expect(chinese.length).toBeGreaterThan(500)
    expect(paths(english)).toEqual(paths(chinese))
    for (const locale of locales)
      expect(objects(all(locale), ({ text }) => text.trim() === '' && text !== '')).toEqual([])
  })

  it('are punctuated as Chinese is where they are Chinese', () => {
    const halfWidth = /\p{Script=Han}[,;:!?]|[,;!?]\p{Script=Han}|\p{Script=Han}\.(?!\w)|\.\.\./u
    expect(objects(all('zh-CN'), ({ text }) => halfWidth.test(text))).toEqual([])
  })

  it('are the only ones that put marks between words: a component sets none of one language', () => {
    const between = /\}[:;] \$\{/
    const files = ['app', 'components'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.tsx'))
        .map((file) => `${folder}/${file}`),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => between.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('never fall back on the other language', () => {
    // Names of documents, units and the portal itself are Chinese in either language.
    const names =
      /财办建〔2020〕40号|城绩|GB\s?\d+|[“"(（]\p{Script=Han}+[”")）]|\p{Script=Han}·\d|(?:万|亿)?元|中文/gu
    expect(objects(all('en'), ({ text }) => HAN.test(text.replace(names, '')))).toEqual([])
    expect(objects(all('zh-CN'), ({ text }) => /[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{2,}/.test(text))).toEqual(
      [],
    )
  })
})
