import { describe, expect, it } from 'vitest'
import { arrangeDesk } from '@/lib/reporting/arrange-desk'
import { mostUrgent, nextStep, type Standing } from '@/lib/reporting/next-step'
import type { DeskEntry } from '@/lib/reporting/read-desk'
import type { Period } from '@/lib/values'

const standing = (change: Partial<Standing> = {}): Standing => ({
  status: 'open',
  isOpen: true,
  isLocked: false,
  isComplete: false,
  toExplain: 0,
  ...change,
})

describe('the next step', () => {
  it.each([
    [{}, 'begin', 'awaitOfficer'],
    [{ status: 'draft' }, 'continue', 'awaitOfficer'],
    [{ status: 'draft', isComplete: true }, 'check', 'certify'],
    [{ status: 'draft', isComplete: true, toExplain: 1 }, 'check', 'awaitOfficer'],
    [{ isOpen: false }, 'notOpen', 'notOpen'],
    [{ isLocked: true }, 'locked', 'locked'],
    [{ status: 'returned', isLocked: true }, 'correct', 'certify'],
    [{ status: 'certified' }, 'submit', 'submit'],
    [{ status: 'submitted' }, 'awaitReview', 'awaitReview'],
    [{ status: 'forwarded' }, 'awaitReview', 'awaitReview'],
    [{ status: 'accepted' }, 'done', 'done'],
  ] as const)('%j: the officer %s, the certifier %s', (change, officer, certifier) => {
    expect(nextStep(standing(change), 'city_officer')).toBe(officer)
    expect(nextStep(standing(change), 'city_certifier')).toBe(certifier)
  })

  it('of several, what was returned comes first', () => {
    expect(mostUrgent([{ next: 'begin' }, { next: 'correct' }, { next: 'done' }])?.next).toBe('correct')
    expect(mostUrgent([{ next: 'awaitReview' }])).toBeNull()
  })
})

describe('the desk', () => {
  const entry = (period: Period, next: DeskEntry['next']): DeskEntry => ({
    window: {
      period,
      opensAt: new Date(0),
      dueAt: new Date(0),
      lateAfter: new Date(0),
      lockedAfter: null,
      extendedTo: null,
    },
    pending: null,
    status: next === 'begin' ? 'open' : 'accepted',
    summary: null,
    asked: 19,
    isOpen: true,
    isOverdue: false,
    isLocked: false,
    daysLeft: 0,
    toExplain: 0,
    next,
    returned: null,
  })

  it('puts what was returned before what is open, and what is done after all, the latest first', () => {
    const arranged = arrangeDesk({
      entries: [
        entry('2019', 'done'),
        entry('2021Q4', 'locked'),
        entry('2022Q1', 'done'),
        entry('2022Q2', 'begin'),
        entry('2022Q3', 'correct'),
        entry('2022Q4', 'notOpen'),
      ],
    })
    expect(arranged.todo.map(({ window }) => window.period)).toEqual(['2022Q3', '2022Q2'])
    expect(arranged.urgent?.window.period).toBe('2022Q3')
    expect(arranged.past.map(({ window }) => window.period)).toEqual(['2022Q1', '2019'])
    expect(arranged.lockedOut.map(({ window }) => window.period)).toEqual(['2021Q4'])
    expect(arranged.upcoming?.period).toBe('2022Q4')
    expect(arranged.isBaseMissing).toBe(false)
  })

  it('says that the base year is missing as long as it was never submitted', () => {
    expect(arrangeDesk({ entries: [entry('2019', 'begin')] }).isBaseMissing).toBe(true)
  })
})
