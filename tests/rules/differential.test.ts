import { describe, expect, it } from 'vitest'
import { numericIndicators } from '@/lib/notice'
import { verdictOnly } from '@/lib/rules'
import { figures } from './figures'
import { randomCount, randomFrom, randomGrowth } from './random-case'
import { secondCount, secondGrowth } from './second-implementation'

// 200,000 with `CASES=200000 npx vitest run --project rules tests/rules/differential.test.ts`.
const cases = Number(process.env.CASES ?? 22_000)

describe(`a second implementation agrees on ${cases} random cases`, () => {
  const seen = new Map<string, number>()

  it.each(numericIndicators.map((subject, i) => ({ ...subject, subject, seed: 20_201 + i })))(
    '$code ($kind, floor $floor)',
    ({ subject, seed }) => {
      const random = randomFrom(seed)
      for (let i = 0; i < cases / numericIndicators.length; i++) {
        const growth = subject.kind === 'growth'
        const drawn = growth ? randomGrowth(random, subject.floor) : randomCount(random, subject.floor)
        const { baseYear, intervals, asOf } = drawn
        const second = (growth ? secondGrowth : secondCount)(
          drawn.figures,
          subject.floor,
          baseYear,
          intervals,
          asOf,
        )
        const verdict = verdictOnly(subject, figures(drawn.figures), { baseYear, intervals }, asOf)
        const { code, reason, actual, required, gap, neededPerQuarter, missing } = verdict
        const first = { verdict: code, reason, actual, required, gap, neededPerQuarter, missing }
        // Compared as text, since a deep comparison of every case would take most of the time.
        if (JSON.stringify(first) !== JSON.stringify(inOrder(second)))
          expect({ drawn, ...first }).toEqual({ drawn, ...second })
        seen.set(code, (seen.get(code) ?? 0) + 1)
      }
    },
    600_000,
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
      expect(seen.get(code) ?? 0, code).toBeGreaterThan(cases / 200)
    }
  })
})

function inOrder(second: ReturnType<typeof secondGrowth>) {
  const { verdict, reason, actual, required, gap, neededPerQuarter, missing } = second
  return { verdict, reason, actual, required, gap, neededPerQuarter, missing }
}
