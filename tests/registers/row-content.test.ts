import { describe, expect, it } from 'vitest'
import { EMPTY_ROW, readDay, readRow, rowText, type RowText } from '@/lib/entry/row-content'

const rules = { asksLevel: false, lastDay: '2022-09-30' }
const row = (changed: Partial<RowText> = {}): RowText => ({
  ...EMPTY_ROW,
  name: '启明精密机械有限公司',
  creditCode: '91350100M000100Y43',
  countedOn: '2022-09-12',
  ...changed,
})
const refusals = (changed: Partial<RowText>, asksLevel = false) => {
  const read = readRow({ ...rules, asksLevel }, row(changed))
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
    [{ level: 'national' }, ['level levelWrong']],
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
    expect(refusals({}, true)).toEqual(['level levelWrong'])
    expect(refusals({ level: 'provincial' }, true)).toEqual([])
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
