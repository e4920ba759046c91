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

  it('and every kind of path, share, base year and span where numbers are compared', () => {
    const spans = [1, 2, 3, 4].map((years) => `${years} years`)
    const bases = [2017, 2018, 2019, 2020].map((year) => `base ${year}`)
    for (const kind of ['compound', 'linear', 'ownProfile', 'equalQuarters', ...spans, ...bases]) {
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(each / 20)
    }
  })
})
