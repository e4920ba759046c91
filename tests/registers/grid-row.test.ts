import { describe, expect, it } from 'vitest'
import {
  chooseRow,
  isEmptyRow,
  isSendable,
  isTakenOut,
  isUnsentRow,
  leaveRow,
  newRow,
  refusalsOf,
  rowAnswered,
  rowStatus,
  savedRow,
  sendingFailed,
  sendRow,
  setTakenOut,
  shownText,
  typeInto,
  type GridRow,
  type SavedRow,
} from '@/lib/entry/grid-row'
import { EMPTY_ROW, type RowContent, type RowText } from '@/lib/entry/row-content'
import { registerColumns } from '@/lib/notice'

const rules = { columns: registerColumns('custody_smes'), lastDay: '2022-09-30' }
const content = (changed: Partial<RowContent> = {}): RowContent => ({
  name: '甲公司',
  creditCode: '91350100M000100Y43',
  noCodeReason: null,
  countedOn: '2022-09-12',
  level: null,
  details: {},
  evidence: '',
  note: '',
  ...changed,
})
const saved = (version = 1, changed: Partial<RowContent> = {}, removed = false): SavedRow => ({
  content: content(changed),
  removed,
  version,
  by: '周文静',
  at: '2022-10-12T01:00:00.000Z',
})
const typed: RowText = {
  ...EMPTY_ROW,
  name: '甲公司',
  creditCode: '91350100M000100Y43',
  countedOn: '2022-9-12',
}
const complete = (): GridRow => leaveRow(newRow('1', rules, typed))

describe('a row of the grid', () => {
  it('that is empty is nothing to save, nor wrong, when a person leaves it', () => {
    const empty = leaveRow(newRow('1', rules))
    expect([isEmptyRow(empty), rowStatus(empty), isSendable(empty), refusalsOf(empty)]).toEqual([
      true,
      'empty',
      false,
      [],
    ])
  })

  it('is sent once the person has left it, and shown as it was read', () => {
    const typing = newRow('1', rules, typed)
    expect([rowStatus(typing), isSendable(typing)]).toEqual(['typing', false])
    const left = leaveRow(typing)
    expect([rowStatus(left), isSendable(left), shownText(left).countedOn]).toEqual([
      'waiting',
      true,
      '2022-09-12',
    ])
    const sending = sendRow(left)
    expect([rowStatus(sending), isSendable(sending)]).toEqual(['saving', false])
    const done = rowAnswered(sending, { outcome: 'saved', saved: saved() })
    expect([rowStatus(done), done.draft, isUnsentRow(done)]).toEqual(['saved', null, false])
  })

  it('that cannot be read says why, keeps what was typed, and is not sent', () => {
    const wrong = leaveRow(typeInto(complete(), rules, 'creditCode', '123'))
    expect([rowStatus(wrong), isSendable(wrong), shownText(wrong).creditCode]).toEqual([
      'refused',
      false,
      '123',
    ])
    expect(refusalsOf(wrong).map(({ field }) => field)).toEqual(['creditCode'])
    expect(refusalsOf(typeInto(wrong, rules, 'creditCode', '1234'))).toEqual([])
  })

  it('typed on while it is being sent is sent again from the new version', () => {
    const sending = typeInto(sendRow(complete()), rules, 'note', '补充')
    const answered = rowAnswered(sending, { outcome: 'saved', saved: saved(1) })
    expect(answered.draft?.base?.version).toBe(1)
    const left = leaveRow(answered)
    expect([isSendable(left), shownText(left).note]).toEqual([true, '补充'])
  })

  it('is not lost when sending fails, nor taken for somebody else’s when only the answer was lost', () => {
    const failed = sendingFailed(sendRow(complete()))
    expect([rowStatus(failed), isSendable(failed)]).toEqual(['waiting', true])
    const changed = sendRow(leaveRow(typeInto(failed, rules, 'note', '补充')))
    const answered = rowAnswered(changed, { outcome: 'conflict', theirs: saved(1) })
    expect([rowStatus(answered), isSendable(answered), answered.draft?.base?.version]).toEqual([
      'waiting',
      true,
      1,
    ])
  })

  it('in conflict keeps both, and saves mine over theirs or takes theirs only when told', () => {
    const mine = leaveRow(typeInto(savedRow('1', saved(1)), rules, 'note', '我的'))
    const conflict = rowAnswered(sendRow(mine), { outcome: 'conflict', theirs: saved(2, { note: '同事的' }) })
    expect([rowStatus(conflict), isSendable(conflict), shownText(conflict).note]).toEqual([
      'conflict',
      false,
      '我的',
    ])
    const kept = chooseRow(conflict, 'mine')
    expect([isSendable(kept), kept.draft?.base?.version, shownText(kept).note]).toEqual([true, 2, '我的'])
    const taken = chooseRow(conflict, 'theirs')
    expect([rowStatus(taken), shownText(taken).note]).toEqual(['saved', '同事的'])
  })

  it('still in conflict while the person types on', () => {
    const mine = leaveRow(typeInto(savedRow('1', saved(1)), rules, 'note', '我的'))
    const conflict = rowAnswered(sendRow(mine), { outcome: 'conflict', theirs: saved(2, { note: '同事的' }) })
    expect(rowStatus(typeInto(conflict, rules, 'note', '我的二'))).toBe('conflict')
  })

  it('typed back to what is saved has nothing to send', () => {
    const there = typeInto(savedRow('1', saved()), rules, 'note', '一')
    expect(rowStatus(leaveRow(typeInto(there, rules, 'note', '')))).toBe('saved')
  })

  it('is taken out and put back, each from the version it was read in', () => {
    const out = setTakenOut(savedRow('1', saved(3)), rules, true)
    expect([isTakenOut(out), isSendable(out), out.draft?.base?.version]).toEqual([true, true, 3])
    const gone = rowAnswered(sendRow(out), { outcome: 'saved', saved: saved(4, {}, true) })
    expect([isTakenOut(gone), rowStatus(gone)]).toEqual([true, 'saved'])
    const back = setTakenOut(gone, rules, false)
    expect([isTakenOut(back), isSendable(back), back.draft?.base?.version]).toEqual([false, true, 4])
    expect(rowAnswered(sendRow(back), { outcome: 'saved', saved: saved(5) }).draft).toBeNull()
  })

  it('taken out with something wrong in it does not go on saying so', () => {
    const wrong = leaveRow(typeInto(savedRow('1', saved()), rules, 'name', ''))
    expect(refusalsOf(setTakenOut(wrong, rules, true))).toEqual([])
  })

  it('refused by the server says so until it is changed', () => {
    const refused = rowAnswered(sendRow(complete()), {
      outcome: 'refused',
      refusals: [{ field: 'name', code: 'nameMissing', detail: {} }],
    })
    expect([rowStatus(refused), isSendable(refused)]).toEqual(['refused', false])
    expect(isSendable(leaveRow(typeInto(refused, rules, 'name', '乙公司')))).toBe(true)
  })
})
