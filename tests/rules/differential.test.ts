import { describe, expect, it } from 'vitest'
import { numericIndicators } from '@/lib/notice'
import { compareOnRandomCases, type Seen } from './differential'

const each = 2000

describe(`a second implementation agrees on ${each * numericIndicators.length} random cases (tests/proof has ten times as many)`, () => {
  const seen: Seen = new Map()

  it.each(numericIndicators.map((subject, i) => ({ ...subject, subject, seed: 20_201 + i })))(
    '$code ($kind, floor $floor)',
    ({ subject, seed }) => {
      compareOnRandomCases(subject, seed, each, seen)
    },
  )

  it('and the cases reach every verdict that figures can give', () => {
    for (const code of [
      'met',
      'short',
      'onPace',
      'behindPace',
      'notYetDue',
      'figuresMissing',
      'notComputable',
    ]) {
      expect(seen.get(code) ?? 0, code).toBeGreaterThan(each / 20)
    }
  })
})
