import { describe, expect, it } from 'vitest'
import { verifyExplanations } from '@/lib/commands/verify/explanations'
import { numericIndicators } from '@/lib/notice'
import { judge } from '@/lib/rules'
import { compareOnRandomCases, type Seen } from '../rules/differential'
import { figures } from '../rules/figures'
import { randomCount, randomFrom, randomGrowth } from '../rules/random-case'

const each = 20_000

describe(`a second implementation with rational numbers agrees on ${each * numericIndicators.length} random cases`, () => {
  const seen: Seen = new Map()

  it.each(numericIndicators.map((subject, i) => ({ ...subject, subject, seed: 7_000_001 + i })))(
    '$code ($kind, floor $floor)',
    ({ subject, seed }) => {
      compareOnRandomCases(subject, seed, each, seen)
    },
    600_000,
  )

  it('and the cases reach every verdict and reason, zero bases, amounts of 16 digits and more, numbers without end, the bound itself', () => {
    const rare = ['zeroBase', 'yearDisagreesWithQuarters', 'cumulativeFell', 'huge', 'endless', 'onTheBound']
    const verdicts = ['met', 'short', 'onPace', 'behindPace', 'notYetDue', 'figuresMissing', 'notComputable']
    for (const trait of [...verdicts, ...rare]) expect(seen.get(trait) ?? 0, trait).toBeGreaterThan(1000)
  })
})

describe('the second implementation of verify writes the same explanation, step by step, of 11,000 random cases', () => {
  it.each(numericIndicators.map((subject, i) => ({ ...subject, subject, seed: 8_000_001 + i })))(
    '$code ($kind, floor $floor)',
    ({ subject, seed }) => {
      const random = randomFrom(seed)
      for (let i = 0; i < 1000; i++) {
        const drawn = (subject.kind === 'growth' ? randomGrowth : randomCount)(random, subject.floor)
        const configuration = {
          ...drawn,
          path: random() < 0.5 ? ('linear' as const) : ('compound' as const),
          share: random() < 0.5 ? ('equalQuarters' as const) : ('ownProfile' as const),
        }
        const { explanation } = judge(subject.code, figures(drawn.figures), configuration, drawn.asOf)
        const file = {
          schema: 'chengji.explanations/1',
          city: '910100',
          asOf: drawn.asOf,
          explanations: [explanation],
        }
        const { faults, explanations } = verifyExplanations(file, null)
        expect([...faults, ...(explanations[0]?.faults ?? [{ drawn }])]).toEqual([])
      }
    },
    600_000,
  )
})
