import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asKnown, authorize } from '@/lib/access/authorize'
import { askExtension } from '@/lib/reporting/ask-extension'
import { readDeadline } from '@/lib/reporting/read-deadline'
import { readDesk } from '@/lib/reporting/read-desk'
import { saveCells } from '@/lib/reporting/save-cells'
import { decideExtension } from '@/lib/review/decide-extension'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readQueue } from '@/lib/review/read-queue'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { HOME, NEIGHBOUR, people } from '../support/actors'
import { cell, leadTo, LOCKED, makeWorld, OPEN, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const asked = authorize(people.officer, 'extension.ask', HOME)
const decided = authorize(people.cnipa, 'extension.decide', HOME)
const page = () => readDeadline(authorize(people.officer, 'city.read', HOME), LOCKED)
const save = () =>
  saveCells(authorize(people.officer, 'report.prepare', HOME), LOCKED, [cell('pledge_amount', '7')])
const yes = { granted: true, reason: '' }

describe('more time for a report', () => {
  it.each([
    ['without a reason', LOCKED, '2022-11-15', ' ', 'reasonMissing'],
    ['until a day that does not exist', LOCKED, '2022-02-31', 'flood', 'dateWrong'],
    ['until a day that has passed', LOCKED, '2022-10-11', 'flood', 'extensionDayWrong'],
    ['no longer than what holds already', OPEN, '2022-10-19', 'flood', 'extensionDayWrong'],
    ['for a period that there is not', '2031Q1', '2031-05-15', 'flood', 'periodUnknown'],
  ] as const)('is not asked for %s', async (_, period, day, reason, code) => {
    expect(await outcomeOf(() => askExtension(asked, period, day, reason))).toBe(code)
  })

  it('opens a locked report once another person has granted it, and moves late and lock but not the due date', async () => {
    expect(await outcomeOf(save)).toBe('periodLocked')
    const [due, late] = await page().then(({ deadline }) => [deadline.dueAt, deadline.lateAfter])
    await askExtension(asked, LOCKED, '2022-11-15', 'the bank closes its books in November')
    expect(await outcomeOf(save)).toBe('periodLocked')
    expect(await outcomeOf(() => askExtension(asked, LOCKED, '2022-11-16', 'once more'))).toBe(
      'extensionPending',
    )
    expect(
      (await readQueue(authorize(people.cnipa, 'queue.read'), queueQuestion({}))).extensions.entries,
    ).toMatchObject([{ city: { code: HOME }, extension: { period: LOCKED, seq: 1 } }])

    await decideExtension(decided, LOCKED, 1, yes)
    expect(await outcomeOf(save)).toBe('done')
    const { deadline, extensions } = await page()
    expect(deadline.dueAt).toEqual(due)
    expect(deadline.lateAfter > (late ?? deadline.lateAfter)).toBe(true)
    expect(deadline.lateAfter).toEqual(new Date('2022-11-15T23:59:59+08:00'))
    expect(deadline.lockedAfter).toEqual(deadline.lateAfter)
    expect(extensions[0]?.decision).toMatchObject({ granted: true, byName: 'test cnipa' })
    expect(
      (await readQueue(authorize(people.cnipa, 'queue.read'), queueQuestion({}))).extensions.entries,
    ).toEqual([])
    const ledger = await begin(authorize(people.officer, 'city.read', HOME), readLedger)
    expect(ledger.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['extension.asked', 'extension.granted']),
    )
  })

  it('is decided once, by somebody else than who asked, and a refusal says why', async () => {
    expect(await outcomeOf(() => decideExtension(decided, LOCKED, 1, yes))).toBe('extensionDecided')
    expect(await outcomeOf(() => decideExtension(decided, LOCKED, 9, yes))).toBe('extensionUnknown')
    await askExtension(authorize(people.cnipa, 'extension.ask', HOME), LOCKED, '2022-12-01', 'flood')
    expect(await outcomeOf(() => decideExtension(decided, LOCKED, 2, yes))).toBe('extensionOwn')
    await expect(
      world.owner.query(
        `INSERT INTO deadline_extension_decision VALUES ($1, $2, 2, true, '', $3, 'x', 'cnipa_reviewer', chengji_now())`,
        [HOME, LOCKED, people.cnipa.id],
      ),
    ).rejects.toMatchObject({ code: 'CJ003' })
    const mof = authorize(people.mof, 'extension.decide', HOME)
    const no = { granted: false, reason: ' ' }
    expect(await outcomeOf(() => decideExtension(mof, LOCKED, 2, no))).toBe('reasonMissing')
    await decideExtension(mof, LOCKED, 2, { granted: false, reason: 'November is enough' })
    expect((await page()).deadline.extendedTo).toEqual(new Date('2022-11-15T23:59:59+08:00'))
  })

  it('is granted while it would still help, not after its own end', async () => {
    await askExtension(asked, LOCKED, '2022-11-20', 'a few days more')
    await world.setClock('2022-11-21T09:00:00+08:00')
    expect(await outcomeOf(() => decideExtension(decided, LOCKED, 3, yes))).toBe('extensionPassed')
    expect(await outcomeOf(save)).toBe('periodLocked')
    await world.setClock('2022-10-12T09:00:00+08:00')
  })

  it('is one city’s alone, and whether a report is late goes by it', async () => {
    await askExtension(asked, OPEN, '2022-11-15', 'flood')
    await decideExtension(decided, OPEN, 1, yes)
    await world.setClock('2022-11-01T09:00:00+08:00')
    const overdue = async (who: typeof people.officer, city: string) =>
      (await readDesk(authorize(who, 'draft.read', city))).entries.find(
        ({ window }) => window.period === OPEN,
      )?.isOverdue
    expect(await overdue(people.officer, HOME)).toBe(false)
    expect(await overdue(people.neighbourOfficer, NEIGHBOUR)).toBe(true)
    await leadTo('submitted', people.officer, OPEN)
    const { came } = await readDeadline(authorize(people.officer, 'city.read', HOME), OPEN)
    expect(came?.how).toBe('extended')
    // As it was known before it came, and before more time was asked for.
    const back = async (day: string) =>
      readDeadline(asKnown(authorize(people.officer, 'city.read', HOME), new Date(day)), OPEN)
    const granted = await back('2022-10-31T09:00:00+08:00')
    expect([granted.came, granted.extensions.length]).toEqual([null, 1])
    const before = await back('2022-10-11T09:00:00+08:00')
    expect([before.extensions, before.deadline.extendedTo]).toEqual([[], null])
    expect(await outcomeOf(() => askExtension(asked, OPEN, '2022-12-15', 'more'))).toBe('extensionNeedless')
  })
})
