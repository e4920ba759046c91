import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planNodes } from '@/lib/notice'
import { planDifferences } from '@/lib/rules/plan-differences'
import { compareCodes, parentOf, type PlanTask } from '@/lib/rules/plan-task'
import { addSaid, planTree } from '@/lib/rules/plan-tree'
import { planTask, yuan } from './plan-tasks'

const lineOf = (tasks: readonly PlanTask[], code: string) =>
  planTree(tasks).find((line) => line.code === code)

describe('numbers of tasks', () => {
  it('are ordered as people count: 1.2 before 1.10, and a task before those under it', () => {
    const right = ['1', '1.1', '1.2', '1.2.1', '1.2.2', '1.2.10', '1.10', '2', '2.1', '10.1']
    expect(right.toReversed().toSorted(compareCodes)).toEqual(right)
    expect(right.toSorted(compareCodes)).toEqual(right)
    expect(compareCodes('1.2', '1.2')).toBe(0)
  })

  it('name their place: 1.2.3 lies under 1.2, that under 1, and a head under nothing', () => {
    expect(['1.2.3', '1.2', '1', '2.10'].map(parentOf)).toEqual(['1.2', '1', '', '2'])
  })
})

describe('the tree of a plan', () => {
  it('without a task is what the notice names, with no amount and no day', () => {
    const lines = planTree([])
    expect(lines.map(({ code, depth }) => [code, depth])).toEqual([
      ['1', 0],
      ['1.1', 1],
      ['1.2', 1],
      ['1.3', 1],
      ['2', 0],
      ['3', 0],
      ['4', 0],
      ['5', 0],
    ])
    expect(lines.map(({ node }) => node)).toEqual(planNodes)
    expect(lines.at(-1)).toEqual({
      code: '5',
      depth: 0,
      node: planNodes.at(-1),
      task: null,
      under: 0,
      budget: yuan(),
      startsOn: null,
      endsOn: null,
    })
    expect(lines[0]?.under).toBe(3)
  })

  it('has each task in its place, whatever the order in which they come', () => {
    const codes = ['2.10', '2.2.1', '5.1', '1.3.1', '2.2', '1.1.1']
    expect(planTree(codes.map((code) => planTask(code))).map(({ code }) => code)).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.2',
      '1.3',
      '1.3.1',
      '2',
      '2.2',
      '2.2.1',
      '2.10',
      '3',
      '4',
      '5',
      '5.1',
    ])
    const own = planTask('2.2')
    expect(lineOf([own], '2.2')).toMatchObject({ node: null, task: own, depth: 1, under: 0 })
  })

  it('counts what lies under a line at any depth', () => {
    const tasks = ['2.1', '2.1.1', '2.1.1.1', '2.2'].map((code) => planTask(code))
    expect(['2', '2.1', '2.1.1', '2.2'].map((code) => lineOf(tasks, code)?.under)).toEqual([4, 2, 1, 0])
  })

  it('adds up, source by source, what was said of the lowest tasks; a blank is no zero', () => {
    const tasks = [
      planTask('2.1'),
      planTask('2.1.1', { budget: yuan({ central: 30n, local: 0n }) }),
      planTask('2.1.2', { budget: yuan({ central: 12n }) }),
      planTask('2.2', { budget: yuan({ central: 5n }) }),
    ]
    expect(lineOf(tasks, '2.1')?.budget).toEqual(yuan({ central: 42n, local: 0n }))
    expect(lineOf(tasks, '2')?.budget).toEqual(yuan({ central: 47n, local: 0n }))
    expect(lineOf(tasks, '2.2')?.budget).toEqual(yuan({ central: 5n }))
    expect(addSaid([])).toBeNull()
    expect(addSaid([null, null])).toBeNull()
    expect(addSaid([null, 3n, null, -1n])).toBe(2n)
  })

  it('runs from the earliest beginning under a line, its own included, to the latest end', () => {
    const days = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn })
    const of = (tasks: readonly PlanTask[], code: string) => {
      const line = lineOf(tasks, code)
      return [line?.startsOn, line?.endsOn]
    }
    const tasks = [
      planTask('2.1', days('2021-02-01', '2021-10-01')),
      planTask('2.1.1', days('2021-03-01', '2021-11-30')),
      planTask('2.1.2', days('2021-01-15', null)),
      planTask('2.1.3', days(null, '2021-12-24')),
      planTask('2.1.4', days('2021-04-01', '2021-09-01')),
      planTask('2.2', days(null, null)),
    ]
    expect(of(tasks, '2.1.2')).toEqual(['2021-01-15', null])
    expect(of(tasks, '2.1')).toEqual(['2021-01-15', '2021-12-24'])
    expect(of(tasks, '2')).toEqual(['2021-01-15', '2021-12-24'])
    expect(of(tasks, '2.2')).toEqual([null, null])
    expect(of([planTask('2.1', days('2020-01-01', '2023-01-01')), ...tasks.slice(1)], '2')).toEqual([
      '2020-01-01',
      '2023-01-01',
    ])
  })

  it('loses no yuan and no task, however they are spread', () => {
    const part = fc.integer({ min: 1, max: 4 })
    const plan = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 2, max: 5 }), part, fc.bigInt({ min: 0n, max: 10n ** 12n })),
      {
        selector: ([head, at]) => `${head}.${at}`,
      },
    )
    fc.assert(
      fc.property(plan, (tasks) => {
        const lines = planTree(
          tasks.map(([head, at, local]) => planTask(`${head}.${at}`, { budget: yuan({ local }) })),
        )
        const heads = lines.filter(({ depth }) => depth === 0)
        expect(addSaid(heads.map(({ budget }) => budget.local)) ?? 0n).toBe(
          tasks.reduce((sum, [, , local]) => sum + local, 0n),
        )
        expect(heads.reduce((sum, { under }) => sum + under + 1, 0)).toBe(lines.length)
        expect(lines).toHaveLength(planNodes.length + tasks.length)
      }),
    )
  })
})

