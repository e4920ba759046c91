import { describe, expect, it } from 'vitest'
import { byUrgency, isAskedFor, queueQuestion, urgencyOf, type QueueEntry } from '@/lib/review/arrange-queue'
import { pageOf } from '@/lib/values'

const day = (text: string): Date => new Date(`${text}T10:00:00+08:00`)
const window = {
  period: '2022Q3' as const,
  opensAt: day('2022-10-01'),
  dueAt: day('2022-10-20'),
  lateAfter: day('2022-10-20'),
  lockedAfter: null as Date | null,
  extendedTo: null as Date | null,
}
const entry = (urgency: QueueEntry['urgency'], arrived: string, other: object = {}): QueueEntry =>
  ({
    urgency,
    last: { at: day(arrived) },
    city: { code: '910100', nameZh: '临江市', nameEn: 'Linjiang' },
    window,
    summary: { version: 1 },
    state: { open: 0, explained: 2, cases: 0, contentHash: '' },
    unanswered: 0,
    answered: 0,
    ...other,
  }) as unknown as QueueEntry

describe('the queue', () => {
  it('has late reports first, then those soon locked, extended, corrected; of the same kind the longest waiting', () => {
    const mixed = [
      entry('usual', '2022-10-03'),
      entry('again', '2022-10-05'),
      entry('late', '2022-10-21'),
      entry('extended', '2022-10-06'),
      entry('lockSoon', '2022-10-07'),
      entry('usual', '2022-10-02'),
    ]
    expect(mixed.toSorted(byUrgency).map(({ urgency, last }) => [urgency, last.at.getUTCDate()])).toEqual([
      ['late', 21],
      ['lockSoon', 7],
      ['extended', 6],
      ['again', 5],
      ['usual', 2],
      ['usual', 3],
    ])
  })

  it('takes a report for pressing five working days before its lock, and for late by its first version alone', () => {
    const now = day('2022-09-30')
    const locked = (lockedAfter: string) => ({ ...window, lockedAfter: day(lockedAfter) })
    // 1 to 7 October are free, 8 and 9 October are worked: five working days after 30 September is the 12th.
    expect(urgencyOf(locked('2022-10-12'), now, 1, now)).toBe('lockSoon')
    expect(urgencyOf(locked('2022-10-13'), now, 1, now)).toBe('usual')
    expect(urgencyOf(locked('2022-09-29'), now, 2, now)).toBe('again')
    expect(urgencyOf(window, day('2022-10-21'), 3, now)).toBe('late')
    expect(urgencyOf({ ...window, extendedTo: day('2022-10-25') }, now, 2, now)).toBe('extended')
  })

  it('is narrowed by what the address says, and by nothing it does not understand', () => {
    const asked = (address: Record<string, string>) =>
      isAskedFor(entry('again', '2022-10-03'), queueQuestion(address))
    expect(asked({})).toBe(true)
    expect(asked({ q: 'LINJ' })).toBe(true)
    expect(asked({ q: '临江', period: '2022Q3', mark: 'clean' })).toBe(true)
    expect(asked({ q: '东海' })).toBe(false)
    expect(asked({ period: '2022Q2' })).toBe(false)
    expect(asked({ mark: 'open' })).toBe(false)
    expect(asked({ mark: 'late' })).toBe(false)
    expect(asked({ mark: 'bright' })).toBe(true)
    // What went back is at its next version, and has not been submitted again.
    const last = { at: day('2022-10-03'), version: 1 }
    const returned = entry('usual', '2022-10-03', { last, summary: { version: 2 } })
    expect(isAskedFor(returned, queueQuestion({ mark: 'again' }))).toBe(false)
    const again = entry('again', '2022-10-03', { last: { ...last, version: 2 }, summary: { version: 2 } })
    expect(isAskedFor(again, queueQuestion({ mark: 'again' }))).toBe(true)
    const talk = { unanswered: 1 }
    expect(isAskedFor(entry('usual', '2022-10-03', talk), queueQuestion({ mark: 'clean' }))).toBe(false)
    expect(queueQuestion({ page: '-3', elsewhere: '2', owing: ['4', '5'] })).toMatchObject({
      pages: { page: 1, elsewhere: 2, owing: 1 },
    })
  })

  it('shows fifty at a time, and the nearest page where there is none', () => {
    const all = Array.from({ length: 2850 }, (_, i) => i)
    expect(pageOf(all, 57)).toMatchObject({ page: 57, pages: 57, all: 2850 })
    expect(pageOf(all, 57).entries).toHaveLength(50)
    expect(pageOf(all, 99).entries[0]).toBe(2800)
    expect(pageOf([], 3)).toEqual({ entries: [], all: 0, page: 1, pages: 1 })
  })
})
