import { describe, expect, it } from 'vitest'
import { countedEntities, entityQuestionOf } from '@/lib/registers/counted-entities'
import type { CountedEntity } from '@/lib/rules/count-history'

const entity = (name: string, changed: Partial<CountedEntity> = {}): CountedEntity => ({
  identity: `CODE-${name}`,
  name,
  creditCode: `CODE-${name}`,
  since: '2022Q1',
  acceptedAt: null,
  validity: null,
  case: null,
  sources: [{ id: name, period: '2022Q1', version: 1, name: `${name} 有限公司`, fate: 'counts', reason: '' }],
  ...changed,
})
const claimed = { number: 3, indicator: 'custody_smes', identity: 'CODE-乙', counts: null }
const all = [
  entity('甲'),
  entity('乙', { case: claimed }),
  entity('丙', { since: '2022Q2' }),
  entity('丁', { since: null }),
]
const found = (asked: Readonly<Record<string, string>>) =>
  countedEntities(all, entityQuestionOf(asked)).entities.map(({ number, name }) => `${number} ${name}`)

describe('the entities behind a count', () => {
  it.each([
    [{}, ['1 甲', '2 乙', '3 丙', '4 丁']],
    [{ state: 'counted' }, ['1 甲', '2 乙', '3 丙']],
    [{ state: 'uncounted' }, ['4 丁']],
    [{ state: 'elsewhere' }, ['2 乙']],
    [{ since: '2022Q2' }, ['3 丙']],
    [{ q: ' ｃｏｄｅ-甲' }, ['1 甲']],
    [{ q: '丙有限' }, ['3 丙']],
    [{ q: '戊' }, []],
    [{ state: 'odd', since: '2022', page: '-1' }, ['1 甲', '2 乙', '3 丙', '4 丁']],
  ])('asked for %o are %o, each with its number among all', (asked, expected) => {
    expect(found(asked)).toEqual(expected)
  })

  it('stand two hundred on a page; beyond the last stands the last', () => {
    const many = Array.from({ length: 201 }, (_, i) => entity(String(i)))
    const page = (number: string) => countedEntities(many, entityQuestionOf({ page: number }))
    expect(page('1')).toMatchObject({ found: 201, page: 1, pages: 2 })
    expect(page('1').entities).toHaveLength(200)
    expect(page('7').entities.map(({ number }) => number)).toEqual([201])
    expect(countedEntities([], entityQuestionOf({}))).toMatchObject({ found: 0, page: 1, pages: 1 })
  })
})