describe('what an amendment changes', () => {
  it('is a task that came, one that went and one that differs, in the order of their numbers', () => {
    const [gone, old, now, came] = [
      planTask('2.10'),
      planTask('2.2'),
      planTask('2.2', { title: 'other' }),
      planTask('2.9'),
    ]
    const kept = planTask('2.1')
    expect(planDifferences([gone, kept, old], [now, came, { ...kept }])).toEqual([
      { code: '2.2', kind: 'changed', was: old, becomes: now, aspects: ['title'] },
      { code: '2.9', kind: 'added', was: null, becomes: came, aspects: [] },
      { code: '2.10', kind: 'removed', was: gone, becomes: null, aspects: [] },
    ])
    expect(planDifferences([], [])).toEqual([])
  })

  it.each([
    ['title', { title: 'other' }],
    ['department', { department: 'another' }],
    ['startsOn', { startsOn: null }],
    ['endsOn', { endsOn: '2023-01-01' }],
    ['central', { budget: yuan({ central: 0n }) }],
    ['local', { budget: yuan({ local: 1n }) }],
    ['social', { budget: yuan({ social: 1n }) }],
    ['indicators', { indicators: ['pledge_amount'] }],
  ] as const)('is named by its %s alone where nothing else differs', (aspect, more) => {
    const [was, becomes] = [planTask('2.1'), planTask('2.1', more)]
    expect(planDifferences([was], [becomes])).toEqual([
      { code: '2.1', kind: 'changed', was, becomes, aspects: [aspect] },
    ])
  })

  it('is every respect in which a task differs, one after the other', () => {
    const becomes: PlanTask = {
      code: '2.1',
      title: 'other',
      department: '',
      startsOn: null,
      endsOn: null,
      budget: yuan({ central: 1n, local: 1n, social: 1n }),
      indicators: ['custody_smes', 'pledge_amount'],
    }
    expect(planDifferences([planTask('2.1')], [becomes])[0]?.aspects).toEqual([
      'title',
      'department',
      'startsOn',
      'endsOn',
      'central',
      'local',
      'social',
      'indicators',
    ])
  })
})
