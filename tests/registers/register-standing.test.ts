import { describe, expect, it } from 'vitest'
import { markElsewhere } from '@/lib/rules/countable'
import {
  registerStanding,
  type Around,
  type EarlierEntity,
  type StandingRow,
} from '@/lib/rules/register-standing'

const row = (id: string, name: string, creditCode: string | null = null): StandingRow => ({
  id,
  name,
  creditCode,
})
const earlier = (period: EarlierEntity['period'], name: string, creditCode: string | null = null) => ({
  period,
  name,
  creditCode,
})

const nowhere: Around = { indicator: 'custody_smes', cases: [], places: [] }
const standingOf = (
  rows: readonly StandingRow[],
  before: readonly EarlierEntity[] = [],
  around: Around = nowhere,
) => registerStanding(rows, before, around)

describe('what a register amounts to', () => {
  it('is cumulative and distinct: what an earlier quarter counted is not counted again', () => {
    const standing = standingOf(
      [row('1', '甲', 'A'), row('2', '乙', 'B')],
      [earlier('2021Q2', '甲', 'A'), earlier('2021Q1', '甲', 'A'), earlier('2021Q1', '丙', 'C')],
    )
    expect(standing).toMatchObject({ total: 3, fresh: 1 })
    expect(standing.rows['1']).toEqual({ counts: 'earlier', since: '2021Q1', likeness: [], case: null })
    expect(standing.rows['2']).toEqual({ counts: 'new', since: null, likeness: [], case: null })
  })

  it('counts the row entered first, and says of the other that it repeats it', () => {
    const standing = standingOf([row('2', '甲', 'A'), row('1', '甲', 'A')], [])
    expect(standing).toMatchObject({ total: 1, fresh: 1 })
    expect(standing.rows['1']?.counts).toBe('new')
    expect(standing.rows['2']?.counts).toBe('repeat')
  })

  it('compares what has no code by its name, as a person would', () => {
    const standing = standingOf([row('1', '青岚 一期 ABS')], [earlier('2020Q4', '青岚一期ａｂｓ')])
    expect(standing).toMatchObject({ total: 1, fresh: 0 })
  })

  it('points out the same code under another name, and the same name with another code', () => {
    const standing = standingOf(
      [row('1', '甲集团', 'A'), row('2', '乙', 'X'), row('3', '丙', 'Y'), row('4', '丙', null)],
      [earlier('2021Q1', '甲', 'A'), earlier('2020Q1', '乙', 'B')],
    )
    expect(standing.rows['1']?.likeness).toEqual([{ code: 'otherName', name: '甲', period: '2021Q1' }])
    expect(standing.rows['2']).toEqual({
      counts: 'new',
      since: null,
      likeness: [{ code: 'otherCode', name: '乙', creditCode: 'B', period: '2020Q1' }],
      case: null,
    })
    expect(standing.rows['4']?.likeness).toEqual([
      { code: 'otherCode', name: '丙', creditCode: 'Y', period: null },
    ])
    expect(standing.total).toBe(5)
  })

  it('of several of the same name points out the one that was there first', () => {
    const before = [earlier('2020Q2', '甲', 'B'), earlier('2020Q3', '甲', 'C'), earlier('2020Q1', '甲', 'A')]
    expect(standingOf([row('1', '甲', 'X')], before).rows['1']?.likeness).toMatchObject([
      { creditCode: 'A', period: '2020Q1' },
    ])
  })

  it('points out both, another name of its code and its name under another code', () => {
    const before = [earlier('2020Q1', '乙有限公司', 'B'), earlier('2021Q1', '甲', 'A')]
    const { likeness } = standingOf([row('1', '乙', 'A')], before).rows['1'] ?? {}
    expect(likeness).toEqual([
      { code: 'otherName', name: '甲', period: '2021Q1' },
      { code: 'otherCode', name: '乙有限公司', creditCode: 'B', period: '2020Q1' },
    ])
  })

  it('points out names that differ only in width, brackets, legal form or the place in front', () => {
    const around = { ...nowhere, places: ['京市', '市北区', '临江市', '东川省'] }
    const alike = (a: string, b: string) =>
      standingOf([row('1', a, 'A'), row('2', b, 'B')], [], around).rows['2']?.likeness[0]?.code ?? null
    expect(alike('启明精密机械有限公司', '启明精密机械有限责任公司')).toBe('otherCode')
    expect(alike('临江市启明（精密）机械有限公司', '启明(精密)机械 有限公司')).toBe('otherCode')
    expect(alike('临江启明机械股份有限公司', 'ｌ')).toBeNull()
    expect(alike('QIMING Machinery Co., Ltd.', 'Qiming machinery')).toBe('otherCode')
    expect(alike('启明精密机械有限公司', '启明新材料有限公司')).toBeNull()
    expect(alike('临江市', '有限公司')).toBeNull()
    for (const form of ['公司', '股份公司', '股份有限公司', '合伙企业', ' Inc.', ' Corp.', ' Limited']) {
      expect(alike(`启明${form}`, '东川启明'), form).toBe('otherCode')
    }
    expect(alike('启明·精密—机械', '“启明”【精密】〔机械〕')).toBe('otherCode')
    expect(alike('市北区启明', '启明')).toBe('otherCode')
    // Only one place, only in front and only a whole one; a form only at the end; and something must be left.
    expect(alike('东川省启明', '东川市启明')).toBe('otherCode')
    expect(alike('启明东川', '启明')).toBeNull()
    expect(alike('启明东川', '启明川')).toBeNull()
    expect(alike('东川启明市', '启明')).toBeNull()
    expect(alike('京启明', '启明')).toBeNull()
    expect(alike('公司宝科技', '宝科技')).toBeNull()
    expect(alike('有限公司', '公司')).toBeNull()
    expect(alike('临江市', '东川省')).toBeNull()
  })

  it('counts nothing of a navigation of another type, and nothing that a decided case lets count elsewhere', () => {
    const around = {
      indicator: 'navigation_projects',
      places: [],
      cases: [
        { number: 4, indicator: 'navigation_projects', identity: 'A', counts: false },
        { number: 5, indicator: 'navigation_projects', identity: 'B', counts: null },
        { number: 6, indicator: 'custody_smes', identity: 'C', counts: false },
      ],
    }
    const standing = standingOf(
      [
        { ...row('1', '区域导航'), details: { projectType: 'regionalPlanning' } },
        { ...row('2', '产业导航'), details: { projectType: 'industryPlanning' } },
        row('3', '甲', 'A'),
        row('4', '乙', 'B'),
        row('5', '丙', 'C'),
      ],
      [{ ...earlier('2021Q1', '研发导航'), details: { projectType: 'research' } }],
      around,
    )
    expect(Object.values(standing.rows).map((each) => [each.counts, each.case])).toEqual([
      ['otherType', null],
      ['new', null],
      ['elsewhere', 4],
      ['new', 5],
      ['new', null],
    ])
    expect(standing).toMatchObject({ total: 3, fresh: 3 })
  })

  it('has nothing against a name spaced or set otherwise under the same code', () => {
    const standing = standingOf([row('1', 'ＡＢ 集团', 'A')], [earlier('2021Q1', 'ab集团', 'A')])
    expect(standing.rows['1']).toMatchObject({ counts: 'earlier', likeness: [] })
  })

  it('points out a namesake to whoever counts, not to whoever is counted already', () => {
    const standing = standingOf([
      row('1', '丙', 'Y'),
      row('2', '丙', 'Z'),
      row('3', '丙', 'W'),
      row('4', '丙', 'Y'),
    ])
    expect(standing.rows['2']?.likeness).toMatchObject([{ code: 'otherCode', creditCode: 'Y' }])
    expect(standing.rows['3']?.likeness).toMatchObject([{ code: 'otherCode', creditCode: 'Y' }])
    const withoutCode = standingOf([row('1', '丙有限公司'), row('2', '丙')])
    expect(withoutCode.rows['2']).toMatchObject({ counts: 'new', likeness: [] })
    expect(standing.rows['4']).toEqual({ counts: 'repeat', since: null, likeness: [], case: null })
  })

  it('says of a row that counts elsewhere not since when it would have counted', () => {
    const lost = { number: 4, indicator: 'custody_smes', identity: 'A', counts: false }
    const standing = standingOf([row('1', '甲', 'A')], [earlier('2021Q1', '甲', 'A')], {
      ...nowhere,
      cases: [lost],
    })
    expect(standing.rows['1']).toEqual({ counts: 'elsewhere', since: null, likeness: [], case: 4 })
  })

  it('of nothing is nothing', () => {
    expect(standingOf([], [])).toEqual({ total: 0, fresh: 0, rows: {} })
  })
})

describe('the rows of a city of which another city has one by a decided case', () => {
  const rows = [
    { ...row('1', '甲', 'A'), indicator: 'custody_smes' },
    { ...row('2', '甲', 'A'), indicator: 'smes_commercialised' },
    { ...row('3', '乙', 'B'), indicator: 'custody_smes' },
    { ...row('4', '丙', 'C'), indicator: 'custody_smes' },
  ]
  const decided = (identity: string, counts: boolean | null) => [
    { number: 1, indicator: 'custody_smes', identity, counts },
  ]

  it('are marked: that enterprise, in that result, once it is decided against the city', () => {
    const marked = (cases: Parameters<typeof markElsewhere>[1]) =>
      markElsewhere(rows, cases).flatMap(({ id, elsewhere }) => (elsewhere === true ? [id] : []))
    expect(marked([...decided('A', false), ...decided('B', true), ...decided('C', null)])).toEqual(['1'])
    expect(marked(decided('B', false))).toEqual(['3'])
  })

  it('stay as they are while nothing is decided against it', () => {
    expect(markElsewhere(rows, [...decided('A', true), ...decided('B', null)])).toBe(rows)
  })
})
