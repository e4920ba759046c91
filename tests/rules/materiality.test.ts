import { describe, expect, it } from 'vitest'
import { materialityOf } from '@/lib/rules'

const of = (before: string | null, after: string | null, percent = '5', verdicts = 0) =>
  materialityOf([{ indicator: 'pledge_amount', part: '', before, after }], verdicts, percent)

describe('whether a correction is material', () => {
  it('is decided at the threshold itself, exactly, and the comparison is shown', () => {
    expect(of('1000', '1050')).toMatchObject({ isMaterial: true, figures: [{ left: '5000', right: '5000' }] })
    expect(of('1000', '1049.999999')).toMatchObject({
      isMaterial: false,
      figures: [{ left: '4999.9999', right: '5000' }],
    })
    expect(of('1000', '950').isMaterial).toBe(true)
    expect(of('3', '3.15', '5').isMaterial).toBe(true)
    expect(of('1000', '1010', '0.5').isMaterial).toBe(true)
  })

  it('needs no proportion where there was nothing, or nothing remains to compare', () => {
    expect(of('0', '1')).toMatchObject({ isMaterial: true, figures: [{ left: null, right: null }] })
    expect(of(null, '1').isMaterial).toBe(true)
    expect(of('5', null)).toMatchObject({ isMaterial: true, figures: [{ left: null, right: null }] })
    expect(of('0', '0').isMaterial).toBe(false)
    expect(of('1000', '1000', '0').isMaterial).toBe(false)
    expect(of('1000', '1000.000001', '0').isMaterial).toBe(true)
  })

  it('is decided for all figures together by the one that is material', () => {
    const figure = (after: string) =>
      ({ indicator: 'pledge_amount', part: '', before: '1000', after }) as const
    const weighed = materialityOf([figure('1001'), figure('1050')], 0, '5')
    expect(weighed).toMatchObject({ percent: '5', isMaterial: true })
    expect(weighed.figures.map(({ after, isMaterial }) => [after, isMaterial])).toEqual([
      ['1001', false],
      ['1050', true],
    ])
    expect(materialityOf([], 0, '5').isMaterial).toBe(false)
  })

  it('follows from a changed verdict alone, however small the figure', () => {
    expect(of('1000', '1000.01').isMaterial).toBe(false)
    expect(of('1000', '1000.01', '5', 1)).toMatchObject({ isMaterial: true, changedVerdicts: 1 })
  })
})
