import { describe, expect, it } from 'vitest'
import { caseOf, markElsewhere, type CaseMark } from '@/lib/rules/countable'

const mark = (number: number, identity: string, counts: boolean | null = null): CaseMark => ({
  number,
  indicator: 'custody_smes',
  identity,
  counts,
})
const coded = { name: '甲有限公司', creditCode: '91910100MA00000010' }
const foreign = { name: 'Nova Optics Co., Ltd.', creditCode: null }

describe('the case that a row is part of', () => {
  it('is that of its credit code, for its own result', () => {
    const cases = [mark(1, '91910100MA00000029'), mark(2, coded.creditCode)]
    expect(caseOf(cases, 'custody_smes', coded)?.number).toBe(2)
    expect(caseOf(cases, 'certified_entities', coded)).toBeNull()
    expect(caseOf([mark(1, '91910100MA00000029')], 'custody_smes', coded)).toBeNull()
  })

  it('is that of its name, however it is written, where the case is about a name', () => {
    const cases = [mark(1, 'name:novaoptic'), mark(2, 'name:novaoptics')]
    expect(caseOf(cases, 'custody_smes', foreign)?.number).toBe(2)
    expect(caseOf(cases, 'custody_smes', { ...foreign, name: 'ＮＯＶＡ optics' })?.number).toBe(2)
    expect(caseOf([mark(3, 'name:甲')], 'custody_smes', coded)?.number).toBe(3)
    // A name is never mistaken for a code.
    expect(caseOf([mark(4, 'novaoptics')], 'custody_smes', foreign)).toBeNull()
  })

  it('is the one that says it does not count here, where there are several', () => {
    const both = [mark(1, coded.creditCode, true), mark(2, 'name:甲', false)]
    expect(caseOf(both, 'custody_smes', coded)?.number).toBe(2)
    expect(caseOf([mark(1, coded.creditCode), mark(2, 'name:甲', true)], 'custody_smes', coded)?.number).toBe(
      1,
    )
  })

  it('takes a row out of the count once it is decided for another city, and no other row', () => {
    const rows = [
      { ...foreign, indicator: 'custody_smes' },
      { ...coded, indicator: 'custody_smes' },
    ]
    expect(markElsewhere(rows, [mark(1, 'name:novaoptics')])).toBe(rows)
    const marked = markElsewhere(rows, [mark(1, 'name:novaoptics', false)])
    expect(marked.map(({ elsewhere }) => elsewhere)).toEqual([true, false])
  })
})
