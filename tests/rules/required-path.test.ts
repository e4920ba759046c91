import { describe, expect, it } from 'vitest'
import { requiredPath } from '@/lib/rules'
import { figures, threeYears } from './figures'

const seasonal = { '2019Q1': 10, '2019Q2': 20, '2019Q3': 30, '2019Q4': 40 }

describe('requiredPath', () => {
  it('has the twelve quarters of the span with what is required and known year to date', () => {
    const path = requiredPath(
      'pledge_amount',
      figures({ ...seasonal, '2020Q1': 5, '2020Q2': 6, '2020Q4': 9 }),
      threeYears,
    )
    expect(path.basis).toBe('ownProfile')
    expect(path.points).toHaveLength(12)
    expect(path.points.slice(0, 5)).toEqual([
      { quarter: '2020Q1', required: '13', actual: '5' },
      { quarter: '2020Q2', required: '39', actual: '11' },
      { quarter: '2020Q3', required: '78', actual: null },
      { quarter: '2020Q4', required: '130', actual: null },
      { quarter: '2021Q1', required: '16.9', actual: null },
    ])
    expect(path.points[11]).toEqual({ quarter: '2022Q4', required: '219.7', actual: null })
  })

  it('without the quarters of the base year says that it goes by four equal ones', () => {
    expect(requiredPath('pledge_amount', figures({ 2019: 100 }), threeYears).basis).toBe('equalQuarters')
  })

  it('of a count rises in equal steps to the floor', () => {
    const path = requiredPath('operation_centres', figures({ '2020Q4': 1 }), threeYears)
    expect(path.points.map(({ required }) => required)).toEqual([
      '0.25',
      '0.5',
      '0.75',
      '1',
      '1.25',
      '1.5',
      '1.75',
      '2',
      '2.25',
      '2.5',
      '2.75',
      '3',
    ])
    expect(path.points.map(({ actual }) => actual)).toEqual([
      null,
      null,
      null,
      '1',
      ...Array.from({ length: 8 }, () => null),
    ])
    expect(path).toMatchObject({ reason: null, missing: null, basis: null })
  })

  it('knows what a year brought by its own figure, and nothing where that contradicts its quarters', () => {
    const quarters = { '2020Q1': 1, '2020Q2': 1, '2020Q3': 1, '2020Q4': 1 }
    const last = (year: number | null) =>
      requiredPath('pledge_amount', figures({ 2019: 100, ...quarters, 2020: year }), threeYears).points.slice(
        2,
        4,
      )
    expect(last(4)).toEqual([
      { quarter: '2020Q3', required: '97.5', actual: '3' },
      { quarter: '2020Q4', required: '130', actual: '4' },
    ])
    expect(last(5)[1]?.actual).toBeNull()
    const byYear = requiredPath('pledge_amount', figures({ 2019: 100, 2020: 7 }), threeYears)
    expect(byYear).toMatchObject({ reason: null, missing: null })
    expect(byYear.points[3]?.actual).toBe('7')
  })

  it('without a base has no requirement and says why', () => {
    expect(requiredPath('pledge_amount', figures({}), threeYears)).toMatchObject({
      reason: 'baseMissing',
      missing: ['2019'],
    })
    const zero = requiredPath('pledge_amount', figures({ 2019: 0, 2020: 7 }), threeYears)
    expect(zero).toMatchObject({ reason: 'zeroBase', missing: null, basis: null })
    expect(zero.points[3]).toEqual({ quarter: '2020Q4', required: null, actual: '7' })
    const disagreeing = figures({ 2019: 5, '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 1 })
    expect(requiredPath('pledge_amount', disagreeing, threeYears).reason).toBe('yearDisagreesWithQuarters')
    expect(requiredPath('service_cluster', figures({}), threeYears)).toEqual({
      reason: 'needsJudgement',
      points: [],
      missing: null,
      basis: null,
    })
  })

  it('against a target of its own uses that', () => {
    expect(
      requiredPath('pledge_amount', figures({ 2019: 100 }), threeYears, { target: '50' }).points[3]?.required,
    ).toBe('150')
  })
})
