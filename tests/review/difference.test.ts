import { describe, expect, it } from 'vitest'
import { differenceBetween } from '@/lib/decisions/difference'
import type { DecisionContent } from '@/lib/decisions/content'
import { readProposal } from '@/lib/decisions/read-proposal'
import { demonstrationScheme } from '@/lib/rules'

const table = (...bands: readonly (readonly [string, string])[]): DecisionContent => ({
  kind: 'bandTable',
  bands: bands.map(([from, amount]) => ({ from, amount })),
})
const scheme = (changes: Partial<typeof demonstrationScheme.weights> = {}): DecisionContent => ({
  kind: 'scoringScheme',
  method: 'proportional',
  weights: { ...demonstrationScheme.weights, ...changes },
})

describe('what a decision says otherwise than the one it replaces', () => {
  it('is each band that comes, goes or pays otherwise, by its lower bound; 60 and 60.0 are one', () => {
    const before = table(['0', '0'], ['60', '2500'], ['80', '4000'])
    const after = table(['0', '0'], ['60.0', '3000'], ['90', '5000'])
    expect(differenceBetween(before, after).bands).toEqual([
      { from: '60', before: '2500', after: '3000' },
      { from: '80', before: '4000', after: null },
      { from: '90', before: null, after: '5000' },
    ])
  })

  it('is the method and each weight that changed', () => {
    const before = scheme()
    const after = { ...scheme({ custody_smes: '0' }), method: 'allOrNothing' } as const
    expect(differenceBetween(before, after)).toEqual({
      bands: [],
      method: { before: 'proportional', after: 'allOrNothing' },
      weights: [{ indicator: 'custody_smes', before: demonstrationScheme.weights.custody_smes, after: '0' }],
      grades: [],
    })
    expect(differenceBetween(before, before)).toEqual({ bands: [], method: null, weights: [], grades: [] })
  })

  it('is each grade that begins elsewhere; one that says nothing begins at 90, 80 and 60', () => {
    const after = { ...scheme(), grades: { excellent: '95', good: '80.0', fair: '60' } } as DecisionContent
    expect(differenceBetween(scheme(), after).grades).toEqual([
      { grade: 'excellent', before: '90', after: '95' },
    ])
  })
})

describe('a band table as sent by its form', () => {
  it('may have more than six lines; those left empty are none', () => {
    const fields: Record<string, string> = { kind: 'bandTable' }
    for (const no of [1, 2, 3, 4, 5, 7, 8, 9]) {
      fields[`band-${no}-from`] = String(no * 10)
      fields[`band-${no}-amount`] = String(no * 100)
    }
    expect(readProposal(fields)).toMatchObject({ bands: { length: 8, 7: { from: '90', amount: '900' } } })
  })
})
