import { describe, expect, it } from 'vitest'
import { whyNone } from '@/lib/i18n'
import { checkReport, judge } from '@/lib/rules'
import { defaultConfiguration, type IndicatorFacts } from '@/lib/rules/types'
import { report } from './report-to-check'

const BASE = { '2019': { value: '100' } }
const LATE = { value: null, none: 'notYetAvailable', expectedOn: '2022-10-25' } as const

describe('why a figure is missing', () => {
  const facts: IndicatorFacts = {
    ...BASE,
    '2022Q1': { value: '40' },
    '2022Q2': { value: null, none: 'notApplicable' },
  }
  const judged = () => judge('pledge_amount', { ...facts, '2022Q3': LATE }, defaultConfiguration, '2022Q3')

  it('stands beside the verdict that it is missing, and beside the input of its explanation', () => {
    const { verdict, explanation } = judged()
    expect([verdict.code, verdict.missing]).toEqual(['figuresMissing', ['2022Q2', '2022Q3']])
    expect(verdict.lacks).toStrictEqual([
      { period: '2022Q2', none: 'notApplicable' },
      { period: '2022Q3', none: 'notYetAvailable', expectedOn: '2022-10-25' },
    ])
    expect(explanation.inputs.at(-1)).toMatchObject({
      period: '2022Q3',
      value: null,
      ...{ none: LATE.none, expectedOn: LATE.expectedOn },
    })
  })

  it('is nothing where there is a figure after all', () => {
    const come = { value: '5', none: 'notYetAvailable', expectedOn: '2022-10-25' } as const
    const { explanation } = judge(
      'pledge_amount',
      { ...facts, '2022Q1': come },
      defaultConfiguration,
      '2022Q1',
    )
    expect(explanation.inputs.at(-1)).toStrictEqual({
      period: '2022Q1',
      value: '5',
      version: null,
      acceptedAt: null,
    })
  })

  it('is said in both languages, with the day on which it is expected', () => {
    const { verdict } = judged()
    expect(whyNone('zh-CN', verdict)).toContain('暂无数据（预计2022年10月25日）')
    expect(whyNone('zh-CN', verdict)).toContain('不适用')
    expect(whyNone('en', verdict)).toContain('Not yet available (expected')
  })

  it('is nothing where the city said nothing, and changes no verdict', () => {
    const silent = judge(
      'pledge_amount',
      { ...BASE, '2022Q1': { value: '40' } },
      defaultConfiguration,
      '2022Q3',
    )
    expect(silent.verdict).not.toHaveProperty('lacks')
    expect(silent.explanation.inputs.every((input) => !('none' in input))).toBe(true)
    const { verdict } = judged()
    expect([silent.verdict.code, silent.verdict.missing]).toEqual([verdict.code, verdict.missing])
  })
})

describe('a figure that is not yet available', () => {
  const late = { state: 'notYetAvailable', reason: '待核对', expectedOn: '2022-10-12' } as const
  const foundOn = (today?: string) =>
    checkReport(report({ pledge_amount: late }, today === undefined ? {} : { today })).map(
      ({ rule, severity }) => [severity, rule],
    )

  it('is overdue from the day after it was expected, not on the day, and never without a day', () => {
    expect(foundOn('2022-10-12')).toEqual([])
    expect(foundOn('2022-10-13')).toEqual([['soft', 'expectedPassed']])
    expect(foundOn()).toEqual([])
  })
})
