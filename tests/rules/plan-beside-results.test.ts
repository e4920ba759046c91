import { describe, expect, it } from 'vitest'
import { planBesideResults, type PlannedWork } from '@/lib/rules/plan-beside-results'

const TODAY = '2022-10-12'
const work = (code: string, changes: Partial<PlannedWork> = {}): PlannedWork => ({
  code,
  indicators: ['pledge_amount'],
  endsOn: '2022-12-31',
  central: 100n,
  spent: 0n,
  percent: null,
  ...changes,
})
const of = (works: readonly PlannedWork[], achieved = {}) => planBesideResults(works, achieved, TODAY)

describe('the plan beside a result', () => {
  it('spent 80 % where 35 % is achieved is ahead of its result, and comes first', () => {
    const found = of(
      [
        work('1.1', { indicators: ['custody_smes'], spent: 10n }),
        work('1.2', { spent: 80n }),
        work('1.3', { indicators: ['operation_centres'], spent: 90n }),
      ],
      { custody_smes: '0.5', pledge_amount: '0.35', operation_centres: '0.9' },
    )
    expect(found.map(({ indicator, isAhead }) => [indicator, isAhead])).toEqual([
      ['pledge_amount', true],
      // Exactly as much as is achieved is not ahead.
      ['operation_centres', false],
      ['custody_smes', false],
    ])
    expect(found[0]).toMatchObject({ rate: '0.8', achieved: '0.35', central: 100n, spent: 80n })
  })

  it('is ahead by however little, exactly', () => {
    const third = [work('1.1', { central: 3n, spent: 1n })]
    expect(of(third, { pledge_amount: '0.333333333333' })[0]?.isAhead).toBe(true)
    expect(of(third, { pledge_amount: '1/3' })[0]).toMatchObject({ isAhead: false, rate: '1/3' })
  })

  it('counts tasks done at 100 % alone, and overdue from the day after their last', () => {
    const [found] = of([
      work('1.1', { percent: 100, endsOn: '2022-10-11' }),
      work('1.2', { percent: 99, endsOn: '2022-10-11' }),
      work('1.3', { percent: null, endsOn: '2022-10-11' }),
      work('1.4', { percent: 99, endsOn: TODAY }),
      work('1.5', { endsOn: null }),
    ])
    expect(found).toMatchObject({ tasks: 5, done: 1, overdue: 2, achieved: null, isAhead: false })
  })

  it('a task that serves two results is in both; one above others, and one that serves none, in none', () => {
    const found = of([
      work('1.1', { spent: 7n }),
      work('1.1.1', { indicators: ['pledge_amount', 'pledge_projects'], spent: 2n }),
      work('1.2', { indicators: [], spent: 5n }),
      work('1.3', { indicators: ['regional_brands'] }),
    ])
    expect(found.map(({ indicator, tasks, spent }) => [indicator, tasks, spent])).toEqual([
      ['pledge_amount', 1, 2n],
      ['pledge_projects', 1, 2n],
    ])
  })

  it('has no rate where nothing was planned, and then comes last, whatever was spent', () => {
    const found = of(
      [
        work('1.1', { central: null, spent: 5n }),
        work('1.2', { indicators: ['custody_smes'], central: 0n }),
        work('1.3', { indicators: ['pledge_projects'], spent: 1n }),
        work('1.4', { indicators: ['operation_centres'], spent: 1n }),
      ],
      { pledge_amount: '0', custody_smes: '9', pledge_projects: '12' },
    )
    expect(found.map(({ indicator, rate }) => [indicator, rate])).toEqual([
      ['pledge_projects', '0.01'],
      // In the order of the notice.
      ['pledge_amount', null],
      ['custody_smes', null],
      ['operation_centres', '0.01'],
    ])
    expect(found.every(({ isAhead }) => !isAhead)).toBe(true)
  })

  it('is nothing without tasks', () => {
    expect(of([])).toEqual([])
  })
})
