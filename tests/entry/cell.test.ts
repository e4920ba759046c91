import { describe, expect, it } from 'vitest'
import {
  answered,
  isSendable,
  isUnsent,
  known,
  leave,
  pause,
  refusalOf,
  renew,
  send,
  shown,
  statusOf,
  textOf,
  type,
  typedOf,
} from '@/lib/entry/cell'
import { readAnswer } from '@/lib/entry/answer'
import { readKept, writeKept } from '@/lib/entry/kept'
import { baseSum } from '@/lib/entry/base-year'
import { cell, figure, saved } from './world'

describe('what the controls show', () => {
  it('an empty box is sent as blank; not applicable goes with its reason alone', () => {
    expect(textOf(figure('  '))).toEqual({ state: 'blank' })
    expect(textOf(figure('0'))).toEqual({ state: 'figure', text: '0' })
    expect(textOf({ state: 'notApplicable', text: '5', reason: 'r', expectedOn: '' })).toEqual({
      state: 'notApplicable',
      reason: 'r',
    })
  })

  it('a blank cell shows the control it is usually answered with', () => {
    expect(typedOf('growth', { state: 'blank' }).state).toBe('figure')
    expect(typedOf('qualitative', { state: 'blank' }).state).toBe('narrative')
    expect(typedOf('count', { state: 'blank' }).state).toBe('blank')
  })

  it('what was typed before "not applicable" was chosen is still there when it is taken back', () => {
    const typed = type(cell('a/'), figure('7'))
    const other = type(typed, { ...shown(typed), state: 'notApplicable' })
    expect(shown(type(other, { ...shown(other), state: 'figure' })).text).toBe('7')
  })
})

describe('the life of a cell', () => {
  it('wrong while typing is not said, wrong on leaving is', () => {
    const typed = type(cell('a/'), figure('1e5'))
    expect(refusalOf(typed)).toBeNull()
    expect(known(typed)).toBeNull()
    expect(refusalOf(leave(typed))).toMatchObject({ figure: { code: 'exponent' } })
    expect(isSendable(leave(typed))).toBe(false)
    expect(isUnsent(leave(typed))).toBe(true)
  })

  it('a pause makes due what can be read and leaves alone what cannot', () => {
    expect(isSendable(pause(type(cell('a/'), figure('12.'))))).toBe(true)
    expect(statusOf(pause(type(cell('a/'), figure('-'))))).toBe('typing')
  })

  it('typing on while it is saved is not lost when the answer comes', () => {
    const sent = send(leave(type(cell('a/'), figure('1'))))
    const on = type(sent, figure('12'))
    expect(statusOf(on)).toBe('saving')
    const told = answered(on, { outcome: 'saved', saved: saved('1', 1) })
    expect(shown(told).text).toBe('12')
    expect(told.draft?.base.version).toBe(1)
    expect(isSendable(leave(told))).toBe(true)
  })

  it('a newer state that came with the page is taken over only where nobody typed', () => {
    expect(shown(renew(cell('a/', '1'), saved('2', 2))).text).toBe('2')
    const typed = leave(type(cell('a/', '1'), figure('3')))
    expect(shown(renew(typed, saved('2', 2))).text).toBe('3')
    expect(renew(typed, saved('2', 2)).draft?.base.version).toBe(1)
    expect(renew(cell('a/', '1', 4), saved('0', 3)).saved.version).toBe(4)
  })
})

describe('what a browser kept', () => {
  it('comes back as it was', () => {
    const { draft } = leave(type(cell('a/', '1'), figure('abc')))
    expect(draft && readKept(writeKept({ ...draft, report: 2 }))).toEqual({
      report: 2,
      typed: figure('abc'),
      base: saved('1', 1),
      sent: [],
    })
  })

  it.each([
    '',
    'null',
    '{',
    '{"typed":{}}',
    '[1]',
    '{"typed":{"state":"x","text":"","reason":"","expectedOn":""}}',
  ])('%j is not one of ours', (text) => {
    expect(readKept(text)).toBeUndefined()
  })
})

describe('what the server answers', () => {
  it.each([
    [401, {}, 'signedOut'],
    [403, {}, 'otherAccount'],
    [404, {}, 'otherAccount'],
    [500, {}, 'offline'],
    [502, null, 'offline'],
    [200, '<html>', 'offline'],
    [200, { outcomes: 'x' }, 'offline'],
    [409, { refusal: { code: 'periodLocked', detail: {} } }, 'closed'],
    [409, {}, 'offline'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(readAnswer(status, body).kind).toBe(kind)
  })

  it('reads what became of each cell, and nothing else', () => {
    const body = {
      outcomes: [
        {
          indicator: 'a',
          part: '',
          outcome: 'saved',
          cell: { content: { state: 'figure', value: '1' }, version: 2, changedByName: '周', changedAt: 'T' },
        },
        { indicator: 'b', part: 'Q1', outcome: 'refused', refusal: { code: 'tooLong', detail: { got: 9 } } },
        { indicator: 'c', part: '', outcome: 'refused', refusal: { code: 'newerThanThisPage' } },
        { indicator: 'd', part: '', outcome: 'conflict', theirs: { content: { state: 'odd' }, version: 1 } },
      ],
      asked: 19,
      answered: 3,
    }
    expect(readAnswer(200, body)).toEqual({
      kind: 'answered',
      asked: 19,
      answered: 3,
      cells: new Map([
        [
          'a/',
          {
            outcome: 'saved',
            saved: { content: { state: 'figure', value: '1' }, version: 2, by: '周', at: 'T' },
          },
        ],
        ['b/Q1', { outcome: 'refused', refusal: { code: 'tooLong', detail: { got: '9' } } }],
        ['c/', { outcome: 'refused', refusal: { code: 'contentWrong', detail: {} } }],
      ]),
    })
  })
})

describe('the base year', () => {
  it('has a sum once all four quarters are there, exact', () => {
    expect(baseSum(['0.1', '0.2', '0.3', null], null)).toEqual({ sum: null, difference: null })
    expect(baseSum(['0.1', '0.2', '0.3', '0.4'], '1')).toEqual({ sum: '1', difference: '0' })
    expect(baseSum(['1', '2', '3', '4'], '9.5')).toEqual({ sum: '10', difference: '0.5' })
  })
})
