import { describe, expect, it } from 'vitest'
import { checkUse } from '@/lib/review/check-use'
import { checks } from '@/lib/rules'
import type { FindingCount } from '@/lib/store/version-findings'

const count = (
  period: FindingCount['period'],
  outcome: FindingCount['outcome'],
  findings: number,
  rule = 'jump',
): FindingCount => ({ rule, period, outcome, findings })

const use = (code: string, counts: readonly FindingCount[]) => {
  const found = checkUse(checks, counts).find(({ check }) => check === code)
  if (found === undefined) throw new Error(code)
  return found
}

describe('the use of a check', () => {
  it('of 12 found, 9 explained and 3 corrected is 9/12 and 3/12, exactly', () => {
    const { total } = use('jump', [
      count('2022Q1', 'explained', 5),
      count('2022Q2', 'explained', 4),
      count('2022Q2', 'corrected', 3),
    ])
    expect(total).toMatchObject({ fired: 12, explained: 9, corrected: 3, open: 0 })
    expect([total.shareExplained, total.shareCorrected]).toEqual([
      { num: 9n, den: 12n },
      { num: 3n, den: 12n },
    ])
  })

  it('is told by period, the latest first, and only where it fired', () => {
    const { periods } = use('jump', [
      count('2021Q4', 'corrected', 1),
      count('2022Q2', 'open', 1),
      count('2022Q1', 'explained', 9, 'unitSlip'),
    ])
    expect(periods.map(({ period, fired }) => [period, fired])).toEqual([
      ['2022Q2', 1],
      ['2021Q4', 1],
    ])
  })

  it('that never fired has no share; of 19 it is called few, of 20 not', () => {
    expect(use('jump', []).total).toMatchObject({ fired: 0, shareExplained: null, isFew: true })
    expect(use('jump', [count('2022Q1', 'explained', 19)]).total.isFew).toBe(true)
    expect(use('jump', [count('2022Q1', 'explained', 20)]).total.isFew).toBe(false)
  })

  it('is shown of the checks that a decision may change, and of no other', () => {
    const shown = checkUse(checks, [count('2022Q1', 'open', 1, 'notAFigure')]).map(({ check }) => check)
    expect(shown).toEqual(checks.map(({ code }) => code).filter((code) => shown.includes(code)))
    expect(shown).toEqual(expect.arrayContaining(['unitSlip', 'jump', 'cumulativeFell']))
    for (const code of ['answerMissing', 'reasonMissing', 'notAFigure']) expect(shown).not.toContain(code)
  })
})
