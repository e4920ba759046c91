import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { words } from '@/lib/i18n'
import {
  clause,
  clauses,
  indicator,
  indicatorCodes,
  indicators,
  instalments,
  interpretation,
  interpretations,
  isIndicatorCode,
  isNumeric,
  mandatoryTasks,
  notice,
  numericIndicators,
  optionalTasks,
  publishedNational,
} from '@/lib/notice'
import { decimal, isWholeUnit } from '@/lib/values'

// The copy we have was typed with Western marks; the portal sets the marks that Chinese documents have.
const chineseMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
}
const text = readFileSync(path.join(import.meta.dirname, 'notice-2020-40.zh.txt'), 'utf8').replace(
  /[,;:()]/g,
  (mark) => chineseMarks[mark] ?? mark,
)

describe('the Chinese wording', () => {
  it.each(clauses.filter(({ wording }) => wording === 'notice'))(
    'of $id stands word for word in the notice',
    ({ zh }) => {
      expect(text).toContain(zh)
    },
  )

  it('of the tasks whose text is not public is only their heading, and is marked so', () => {
    const heads = clauses.filter(({ wording }) => wording === 'headingOnly')
    expect(heads.map(({ id }) => id)).toEqual(['三·1·2', '三·1·3', '三·1·4'])
    for (const { id } of heads) expect(notice.notPublic).toContain(id)
  })

  it('of title and document number is that of the notice', () => {
    expect(text).toContain(notice.title.zh)
    expect(text).toContain(notice.documentNumber)
  })
})

describe('the nineteen results', () => {
  it('are eleven that figures decide and eight that people judge', () => {
    expect(indicators).toHaveLength(19)
    expect(new Set(indicatorCodes).size).toBe(19)
    expect(numericIndicators).toHaveLength(11)
    expect(indicators.map(({ code }) => code)).toEqual(indicatorCodes)
  })

  it.each(numericIndicators)(
    '$code: the floor $floor and its words stand in clause $clause',
    ({ clause: id, floor, unit, kind, code }) => {
      const { zh } = clause(id)
      // 家, 单 and 个 stand behind the number, growth floors as per cent.
      const wording = kind === 'growth' ? `年均增幅${floor}%以上` : new RegExp(`${floor}${unit}`)
      expect(zh).toMatch(wording)
      expect(isWholeUnit(unit)).toBe(unit !== '万元')
      expect(indicator(code).code).toBe(code)
    },
  )

  it('have a unit of their own: recordals 次, projects 项, money 万元', () => {
    expect(indicator('transfers_licenses').unit).toBe('次')
    expect(indicator('pledge_projects').unit).toBe('项')
    expect(indicator('pledge_amount').unit).toBe('万元')
    expect(indicator('patent_intensive_value_added').unit).toBe('亿元')
  })

  it('have registers behind their counts', () => {
    for (const each of numericIndicators) expect(each.register === null).toBe(each.kind === 'growth')
  })

  it('are told from any other text', () => {
    expect(isIndicatorCode('custody_smes')).toBe(true)
    for (const other of ['', 'Custody_smes', 'toString', '__proto__'])
      expect(isIndicatorCode(other)).toBe(false)
    expect(isNumeric(indicator('service_cluster'))).toBe(false)
  })
})

describe('the money of clause 三', () => {
  it('is 1.5亿元: 1亿元 in 2020 and up to 5000万元 after the mid-term evaluation, in bands that nobody has published', () => {
    expect(Number(instalments.first.amount) + Number(instalments.remainder.upTo)).toBe(
      Number(instalments.total),
    )
    expect(instalments).toMatchObject({ total: '15000', unit: '万元', clause: '三', first: { year: 2020 } })
    expect(instalments.remainder.bands).toBe('unspecified')
  })
})

describe('the tasks', () => {
  it('have four mandatory heads, each a clause of 三', () => {
    expect(mandatoryTasks.map((task) => clause(task.clause as '三·1·1').heading.zh)).toEqual(
      mandatoryTasks.map(({ zh }) => zh),
    )
    expect(mandatoryTasks).toHaveLength(4)
    expect(optionalTasks).toHaveLength(3)
  })

  it('serve each of the nineteen results exactly once', () => {
    expect(mandatoryTasks.flatMap(({ serves }) => serves).sort()).toEqual([...indicatorCodes].sort())
  })
})

describe('the readings', () => {
  it('are R1 to R13, each dated, sourced and in both languages', () => {
    expect(interpretations.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, i) => `R${i + 1}`))
    for (const { question, reading, source, dated, alternatives } of interpretations) {
      for (const said of [question, reading, source, ...alternatives]) {
        expect(said.zh).toMatch(/[\u4e00-\u9fff]/)
        expect(said.zh).not.toMatch(/\p{Script=Han}[,;:!?]|[,;!?]\p{Script=Han}/u)
        expect(said.en).toMatch(/^[A-Z].{5}/)
      }
      expect(dated).toBe('2026-11-24')
    }
    expect(interpretation('R12').reading.zh).toContain('未规定')
  })
})

describe('the published national series', () => {
  it('has all twenty rows with address, unit and an exact figure or none', () => {
    expect(publishedNational).toHaveLength(20)
    // What is doubtful about a row is said in both languages.
    for (const { series, period, note } of publishedNational) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const said = words(locale).notice.published.remarks[`${series} ${period}`]
        expect(said === undefined, `${series} ${period}`).toBe(note === '')
      }
    }
    for (const { url, value, growth, unit, year } of publishedNational) {
      expect(url).toMatch(/^https?:\/\//)
      if (value !== null) expect(decimal(value).num > 0n).toBe(true)
      if (growth !== null) expect(decimal(growth).num > 0n).toBe(true)
      expect(value === null).toBe(unit === '%/年')
      expect(year).toBeGreaterThanOrEqual(2019)
    }
  })
})
