import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatPeriod } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { refusals } from '@/lib/i18n/words/refusals'
import { readTask, TASK_FIELDS, type TaskText } from '@/lib/planning/read-task'
import { locales, REFUSAL_CODES } from '@/lib/values'

const noTask = Object.fromEntries(TASK_FIELDS.map((field) => [field, ''])) as TaskText
const groups = Object.entries(refusals['zh-CN']).filter(([, group]) => typeof group === 'object')
const codes = groups.flatMap(([group, sentences]) => Object.keys(sentences).map((code) => ({ group, code })))

describe('every refusal that a person can meet', () => {
  it('is provoked by a test', () => {
    const folder = path.resolve('tests')
    const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n')
    const unprovoked = codes.filter(({ code }) => !new RegExp(`['"\`]${code}['"\`]`).test(tests))
    expect(unprovoked).toEqual([])
  })

  it('calls each period by its name, the one that was expected too', () => {
    const detail = { period: '2022Q2', expected: '2022Q3' }
    for (const locale of locales) {
      const said = refusalSentence(locale, { code: 'periodOther', detail })
      for (const period of ['2022Q2', '2022Q3'] as const) {
        expect(said).toContain(formatPeriod(locale, period))
        expect(said).not.toContain(period)
      }
    }
  })

  it('is said in a sentence of its own, in both languages, with and without particulars', () => {
    const names = [
      ...new Set([
        ...['refusals', 'file-refusals', 'import-refusals', 'plan-refusals', 'evaluation-refusals'].flatMap(
          (file) => [
            ...readFileSync(path.resolve(`lib/i18n/words/${file}.ts`), 'utf8').matchAll(
              /(?:of|size)\((?:d|detail), '(\w+)'\)/g,
            ),
          ],
        ),
      ]),
    ]
    const known: Readonly<Record<string, string>> = {
      period: '2022Q3',
      indicator: 'pledge_amount',
      status: 'draft',
    }
    const particulars = Object.fromEntries(names.map(([, name = '']) => [name, known[name] ?? '7']))
    for (const locale of locales) {
      for (const detail of [{}, particulars]) {
        const said = REFUSAL_CODES.map((code) => refusalSentence(locale, { code, detail }))
        expect(said.filter((sentence) => sentence.length < 5 || sentence.includes('undefined'))).toEqual([])
        expect(new Set(said).size).toBe(said.length)
      }
      const said = REFUSAL_CODES.map((code) => refusalSentence(locale, { code, detail: particulars }))
      expect(said.filter((sentence) => /“”|  /.test(sentence))).toEqual([])
    }
  })

  it('offers to leave an amount blank only where it may be blank', () => {
    for (const locale of locales) {
      const said = (detail: Readonly<Record<string, string>>) =>
        refusalSentence(locale, { code: 'yuanWrong', detail })
      const offer = locale === 'en' ? /blank/ : /留空/
      expect(said({ got: '0.5', mayBeBlank: 'yes' })).toMatch(offer)
      // A receipt, a payment, the amount of an instalment: also one that was not given at all.
      for (const got of ['0.5', '', ' ']) expect(said({ got })).not.toMatch(offer)
      expect(said({ got: '' })).not.toMatch(/“”|‘’/)
    }
    const { objections } = readTask({ ...noTask, central: '0.5' })
    expect(objections.map(({ refusal }) => refusal)).toEqual([
      { code: 'yuanWrong', detail: { got: '0.5', mayBeBlank: 'yes' } },
    ])
  })

  it('says times, periods, results and states in words', () => {
    expect(
      refusalSentence('zh-CN', {
        code: 'periodNotOpen',
        detail: { period: '2022Q4', opensAt: '2022-12-31T16:00:00.000Z' },
      }),
    ).toBe('2022年第四季度尚未开放填报，2023年1月1日 00:00 开放。')
    expect(refusalSentence('en', { code: 'notEditable', detail: { status: 'submitted' } })).toMatch(
      /submitted/i,
    )
    expect(
      refusalSentence('en', { code: 'figureNotReturned', detail: { indicator: 'pledge_amount' } }),
    ).toMatch(/pledge financing amount/i)
  })
})
