import { describe, expect, it } from 'vitest'
import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import { formRows } from '@/lib/reporting/form-rows'
import { defaultConfiguration, type IndicatorFacts } from '@/lib/rules/types'
import type { Cell } from '@/lib/store/cells'
import type { Period } from '@/lib/values'

type Shown = Parameters<typeof formRows>[0]

const facts = (values: Readonly<Record<string, string>>): IndicatorFacts =>
  Object.fromEntries(Object.entries(values).map(([period, value]) => [period, { value }]))

const BASE = { '2019Q1': '20', '2019Q2': '25', '2019Q3': '25', '2019Q4': '30' }

function draft(period: Period, change: Partial<Shown> = {}): Shown {
  return {
    window: {
      period,
      opensAt: new Date(0),
      dueAt: new Date(0),
      lateAfter: new Date(0),
      lockedAfter: null,
      extendedTo: null,
    },
    scope: 'all',
    cells: [],
    rows: [],
    returned: null,
    known: {
      facts: {},
      entities: [],
      cases: [],
      places: [],
      narratives: [],
      suppliers: [],
      today: '2022-10-12',
      configuration: defaultConfiguration,
      targets: [],
      incomparableAt: () => ({}),
    },
    ...change,
  }
}

const rowOf = (shown: Shown, code: IndicatorCode) => formRows(shown).find((row) => row.indicator === code)

describe('a quarter', () => {
  it('has the nineteen results in the order of the notice', () => {
    expect(formRows(draft('2022Q3')).map((row) => row.indicator)).toEqual(indicatorCodes)
  })

  it('has beside a flow the quarters before, the year so far and the path', () => {
    const known = {
      ...draft('2022Q3').known,
      facts: { pledge_amount: facts({ ...BASE, '2021Q3': '30', '2022Q1': '40', '2022Q2': '50.5' }) },
      targets: [
        {
          city: '1',
          indicator: 'pledge_amount' as const,
          seq: 1,
          value: '50',
          reason: '',
          setByName: '',
          setAt: new Date(0),
        },
      ],
    }
    expect(rowOf(draft('2022Q3', { known }), 'pledge_amount')?.beside).toEqual({
      previous: { period: '2022Q2', value: '50.5' },
      lastYear: { period: '2021Q3', value: '30' },
      earlierThisYear: '90.5',
      missingThisYear: [],
      // 100 in 2019, by 1.3³ = 2.197 to 219.7 for the year, of which its own 70 % by the third quarter.
      required: '153.79',
      notRequired: null,
      target: { value: '50', required: '236.25' },
    })
  })

  it('says which quarters of the year are missing, and why nothing is required', () => {
    const known = { ...draft('2022Q3').known, facts: { pledge_amount: facts({ '2022Q1': '40' }) } }
    expect(rowOf(draft('2022Q3', { known }), 'pledge_amount')?.beside).toMatchObject({
      earlierThisYear: null,
      missingThisYear: ['2022Q2'],
      required: null,
      notRequired: 'baseMissing',
    })
    expect(rowOf(draft('2022Q1'), 'pledge_amount')?.beside).toMatchObject({ earlierThisYear: '0' })
  })

  it('counts a register on top of what was submitted, each entity once', () => {
    const entity = (name: string, period: Period) => ({
      name,
      period,
      indicator: 'custody_smes' as const,
      creditCode: null,
    })
    const row = (name: string) =>
      ({ ...entity(name, '2022Q3'), id: name }) as unknown as Shown['rows'][number]
    const known = {
      ...draft('2022Q3').known,
      entities: [entity('甲', '2022Q1'), entity('乙', '2022Q2'), entity('戊', '2022Q4')],
    }
    expect(rowOf(draft('2022Q3', { known, rows: [row('乙'), row('丙')] }), 'custody_smes')?.counted).toEqual({
      rows: 2,
      added: '1',
      cumulative: '3',
    })
  })

  it('offers the latest narrative of an earlier quarter', () => {
    const told = (period: Period, narrative: string) => ({
      period,
      narrative,
      indicator: 'service_cluster' as const,
    })
    const known = {
      ...draft('2022Q3').known,
      narratives: [told('2022Q1', '早'), told('2022Q2', '近'), told('2022Q3', '本期')],
    }
    expect(rowOf(draft('2022Q3', { known }), 'service_cluster')?.told).toEqual({
      period: '2022Q2',
      narrative: '近',
    })
  })

  it('after a return only the returned figures can be edited, each with its reason', () => {
    const returned = {
      returned: [{ indicator: 'pledge_amount', reason: '请核对' }],
      returnedRows: [],
    } as unknown as Shown['returned']
    const shown = draft('2022Q3', { scope: ['pledge_amount'], returned })
    expect(rowOf(shown, 'pledge_amount')).toMatchObject({ isEditable: true, returned: '请核对' })
    expect(rowOf(shown, 'pledge_projects')).toMatchObject({ isEditable: false, returned: null })
  })
})

describe('the base year', () => {
  it('asks the flows by quarter and as a year, and shows what was saved', () => {
    const cells: Cell[] = [
      {
        indicator: 'pledge_amount',
        part: 'Q2',
        content: { state: 'figure', value: '25' },
        version: 3,
        changedByName: '周文静',
        changedAt: new Date('2020-10-12T01:00:00Z'),
      },
    ]
    const rows = formRows(draft('2019', { cells }))
    expect(rows.map((row) => row.kind)).toEqual(['growth', 'growth', 'growth', 'growth'])
    expect(rows[1]?.cells.map(({ part }) => part)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Y'])
    expect(rows[1]?.cells[1]).toEqual({
      part: 'Q2',
      content: { state: 'figure', value: '25' },
      version: 3,
      by: '周文静',
      at: '2020-10-12T01:00:00.000Z',
    })
    expect(rows[1]?.cells[0]).toMatchObject({ content: { state: 'blank' }, version: 0, by: null })
    expect(rows[1]?.beside).toBeNull()
  })
})
