import { describe, expect, it } from 'vitest'
import { matrixOfDashboard } from '@/lib/documents/matrix-of-dashboard'
import { nationalSummary } from '@/lib/documents/papers/national-summary'
import { beside } from '@/lib/i18n/words/beside'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { judgePublished } from '@/lib/review/published-reference'
import { cityWith, dashboardOf } from '../review/dashboard-of'

const accepted = (value: string, version: number, acceptedAt: string) => ({ value, version, acceptedAt })

const dashboard = {
  ...dashboardOf(
    [
      cityWith(
        'Anshan',
        '210300',
        {
          custody_smes: {
            '2022Q1': accepted('800', 3, '2022-04-23T02:00:00.000Z'),
            '2022Q2': accepted('820', 1, '2022-07-23T02:00:00.000Z'),
          },
        },
        '2022Q2',
      ),
      cityWith('Benxi', '210500', {}, '2022Q2', 'open'),
    ],
    '2022Q2',
  ),
  published: judgePublished('2022Q2'),
}

const documentOf = (asked: Readonly<Record<string, string>>) =>
  matrixOfDashboard(dashboard, arrangeDashboard(dashboard, arrangementOf(asked)), {
    locale: 'zh-CN',
    demonstration: false,
    unaccepted: asked.unaccepted === 'shown' ? 'shown' : 'hidden',
  })

describe('the matrix as it is exported', () => {
  it('holds the cities and results shown, in their order', () => {
    const document = documentOf({ sort: 'name' })
    expect(document.cities.map(({ name }) => name)).toEqual(['Anshan市', 'Benxi市'])
    expect(document.indicators).toHaveLength(11)
    expect(documentOf({ columns: 'all', name: 'benxi' })).toMatchObject({
      cities: [{ code: '210500' }],
      indicators: expect.objectContaining({ length: 19 }) as unknown,
    })
  })

  const withPending = () => {
    const [anshan, benxi] = dashboard.cities
    if (anshan === undefined || benxi === undefined) throw new Error('two cities')
    const fact = { indicator: 'custody_smes', period: '2022Q2', value: '900', version: 2 } as const
    const pending = { ...dashboard, cities: [{ ...anshan, pending: [fact] }, benxi] }
    return { pending, arranged: arrangeDashboard(pending, arrangementOf({ sort: 'name' })) }
  }

  it('holds what is not accepted where that was chosen, and not else', () => {
    const { pending, arranged } = withPending()
    const of = (unaccepted: 'shown' | 'hidden') =>
      matrixOfDashboard(pending, arranged, { locale: 'zh-CN', demonstration: false, unaccepted }).cities.map(
        (city) => city.pending,
      )
    expect(of('shown')).toEqual([{ custody_smes: '900' }, {}])
    expect(of('hidden')).toEqual([{}, {}])
  })

  it('and on paper stands in a column of its own, and the paper says what was chosen', () => {
    const { pending, arranged } = withPending()
    const of = (unaccepted: 'shown' | 'hidden') => {
      const request = { locales: ['zh-CN'] as const, origin: 'https://portal.example', demonstration: false }
      const [{ blocks }] = nationalSummary(pending, arranged, request, unaccepted).parts
      const said = beside['zh-CN'].unaccepted
      return {
        says: blocks.some((block) => block.kind === 'paragraph' && block.text === said.inFile[unaccepted]),
        columns: blocks.flatMap((block) =>
          block.kind === 'table'
            ? block.columns.flatMap(({ name }, i) =>
                name === said.column.shown ? [block.rows.map((row) => row[i]?.text)] : [],
              )
            : [],
        ),
      }
    }
    // Other results have no such column.
    expect(of('shown')).toEqual({ says: true, columns: [['900', '']] })
    expect(of('hidden')).toEqual({ says: true, columns: [] })
  })

  it('gives each verdict with exact numbers, its reason and the newest figure behind it', () => {
    const [anshan, benxi] = documentOf({ sort: 'name' }).cities
    expect(anshan?.verdicts.custody_smes).toEqual({
      code: 'behindPace',
      word: '进度落后',
      period: '2022Q2',
      actual: '820',
      required: '2500/3',
      gap: '-40/3',
      reason: null,
      version: 1,
      acceptedAt: '2022-07-23T02:00:00.000Z',
      reference: { period: '2022Q2', version: 1, indicator: 'custody_smes' },
      exact: { period: '2022Q2', version: 1, indicator: 'custody_smes' },
    })
    expect(benxi?.verdicts.pledge_amount).toMatchObject({
      code: 'figuresMissing',
      reason: '缺：2019年',
      actual: null,
    })
  })

  it('names an amount for the first instalment only', () => {
    const [city] = documentOf({}).cities
    expect(city?.instalments).toEqual({
      first: { wan: '10000', word: '10,000' },
      second: { wan: null, word: '至多 5,000（分档标准未公布）' },
    })
  })

  it('has the published national figures as a reference, judged as of the last whole year', () => {
    const [reference] = documentOf({}).reference
    expect(reference).toMatchObject({ name: '全国（已公布数据）', asOf: '2021Q4' })
    expect(reference?.verdicts.pledge_amount).toMatchObject({ code: 'onPace', actual: '30980000' })
  })
})
