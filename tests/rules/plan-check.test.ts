import { describe, expect, it } from 'vitest'
import { checkPlan } from '@/lib/rules/check-plan'
import type { PlanTask } from '@/lib/rules/plan-task'
import { planTask, yuan } from './plan-tasks'

const draft = (...tasks: readonly PlanTask[]) => checkPlan(tasks, 'draft')
const problem = (code: string, task: string, field: string, detail = {}) => ({ code, task, field, detail })

/** One task under each head that must have one. */
const whole = ['1.1.1', '1.2.1', '1.3.1', '2.1', '3.1', '4.1'].map((code) => planTask(code))

describe('the number of a task', () => {
  it.each(['1.1.1', '2.1', '5.1', '3.9', '4.10', '2.999'])('may be %s', (code) => {
    expect(draft(planTask(code))).toEqual([])
  })

  it('may have five parts, each under the one before, and no sixth', () => {
    const deep = ['2.1', '2.1.1', '2.1.1.1', '2.1.1.1.1'].map((code) => planTask(code))
    expect(draft(...deep)).toEqual([])
    expect(draft(...deep, planTask('2.1.1.1.1.1'))).toEqual([
      problem('numberWrong', '2.1.1.1.1.1', 'code', { got: '2.1.1.1.1.1' }),
    ])
  })

  it.each([
    '',
    '2',
    '0.1',
    '6.1',
    '12.1',
    '2.',
    '.1',
    '2,1',
    '2.0',
    '2.01',
    '2.1000',
    '2.1a',
    'a2.1',
    '2.x',
    '二.1',
  ])('is none if it is “%s”', (code) => {
    expect(draft(planTask(code))).toEqual([problem('numberWrong', code, 'code', { got: code })])
  })

  it.each(['1.1', '1.2', '1.3'])('%s is the notice’s own', (code) => {
    expect(draft(planTask(code))).toEqual([problem('numberOfNotice', code, 'code')])
  })

  it('stands once: the second task with it is named, and so is the third', () => {
    expect(draft(planTask('2.1'), planTask('2.2'), planTask('2.1'), planTask('2.1'))).toEqual([
      problem('numberTwice', '2.1', 'code'),
      problem('numberTwice', '2.1', 'code'),
    ])
  })

  it('lies under a head, a part of the notice or a task of the plan, wherever in the plan that stands', () => {
    expect(draft(planTask('2.7.1'))).toEqual([problem('parentMissing', '2.7.1', 'code', { expected: '2.7' })])
    expect(draft(planTask('2.7.1'), planTask('2.7'))).toEqual([])
    // The notice has three parts under its first head, and a city can add none.
    expect(draft(planTask('1.4.1'))).toEqual([problem('parentMissing', '1.4.1', 'code', { expected: '1.4' })])
  })
})

describe('what a task says', () => {
  it('begins with a title', () => {
    expect(draft(planTask('2.1', { title: '' }))).toEqual([problem('titleMissing', '2.1', 'title')])
  })

  it('is at most 200 signs of title and 200 of department', () => {
    const of = (length: number) =>
      planTask('2.1', { title: '利'.repeat(length), department: '局'.repeat(length) })
    expect(draft(of(200))).toEqual([])
    expect(draft(of(201))).toEqual([
      problem('tooLong', '2.1', 'title', { limit: '200' }),
      problem('tooLong', '2.1', 'department', { limit: '200' }),
    ])
  })

  it('ends on the day it begins or later', () => {
    const days = (startsOn: string | null, endsOn: string | null) =>
      draft(planTask('2.1', { startsOn, endsOn }))
    expect(days('2021-03-01', '2021-03-01')).toEqual([])
    expect(days('2021-03-01', '2021-02-28')).toEqual([
      problem('daysReversed', '2.1', 'endsOn', { from: '2021-03-01', to: '2021-02-28' }),
    ])
    for (const [from, to] of [
      [null, '2021-02-28'],
      ['2021-03-01', null],
      [null, null],
    ] as const)
      expect(days(from, to)).toEqual([])
  })

  it.each(['central', 'local', 'social'] as const)(
    'names no %s money, not even nothing, where other tasks lie under it: no yuan counts twice',
    (source) => {
      const above = planTask('2.1', { budget: yuan({ [source]: 0n }) })
      expect(draft(above, planTask('2.1.1'))).toEqual([problem('amountAbove', '2.1', 'budget')])
      expect(draft(above, planTask('2.2'))).toEqual([])
      expect(draft(planTask('2.1'), planTask('2.1.1', { budget: yuan({ [source]: 5n }) }))).toEqual([])
    },
  )
})

