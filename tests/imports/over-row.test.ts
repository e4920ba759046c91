import { describe, expect, it } from 'vitest'
import { overRow, validityOf } from '@/lib/imports/over-row'
import type { RowContent } from '@/lib/entry/row-content'

const stands: RowContent = {
  name: '甲公司',
  creditCode: '91910100MA00000010',
  noCodeReason: null,
  countedOn: '2022-03-31',
  level: 'provincial',
  details: { certificateNumber: 'A1', validFrom: '2022-03-31', validTo: '2025-03-30' },
  evidence: '证书',
  note: '新办',
}

describe('a line of a file over the row that stands', () => {
  it('leaves what it is blank about', () => {
    const given = { ...stands, name: '甲集团', level: null, details: {}, evidence: '', note: '' }
    expect(overRow(stands, given)).toEqual({ ...stands, name: '甲集团' })
  })

  it('changes what it says, one detail beside the others', () => {
    const given: RowContent = {
      ...stands,
      level: 'national',
      details: { certificateNumber: 'A2' },
      evidence: '换发证书',
      note: '换发',
    }
    expect(overRow(stands, given)).toEqual({
      ...given,
      details: { ...stands.details, certificateNumber: 'A2' },
    })
  })

  it('may not end a certificate before the day on which, as it stands, it begins', () => {
    const until = (validTo: string) => validityOf(overRow(stands, { ...stands, details: { validTo } }))
    expect(until('2022-03-31')).toBeNull()
    expect(until('2022-03-30')).toEqual({
      code: 'validityWrong',
      detail: { got: '2022-03-30', from: '2022-03-31' },
    })
    expect(validityOf({ ...stands, details: { validTo: '2000-01-01' } })).toBeNull()
    expect(validityOf({ ...stands, details: { validFrom: '2100-01-01' } })).toBeNull()
  })
})
