import { describe, expect, it } from 'vitest'
import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import { judge, rehearseMoney, type ScoringScheme } from '@/lib/rules'
import { figures, threeYears } from './figures'

const weights = Object.fromEntries(indicatorCodes.map((code) => [code, '0'])) as Record<IndicatorCode, string>
const scheme = (given: Partial<Record<IndicatorCode, string>>, more: Partial<ScoringScheme> = {}) => ({
  documentNumber: null,
  method: 'proportional' as const,
  weights: { ...weights, ...given },
  ...more,
})
const bands = {
  documentNumber: '测试〔2022〕1号',
  bands: [
    { from: '0', amount: '0' },
    { from: '60', amount: '3000' },
    { from: '90', amount: '5000' },
  ],
}

// 900 of 1000 covered; service_cluster waits for people.
const verdicts = () => [
  judge('custody_smes', figures({ '2022Q4': 900 }), threeYears, '2022Q4').verdict,
  judge('service_cluster', {}, threeYears, '2022Q4').verdict,
]
const rehearse = (
  ...sides: Parameters<typeof rehearseMoney> extends [unknown, ...infer Sides] ? Sides : never
) => rehearseMoney([{ city: 'A', verdicts: verdicts() }], ...sides)[0]

describe('rehearsing weights and bands', () => {
  it('shows the score and the yuan of each city before and after: 900 of 1000 at weight 100 is 90 points and 5000万元', () => {
    const now = { scheme: scheme({ custody_smes: '100' }), bands: null }
    expect(rehearse(now, { ...now, bands })).toEqual({
      simulated: true,
      city: 'A',
      before: {
        atLeast: '90',
        atMost: '90',
        gradeAtLeast: 'excellent',
        gradeAtMost: 'excellent',
        amountAtLeast: null,
        amountAtMost: null,
      },
      after: {
        atLeast: '90',
        atMost: '90',
        gradeAtLeast: 'excellent',
        gradeAtMost: 'excellent',
        amountAtLeast: '5000',
        amountAtMost: '5000',
      },
    })
  })

  it('leaves what people have not judged open: weight 40 for it makes 54 to 94 points, and 0 to 5000万元', () => {
    const half = { scheme: scheme({ custody_smes: '60', service_cluster: '40' }), bands }
    expect(rehearse(half, half)?.after).toEqual({
      atLeast: '54',
      atMost: '94',
      gradeAtLeast: 'poor',
      gradeAtMost: 'excellent',
      amountAtLeast: '0',
      amountAtMost: '5000',
    })
  })

  it('grades by the bounds of each scheme: 90 is 优 from 90 on and 良 if 优 begins at 90.1', () => {
    const usual = { scheme: scheme({ custody_smes: '100' }), bands }
    const higher = {
      scheme: scheme({ custody_smes: '100' }, { grades: { excellent: '90.1', good: '80', fair: '60' } }),
      bands,
    }
    const found = rehearse(usual, higher)
    expect([found?.before.gradeAtLeast, found?.after.gradeAtLeast]).toEqual(['excellent', 'good'])
  })
})
