import { describe, expect, it } from 'vitest'
import { EMPTY_ROW, readDay, readRow, rowText, type RowRules, type RowText } from '@/lib/entry/row-content'
import { registerCodes, registerColumns, type RegisterCode } from '@/lib/notice'

const rulesOf = (code: RegisterCode): RowRules => ({ columns: registerColumns(code), lastDay: '2022-09-30' })
const rules = rulesOf('custody_smes')
const row = (changed: Partial<RowText> = {}): RowText => ({
  ...EMPTY_ROW,
  name: '启明精密机械有限公司',
  creditCode: '91350100M000100Y43',
  countedOn: '2022-09-12',
  ...changed,
})
const refusals = (changed: Partial<RowText>, code: RegisterCode = 'custody_smes') => {
  const read = readRow(rulesOf(code), row(changed))
  return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`)
}

describe('a register row', () => {
  it('is read with the code and the day as they are kept', () => {
    const read = readRow(
      rules,
      row({ creditCode: ' 91350100m000100y43 ', countedOn: '2022/9/3', name: ' 启明\t有限公司 ' }),
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: '启明 有限公司',
        creditCode: '91350100M000100Y43',
        noCodeReason: null,
        countedOn: '2022-09-03',
      },
    })
    if (read.ok) expect(readRow(rules, rowText(read.value))).toEqual(read)
  })

  it.each([
    [{ name: ' ' }, ['name nameMissing']],
    [{ name: '名'.repeat(201) }, ['name tooLong']],
    [{ creditCode: '' }, ['creditCode identityWrong']],
    [{ noCodeReason: '境外机构' }, ['noCodeReason identityWrong']],
    [{ creditCode: '9135O100M000100Y43' }, ['creditCode creditCodeUnreadable']],
    [{ countedOn: '2022-10-01' }, ['countedOn dateWrong']],
    [{ countedOn: '2022-02-30' }, ['countedOn dateWrong']],
    [{ countedOn: '' }, ['countedOn dateWrong']],
    [{ level: 'national' }, ['level fieldNotAsked']],
  ] as const)('%j is refused for its field', (changed, expected) => {
    expect(refusals(changed)).toEqual(expected)
  })

  it('says everything that is wrong at once', () => {
    expect(refusals({ name: '', creditCode: '1', countedOn: 'x' })).toEqual([
      'name nameMissing',
      'creditCode creditCodeUnreadable',
      'countedOn dateWrong',
    ])
  })

  it('asks a level of operation centres only', () => {
    expect(refusals({}, 'operation_centres')).toEqual(['level choiceWrong'])
    expect(refusals({ level: 'provincial' }, 'operation_centres')).toEqual([])
  })

  it('keeps what its register asks, as it is kept: days, choices, exact amounts and whole numbers', () => {
    const read = readRow(
      rulesOf('securitisation_products'),
      row({ amount: '３２,０００.50', patentCount: '1 024', venue: 'szse', patentNumber: ' ZL1 ' }),
    )
    expect(read).toMatchObject({
      ok: true,
      value: { details: { amount: '32000.5', patentCount: '1024', venue: 'szse', patentNumber: 'ZL1' } },
    })
    if (read.ok) expect(readRow(rulesOf('securitisation_products'), rowText(read.value))).toEqual(read)
  })

  it.each([
    ['navigation_projects', {}, 'projectType', 'choiceWrong'],
    ['navigation_projects', { projectType: '产业' }, 'projectType', 'choiceWrong'],
    ['securitisation_products', { amount: '约3亿' }, 'amount', 'amountWrong'],
    ['securitisation_products', { amount: '-1' }, 'amount', 'amountWrong'],
    ['securitisation_products', { patentCount: '12.5' }, 'patentCount', 'wholeWrong'],
    ['certified_entities', { validTo: '2025-02-30' }, 'validTo', 'dateWrong'],
    ['certified_entities', { validFrom: '2022-01-02', validTo: '2022-01-01' }, 'validTo', 'validityWrong'],
    ['certified_entities', { certificateNumber: '1'.repeat(61) }, 'certificateNumber', 'tooLong'],
    ['custody_smes', { university: '某大学' }, 'university', 'fieldNotAsked'],
  ] as const)('%s refuses %j', (code, changed, field, refusal) => {
    expect(refusals(changed, code)).toEqual([`${field} ${refusal}`])
  })

  it('may be valid until a day that lies ahead, while what counts may not', () => {
    expect(refusals({ validFrom: '2022-09-01', validTo: '2025-08-31' }, 'certified_entities')).toEqual([])
  })

  it('is asked in every register for who, since when and by what', () => {
    for (const code of registerCodes) {
      const fields = registerColumns(code).map(({ field }) => field)
      expect(fields.slice(0, 4)).toEqual(['name', 'creditCode', 'noCodeReason', 'countedOn'])
      expect(fields.slice(-2)).toEqual(['evidence', 'note'])
      expect(new Set(fields).size).toBe(fields.length)
    }
  })

  it('needs the reason where there is no code', () => {
    expect(refusals({ creditCode: '', noCodeReason: '境外机构' })).toEqual([])
  })
})

describe('a day', () => {
  it.each([
    ['2022-9-3', '2022-09-03'],
    ['2022/09/03', '2022-09-03'],
    ['2022.9.3', '2022-09-03'],
    ['20220903', '2022-09-03'],
    ['2022年9月3日', '2022-09-03'],
    ['２０２２－０９－０３', '2022-09-03'],
    ['2022/9/3 0:00:00', '2022-09-03'],
    ['3/9/2022', '3/9/2022'],
    ['44807', '44807'],
    ['', ''],
  ])('%s is read as %s', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })
})
