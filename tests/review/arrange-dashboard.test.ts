import { describe, expect, it } from 'vitest'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { figures } from '../rules/figures'
import { cityWith, dashboardOf } from './dashboard-of'

const counted = (value: number) => figures({ '2022Q2': value })

// Anshan is on pace, Benxi behind in one, Chengde silent, Dandong behind in one and further back.
const dashboard = dashboardOf(
  [
    cityWith('Anshan', '210300', { custody_smes: counted(900), operation_centres: counted(3) }, '2022Q2'),
    cityWith('Benxi', '210500', { custody_smes: counted(800), operation_centres: counted(3) }, '2022Q2'),
    cityWith('Chengde', '130800', {}, '2022Q2', 'open'),
    cityWith('Dandong', '210600', { custody_smes: counted(300), operation_centres: counted(3) }, '2022Q2'),
  ],
  '2022Q2',
)

const shown = (asked: Readonly<Record<string, string>>) =>
  arrangeDashboard(dashboard, arrangementOf(asked)).cities.map(({ city }) => city.nameEn)

describe('the address of a dashboard', () => {
  it('is read, and what it does not mean is left at its default', () => {
    expect(arrangementOf({})).toEqual({
      sort: 'attention',
      reversed: false,
      verdict: null,
      province: null,
      name: '',
      columns: 'numeric',
      page: 1,
    })
    expect(
      arrangementOf({
        sort: 'toString',
        verdict: 'constructor',
        province: "9'",
        name: ['a', 'b'],
        columns: 'x',
        page: '0',
      }),
    ).toEqual(arrangementOf({}))
    expect(
      arrangementOf({ sort: 'pledge_amount', verdict: 'met', province: '21', name: ' Ｂen ' }),
    ).toMatchObject({
      sort: 'pledge_amount',
      verdict: 'met',
      province: '21',
      name: 'Ben',
    })
  })
})

describe('the order of cities', () => {
  it('puts first what needs attention: behind, then without figures', () => {
    expect(shown({})).toEqual(['Benxi', 'Dandong', 'Chengde', 'Anshan'])
  })

  it('is that of names, or of most met', () => {
    expect(shown({ sort: 'name' })).toEqual(['Anshan', 'Benxi', 'Chengde', 'Dandong'])
    expect(shown({ sort: 'met' })).toEqual(['Anshan', 'Benxi', 'Dandong', 'Chengde'])
  })

  it('by one result puts the worse verdict first, and of equal ones the further behind', () => {
    expect(shown({ sort: 'custody_smes' })).toEqual(['Dandong', 'Benxi', 'Chengde', 'Anshan'])
  })
})

describe('the order of cities the other way round', () => {
  const back = (sort: string) => shown({ sort, order: 'reversed', columns: 'all' })

  it('turns the names, the worst and the least advanced report to the end', () => {
    expect(back('name')).toEqual(['Dandong', 'Chengde', 'Benxi', 'Anshan'])
    expect(back('custody_smes')).toEqual(['Anshan', 'Chengde', 'Benxi', 'Dandong'])
    expect(shown({ sort: 'report' })).toEqual(['Chengde', 'Anshan', 'Benxi', 'Dandong'])
    expect(back('report')).toEqual(['Anshan', 'Benxi', 'Dandong', 'Chengde'])
  })

  it('leaves equals in the order of their names: what all receive alike, and what only people judge', () => {
    const names = ['Anshan', 'Benxi', 'Chengde', 'Dandong']
    for (const sort of ['first', 'second', 'regional_brands']) {
      expect(shown({ sort, columns: 'all' })).toEqual(names)
      expect(back(sort)).toEqual(names)
    }
  })
})

describe('the cities shown', () => {
  it('are those of a province, of a name in either language or code, or with a verdict', () => {
    expect(shown({ province: '13' })).toEqual(['Chengde'])
    expect(shown({ name: 'ben' })).toEqual(['Benxi'])
    expect(shown({ name: '2106' })).toEqual(['Dandong'])
    expect(shown({ name: 'Anshan市' })).toEqual(['Anshan'])
    expect(shown({ verdict: 'onPace' })).toEqual(['Anshan'])
    expect(shown({ verdict: 'needsJudgement' })).toEqual([])
    expect(shown({ verdict: 'needsJudgement', columns: 'all' })).toHaveLength(4)
  })

  it('are what the counts count, and their money is added up', () => {
    const arranged = arrangeDashboard(dashboard, arrangementOf({ province: '21' }))
    expect(arranged.byIndicator.get('custody_smes')).toEqual({ onPace: 1, behindPace: 2 })
    expect(arranged.byIndicator.get('operation_centres')).toEqual({ met: 3 })
    expect(arranged.inAll).toMatchObject({ met: 3, onPace: 1, behindPace: 2 })
    expect(arranged.money).toEqual({ first: '30000', decided: '0', decidedCities: 0, secondUpTo: '15000' })
    // What was decided of one city takes the place of what could come at most.
    const [one, ...others] = dashboard.cities.filter(({ city }) => city.code.startsWith('21'))
    if (one === undefined) throw new Error('no city')
    const decided = { ...dashboard, cities: [{ ...one, decided: 25_000_000n }, ...others] }
    expect(arrangeDashboard(decided, arrangementOf({})).money).toEqual({
      first: '30000',
      decided: '2500',
      decidedCities: 1,
      secondUpTo: '12500',
    })
  })
})

describe('the pages of a long matrix', () => {
  const cities = Array.from({ length: 120 }, (_, i) =>
    cityWith(`City${i}`, String(910_000 + i), {}, '2022Q2'),
  )
  const pageOf = (page: string) =>
    arrangeDashboard(dashboardOf(cities, '2022Q2'), arrangementOf({ sort: 'name', page }))

  it('hold fifty cities each; one beyond the last is the last', () => {
    expect(pageOf('2').onPage.map(({ city }) => city.code)).toEqual(
      cities.slice(50, 100).map(({ city }) => city.code),
    )
    expect(pageOf('9')).toMatchObject({ page: 3, pages: 3, onPage: { length: 20 }, cities: { length: 120 } })
  })
})
