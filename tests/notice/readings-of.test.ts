import { describe, expect, it } from 'vitest'
import { clauseAnchor, clauses, indicators, numericIndicators, readingsOf } from '@/lib/notice'
import { judge } from '@/lib/rules'
import { figures } from '../rules/figures'
import { randomCount, randomFrom, randomGrowth } from '../rules/random-case'

describe('the readings listed beside a result', () => {
  it.each(numericIndicators)('$code: hold every reading a verdict on it names', (subject) => {
    const random = randomFrom(7)
    const named = new Set<string>()
    for (let i = 0; i < 400; i++) {
      const make = subject.kind === 'growth' ? randomGrowth : randomCount
      const { asOf, ...given } = make(random, subject.floor)
      const facts = figures(given.figures)
      for (const options of [{}, { target: '2000' }]) {
        for (const id of judge(subject.code, facts, given, asOf, options).verdict.readings) named.add(id)
      }
    }
    expect([...named].toSorted()).toEqual([...readingsOf(subject)].toSorted())
  })

  it('is R11 alone where people judge', () => {
    const judged = indicators.filter(({ kind }) => kind === 'qualitative')
    expect(judged.map(readingsOf)).toEqual(judged.map(() => ['R11']))
  })
})

describe('the anchor of a clause', () => {
  it('is plain ASCII and its own', () => {
    const anchors = clauses.map(({ id }) => clauseAnchor(id))
    expect(new Set(anchors).size).toBe(clauses.length)
    for (const anchor of anchors) expect(anchor).toMatch(/^clause(-\d)+$/)
  })
})
