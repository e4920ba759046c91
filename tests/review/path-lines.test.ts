import { describe, expect, it } from 'vitest'
import { pathLines } from '@/lib/review/path-lines'
import { requiredPath } from '@/lib/rules'
import { figures, threeYears } from '../rules/figures'

const flow = figures({
  '2019Q1': 2000,
  '2019Q2': 2500,
  '2019Q3': 2500,
  '2019Q4': 3000,
  '2020Q1': 2500,
  '2020Q2': 3000,
  '2022Q1': 3968,
})

const paths = (
  code: 'transfers_licenses' | 'custody_smes',
  facts: ReturnType<typeof figures>,
  target?: string,
) => ({
  floor: requiredPath(code, facts, threeYears),
  target: target === undefined ? null : requiredPath(code, facts, threeYears, { target }),
})

describe('the lines of a chart', () => {
  it('of a flow begin each year at nothing, with a gap before it', () => {
    const { drawn } = pathLines('growth', paths('transfers_licenses', flow), '2022Q4', null)
    const starts = drawn.filter(({ quarter, required }) => quarter === null && required === 0)
    expect(starts.map(({ at }) => Math.floor(at))).toEqual([0, 4, 8])
    const gaps = drawn.filter(({ quarter, required }) => quarter === null && required === null)
    expect(gaps).toHaveLength(2)
    expect(drawn.filter(({ quarter }) => quarter !== null)).toHaveLength(12)
    expect(drawn.map(({ at }) => at)).toEqual(drawn.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  it('of a count begin once', () => {
    const { drawn } = pathLines('count', paths('custody_smes', figures({ '2020Q1': 80 })), '2022Q4', null)
    expect(drawn).toHaveLength(13)
    expect(drawn[0]).toMatchObject({ at: 0, actual: 0, required: 0 })
    expect(drawn[12]).toMatchObject({ at: 12, required: 1000, actual: null })
  })

  it('show nothing after the quarter judged but what is required and expected', () => {
    const projection = {
      at: '2020Q4',
      value: '12222',
      required: '12000',
      basis: 'ownProfile',
      year: null,
    } as const
    const { quarters } = pathLines('growth', paths('transfers_licenses', flow, '25'), '2020Q2', projection)
    const known = quarters.filter(({ actual }) => actual !== null).map(({ quarter }) => quarter)
    expect(known).toEqual(['2020Q1', '2020Q2'])
    expect(quarters[1]).toMatchObject({
      actual: '5500',
      required: '5400',
      target: '5625',
      projection: '5500',
    })
    expect(quarters[3]).toMatchObject({ actual: null, projection: '12222' })
  })

  it('have the floor of each whole year of a flow and of the whole span of a count, level from its beginning', () => {
    const { quarters, drawn } = pathLines('growth', paths('transfers_licenses', flow), '2020Q2', null)
    expect(new Set(quarters.slice(0, 4).map(({ floor }) => floor))).toEqual(new Set(['12000']))
    expect(quarters[4]?.floor).toBe('14400')
    expect(quarters.every(({ floor }, i) => floor === quarters[Math.floor(i / 4) * 4 + 3]?.required)).toBe(
      true,
    )
    expect(drawn[0]).toMatchObject({ required: 0, floor: 12000 })
    const count = pathLines('count', paths('custody_smes', figures({ '2020Q1': 80 })), '2022Q4', null)
    expect(new Set(count.quarters.map(({ floor }) => floor))).toEqual(new Set(['1000']))
  })

  it('are empty where nothing is known and nothing can be required', () => {
    expect(pathLines('growth', paths('transfers_licenses', figures({})), '2022Q2', null).isEmpty).toBe(true)
    expect(pathLines('count', paths('custody_smes', figures({})), '2022Q2', null).isEmpty).toBe(false)
  })
})
