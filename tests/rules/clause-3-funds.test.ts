import { describe, expect, it } from 'vitest'
import { forbiddenUses } from '@/lib/notice'
import { byGap, dualStanding } from '@/lib/rules/dual-monitor'
import { forbiddenUse } from '@/lib/rules/forbidden-use'
import { fundBalances, spendingByQuarter, type CountedEntry } from '@/lib/rules/fund-balance'

// 三: how the money stands, source by source, and beside the results
const entry = (
  kind: CountedEntry['kind'],
  source: CountedEntry['source'],
  yuan: bigint,
  onDay = '2021-01-01',
) => ({
  kind,
  source,
  yuan,
  onDay,
})

describe('the money of a city', () => {
  it('is received, spent and left source by source; a reversal takes back, and the rate is exact', () => {
    const entries = [
      entry('receipt', 'central', 300n),
      entry('spending', 'central', 150n),
      entry('spending', 'central', -50n),
      entry('receipt', 'local', 8n),
      entry('spending', 'local', 8n),
      entry('spending', 'social', 5n),
    ]
    expect(fundBalances(entries)).toEqual([
      { source: 'central', received: 300n, spent: 100n, balance: 200n, rate: '1/3' },
      { source: 'local', received: 8n, spent: 8n, balance: 0n, rate: '1' },
      { source: 'social', received: 0n, spent: 5n, balance: -5n, rate: null },
    ])
  })

  it('is spent in the quarter of its day in China, earliest first, the last day of March in the first', () => {
    const entries = [
      entry('spending', 'local', 7n, '2021-04-01'),
      entry('spending', 'central', 5n, '2021-03-31'),
      entry('receipt', 'central', 99n, '2021-07-01'),
      entry('spending', 'central', 2n, '2021-01-01'),
      entry('spending', 'social', 1n, '2020-12-31'),
    ]
    expect(spendingByQuarter(entries)).toEqual([
      { quarter: '2020Q4', spent: { central: 0n, local: 0n, social: 1n } },
      { quarter: '2021Q1', spent: { central: 7n, local: 0n, social: 0n } },
      { quarter: '2021Q2', spent: { central: 0n, local: 7n, social: 0n } },
    ])
    // In whatever order they came.
    const mixed = ['2021-04-01', '2020-12-31', '2021-07-01', '2021-01-01'].map((day) =>
      entry('spending', 'local', 1n, day),
    )
    expect(spendingByQuarter(mixed).map(({ quarter }) => quarter)).toEqual([
      '2020Q4',
      '2021Q1',
      '2021Q2',
      '2021Q3',
    ])
  })
})

describe('money beside results', () => {
  const verdicts = [
    { indicator: 'custody_smes', code: 'met' },
    { indicator: 'pledge_amount', code: 'onPace' },
    { indicator: 'pledge_projects', code: 'behindPace' },
    { indicator: 'transfers_licenses', code: 'figuresMissing' },
    { indicator: 'regional_brands', code: 'met' },
  ] as const

  it('of which half is spent with 2 of 11 results on track is 7/22 ahead', () => {
    expect(dualStanding('0.5', verdicts)).toEqual({
      spent: '0.5',
      achieved: '2/11',
      onTrack: 2,
      results: 11,
      gap: '7/22',
    })
    expect(dualStanding(null, verdicts)).toMatchObject({ spent: null, achieved: '2/11', gap: null })
  })

  it('puts first who is furthest ahead, and last who has received nothing', () => {
    const gaps = [null, '-0.5', '7/22', null, '0.4'].map((gap, i) => ({ gap, i }))
    expect(gaps.toSorted(byGap).map(({ i }) => i)).toEqual([4, 2, 1, 0, 3])
    expect(
      gaps
        .toReversed()
        .toSorted(byGap)
        .map(({ i }) => i),
    ).toEqual([4, 2, 1, 3, 0])
    expect(byGap({ gap: null }, { gap: '-1' })).toBe(1)
    expect(byGap({ gap: '-1' }, { gap: null })).toBe(-1)
    expect(byGap({ gap: null }, { gap: null })).toBe(0)
  })
})

describe('a purpose', () => {
  it('that speaks of a forbidden use is found by its word, however it is spaced or set', () => {
    for (const use of forbiddenUses) {
      for (const word of use.words) {
        const spaced = `用于 ${word.split('').join(' ')}`
        expect(forbiddenUse(spaced)?.word, word).toBeDefined()
      }
      const [word = ''] = use.words
      expect(forbiddenUse(word)).toEqual({ use, word })
    }
  })

  it.each([
    ['平台建设，不含征地', null],
    ['平台建设（不包括征地、拆迁费用）', null],
    ['不用于 人员经费和工作经费等', null],
    ['不涉及任何拆迁补偿', null],
    ['不含征地，另付拆迁', '拆迁'],
    ['不含税征地费', '征地'],
    ['并非不含征地', '征地'],
    ['不是不包括拆迁', '拆迁'],
    ['征地，不含征地', '征地'],
    ['不含设备、工资', '工资'],
    // What is denied hides nothing that stands around it.
    ['征不含拆迁地', '征地'],
    ['为驻外人员缴纳社会保险', '社会保险'],
    ['Staff  SALARIES of the platform', 'salaries'],
    ['Ｌａｎｄ acquisition', 'land acquisition'],
    ['platform, excluding salaries and wages', null],
    ['not excluding any wages', 'wages'],
    ['utility model filings', null],
  ])('%s: %s', (purpose, word) => {
    expect(forbiddenUse(purpose)?.word ?? null).toBe(word)
  })

  it('that speaks of none is none', () => {
    expect(forbiddenUse('')).toBeNull()
    expect(forbiddenUse('知识产权公共服务平台建设')).toBeNull()
  })
})
