import { expect, it } from 'vitest'
import type { CountCode } from '@/lib/notice'
import { judge } from '@/lib/rules'
import { figures, threeYears } from './figures'

/** A clause that asks for so many of something, in the words of its sentence. */
export interface CountClause {
  readonly code: CountCode
  readonly clause: string
  readonly floor: number
  /** What is counted: `SMEs`. */
  readonly of: string
  /** Whether the notice says 以上. */
  readonly orMore: boolean
}

/** The sentences of one count, on the bound and one unit either side, at the end and before it. */
export function itAsksFor({ code, clause, floor, of, orMore }: CountClause): void {
  const at = (value: number) => judge(code, figures({ '2022Q4': value }), threeYears, '2022Q4')

  it(`${floor} ${of} at the end of 2022 meet the clause with nothing to spare`, () => {
    const { verdict, explanation } = at(floor)
    expect(verdict).toMatchObject({ code: 'met', actual: `${floor}`, required: `${floor}`, gap: '0' })
    expect(verdict.readings.slice(0, 3)).toEqual(['R1', 'R3', 'R5'])
    expect(explanation).toMatchObject({ clause, document: '财办建〔2020〕40号' })
  })

  it(`${floor - 1} ${of} are one short, and no quarter is left`, () => {
    expect(at(floor - 1).verdict).toMatchObject({
      code: 'short',
      actual: `${floor - 1}`,
      gap: '-1',
      neededPerQuarter: null,
    })
  })

  it(`${floor + 1} ${of} are one more than needed`, () => {
    expect(at(floor + 1).verdict).toMatchObject({ code: 'met', gap: '1' })
  })

  it(`${floor} ${of} reached in 2020Q1 stay met, whatever is reported or not reported later`, () => {
    const early = figures({ '2020Q1': floor })
    expect(judge(code, early, threeYears, '2020Q1').verdict.code).toBe('met')
    expect(judge(code, early, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      actual: `${floor}`,
    })
  })

  it(
    orMore
      ? `if 以上 left the number out (R1), ${floor} ${of} would be short and ${floor + 1} would meet it`
      : `${floor} is asked for without 以上: no reading of it leaves the number out`,
    () => {
      const strictly = (value: number) =>
        at(value).explanation.alternatives.find((each) => each.code === 'strictlyAbove')
      expect(strictly(floor)?.verdict).toBe(orMore ? 'short' : undefined)
      expect(strictly(floor + 1)?.verdict).toBe(orMore ? 'met' : undefined)
      if (!orMore) return
      expect(strictly(floor)).toMatchObject({
        reading: 'R1',
        differs: true,
        actual: `${floor}`,
        required: `${floor}`,
        gap: '0',
      })
    },
  )
}

/** The sentence of a result for which the notice has a word and no number. */
export function itLeavesToPeople(code: Parameters<typeof judge>[0], clause: string, word: string): void {
  it(`“${word}” has no number: neither 0 nor a thousand times as much colours ${code} (R11)`, () => {
    for (const last of ['0', '1', '1000']) {
      const { verdict, explanation } = judge(code, figures({ 2019: 1, 2022: last }), threeYears, '2022Q4')
      expect(verdict).toMatchObject({
        code: 'needsJudgement',
        readings: ['R11'],
        actual: null,
        required: null,
        neededPerQuarter: null,
      })
      expect(explanation).toMatchObject({ clause, parameters: [], inputs: [], steps: [], alternatives: [] })
    }
  })
}
