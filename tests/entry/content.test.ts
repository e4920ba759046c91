import { describe, expect, it } from 'vitest'
import {
  isCalendarDate,
  NARRATIVE_LENGTH,
  readContent,
  REASON_LENGTH,
  sameContent,
} from '@/lib/entry/content'

describe('a figure', () => {
  it.each([
    ['１２，３４５．６０', '12345.6'],
    ['0', '0'],
    [' 1 234 ', '1234'],
  ])('%j is read as %s', (text, value) => {
    expect(readContent('万元', 'growth', { state: 'figure', text })).toEqual({
      ok: true,
      value: { state: 'figure', value },
    })
  })

  it.each([
    ['abc', 'notANumber'],
    ['-5', 'negative'],
    ['1e400', 'exponent'],
    ['9'.repeat(40), 'tooLarge'],
    [`0.${'1'.repeat(40)}`, 'tooPrecise'],
    ['1,23,4', 'grouping'],
    ['', 'empty'],
  ])('%j is refused as %s', (text, code) => {
    const read = readContent('万元', 'growth', { state: 'figure', text })
    expect(read).toMatchObject({ ok: false, error: { code: 'figureWrong', figure: { code } } })
  })

  it('of a counted unit has no fractions', () => {
    expect(readContent('次', 'growth', { state: 'figure', text: '1.5' })).toMatchObject({
      error: { figure: { code: 'notWhole' } },
    })
  })

  it('of a count is only ever zero: none this quarter', () => {
    expect(readContent('家', 'count', { state: 'figure', text: '0' }).ok).toBe(true)
    expect(readContent('家', 'count', { state: 'figure', text: '3' })).toMatchObject({
      error: { code: 'contentWrong' },
    })
  })
})

describe('the four states are kept apart', () => {
  it('blank is not zero', () => {
    expect(sameContent({ state: 'blank' }, { state: 'figure', value: '0' })).toBe(false)
  })

  it('not applicable needs its reason', () => {
    const read = (reason: string) => readContent('项', 'growth', { state: 'notApplicable', reason })
    expect(read(' ')).toMatchObject({ error: { code: 'reasonMissing' } })
    expect(read('没有此类业务')).toEqual({
      ok: true,
      value: { state: 'notApplicable', reason: '没有此类业务' },
    })
    expect(read('长'.repeat(REASON_LENGTH + 1))).toMatchObject({ error: { code: 'tooLong' } })
  })

  it('not yet available needs reason and day', () => {
    const read = (expectedOn: string) =>
      readContent('项', 'growth', { state: 'notYetAvailable', reason: '待统计局核定', expectedOn })
    expect(read('2022-11-15').ok).toBe(true)
    expect(read('2022-11-31')).toMatchObject({ error: { code: 'dateWrong' } })
    expect(read('')).toMatchObject({ error: { code: 'dateWrong' } })
  })

  it('a narrative does not fit a number, nor a number a narrative', () => {
    expect(readContent('项', 'growth', { state: 'narrative', text: '好' }).ok).toBe(false)
    expect(readContent('', 'qualitative', { state: 'figure', text: '1' }).ok).toBe(false)
  })
})

describe('a narrative', () => {
  it('keeps its lines, loses control signs and the space around it', () => {
    expect(
      readContent('', 'qualitative', {
        state: 'narrative',
        text: ' 一、\u0000培训两场\r\n二、\u0007走访\t三家 ',
      }),
    ).toEqual({ ok: true, value: { state: 'narrative', narrative: '一、培训两场\n二、走访\t三家' } })
  })

  it('that is nothing but space is blank', () => {
    expect(readContent('', 'qualitative', { state: 'narrative', text: ' \n ' })).toEqual({
      ok: true,
      value: { state: 'blank' },
    })
  })

  it('has an end', () => {
    const text = '长'.repeat(NARRATIVE_LENGTH + 1)
    expect(readContent('', 'qualitative', { state: 'narrative', text })).toMatchObject({
      error: { code: 'tooLong', detail: { limit: String(NARRATIVE_LENGTH) } },
    })
  })
})

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1999-12-31', false],
  ['2100-12-31', true],
  ['2022-1-1', false],
  ['２０２２-01-01', false],
])('%s is a day of the calendar: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is)
})