describe('the central money of a plan', () => {
  const central = (code: string, amount: bigint) => planTask(code, { budget: yuan({ central: amount }) })

  it('may be 1.5亿元, the first 1亿元 and the remainder of up to 5000万元 together', () => {
    expect(draft(central('2.1', 150_000_000n))).toEqual([])
    expect(draft(central('2.1', 100_000_000n), central('2.2', 50_000_000n))).toEqual([])
  })

  it('is not for what the fund forbids, by the name of the task that has any; other money may be', () => {
    const demolition = (budget: Parameters<typeof yuan>[0]) =>
      planTask('2.1', { title: '集聚区拆迁', budget: yuan(budget) })
    expect(draft(demolition({ central: 1n }))).toEqual([
      problem('useForbidden', '2.1', 'title', { use: 'demolition', got: '拆迁' }),
    ])
    expect(draft(demolition({ central: 0n, local: 5n, social: 5n }))).toEqual([])
    expect(draft(demolition({}))).toEqual([])
  })

  it('is one yuan too much at the last task that names any', () => {
    const over = [planTask('2.1'), central('2.2', 100_000_000n), central('2.3', 50_000_001n), planTask('2.4')]
    expect(draft(...over)).toEqual([
      problem('centralOver', '2.3', 'budget', { got: '150000001', limit: '150000000' }),
    ])
  })

  it('is what the notice limits: local and social money may be more', () => {
    expect(draft(planTask('2.1', { budget: yuan({ local: 150_000_001n, social: 150_000_001n }) }))).toEqual(
      [],
    )
  })
})

describe('a plan that is signed', () => {
  it('is whole with a task under each of the four heads and each part of the first', () => {
    expect(checkPlan(whole, 'whole')).toEqual([])
  })

  it('names every mandatory head without a task, and never the optional one', () => {
    const empty = (...codes: string[]) => codes.map((code) => problem('headEmpty', code, 'code'))
    expect(checkPlan([], 'whole')).toEqual(empty('1', '1.1', '1.2', '1.3', '2', '3', '4'))
    expect(checkPlan(whole.slice(1), 'whole')).toEqual(empty('1.1'))
    expect(checkPlan(whole.slice(0, 3), 'whole')).toEqual(empty('2', '3', '4'))
    expect(draft()).toEqual([])
  })

  it('says of each lowest task who does it and from when to when; a draft may leave that open', () => {
    const open = { department: '', startsOn: null, endsOn: null }
    const tasks = (more: Partial<PlanTask>) => [...whole, planTask('5.1', more)]
    expect(checkPlan(tasks(open), 'draft')).toEqual([])
    expect(checkPlan(tasks(open), 'whole')).toEqual([
      problem('departmentMissing', '5.1', 'department'),
      problem('daysMissing', '5.1', 'startsOn'),
    ])
    expect(checkPlan(tasks({ endsOn: null }), 'whole')).toEqual([problem('daysMissing', '5.1', 'endsOn')])
  })

  it('asks neither of a task that others carry out', () => {
    const above = planTask('5.1', { department: '', startsOn: null, endsOn: null })
    expect(checkPlan([...whole, above, planTask('5.1.1')], 'whole')).toEqual([])
  })

  it('lacks nothing that a draft may not have either', () => {
    const tasks = [...whole, planTask('2.1'), planTask('5.1', { title: '' })]
    const found = [problem('numberTwice', '2.1', 'code'), problem('titleMissing', '5.1', 'title')]
    expect(checkPlan(tasks, 'draft')).toEqual(found)
    expect(checkPlan(tasks, 'whole')).toEqual(found)
  })
})
