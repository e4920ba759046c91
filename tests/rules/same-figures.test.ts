import { describe, expect, it } from 'vitest'
import { numericIndicators } from '@/lib/notice'
import { judge, verdictOnly, type FigureFact, type IndicatorFacts } from '@/lib/rules'
import { quartersBetween } from '@/lib/values'
import { threeYears } from './figures'
import { randomCount, randomFrom, randomGrowth } from './random-case'

const pledges = (last: string): Record<string, FigureFact> => ({
  '2019': { value: '100' },
  '2022': { value: last },
})

describe('figures that were judged before', () => {
  it('are judged as of every quarter, in any order, as they are when nobody judged them before', () => {
    const random = randomFrom(29)
    for (let i = 0; i < 6; i++) {
      for (const { code, kind, floor } of numericIndicators) {
        const { figures } = kind === 'count' ? randomCount(random, floor) : randomGrowth(random, floor)
        const facts: IndicatorFacts = Object.fromEntries(
          Object.entries(figures).map(([period, value]) => [period, { value }]),
        )
        for (const asOf of quartersBetween('2019Q3', '2023Q1').toSorted(() => random() - 0.5)) {
          const again = judge(code, facts, threeYears, asOf)
          const first = judge(code, structuredClone(facts), threeYears, asOf)
          expect(JSON.stringify(again)).toBe(JSON.stringify(first))
        }
      }
    }
  })

  it('are read anew where one was replaced: 219.7 reaches 30 % a year on 100, 219.6 does not', () => {
    const facts = pledges('219.7')
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict.code).toBe('met')
    facts['2022'] = { value: '219.6', version: 2 }
    const { verdict, explanation } = judge('pledge_amount', facts, threeYears, '2022Q4')
    expect(verdict).toMatchObject({ code: 'short', actual: '219.6', gap: '-0.1' })
    expect(explanation.inputs[1]).toMatchObject({ period: '2022', value: '219.6', version: 2 })
    facts['2022'] = { value: '219.6', version: 3 }
    const again = judge('pledge_amount', facts, threeYears, '2022Q4').explanation
    expect(again.inputs[1]).toMatchObject({ value: '219.6', version: 3 })
  })

  it('and where one was altered in its place, taken away or added', () => {
    const changing = { value: '219.7' }
    const facts = { ...pledges('0'), '2022': changing } as Record<string, FigureFact>
    const code = () => judge('pledge_amount', facts, threeYears, '2022Q4').verdict.code
    expect(code()).toBe('met')
    changing.value = '219.6'
    expect(code()).toBe('short')
    Reflect.deleteProperty(facts, '2022')
    expect(code()).toBe('figuresMissing')
    facts['2022'] = { value: '219.7' }
    expect(code()).toBe('met')
  })

  it('have no say in the verdict on another city with the same quarters', () => {
    const [pledge] = numericIndicators.filter(({ code }) => code === 'pledge_amount')
    if (!pledge) throw new Error('no such result')
    const codes = ['219.7', '219.6', '219.7'].map(
      (last) => verdictOnly(pledge, pledges(last), threeYears, '2022Q4').code,
    )
    expect(codes).toEqual(['met', 'short', 'met'])
  })

  it('are read once and their steps taken once: two quarters show the very same', () => {
    const facts = { ...pledges('200'), '2022Q1': { value: '60' }, '2022Q2': { value: '60' } }
    const [first, second] = (['2022Q1', '2022Q2'] as const).map(
      (asOf) => judge('pledge_amount', facts, threeYears, asOf).explanation,
    )
    const step = (of: typeof first, name: string) => of?.steps.find(({ code }) => code === name)
    expect(step(first, 'baseTotal')).toBe(step(second, 'baseTotal'))
    expect(step(first, 'requiredYear')?.operands[0]).toBe(step(second, 'requiredYear')?.operands[0])
    expect(first?.inputs[0]).toBe(second?.inputs[0])
    // Of another city only what is the same for every city is.
    const other = judge('pledge_amount', pledges('200'), threeYears, '2022Q4').explanation
    expect(step(other, 'baseTotal')).toEqual(step(first, 'baseTotal'))
    expect(step(other, 'baseTotal')).not.toBe(step(first, 'baseTotal'))
    expect(step(other, 'yearlyFactor')).toBe(step(first, 'yearlyFactor'))
    // A target is the city's own.
    const [once, again] = [1, 2].map(
      () => judge('pledge_amount', facts, threeYears, '2022Q1', { target: '35' }).explanation,
    )
    expect(step(once, 'yearlyFactor')).toEqual(step(again, 'yearlyFactor'))
    expect(step(once, 'yearlyFactor')).not.toBe(step(again, 'yearlyFactor'))
  })
})
