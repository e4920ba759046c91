import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elapsedDays } from '@/lib/reporting/elapsed-days'
import { workingDaysBetween } from '@/lib/reporting/working-days'
import type { Status } from '@/lib/store/reports'
import { dayOf } from '@/lib/values'

const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`)
const KINDS = { draft: 'started', open: 'started' } as const
const event = (to: Status, version: number, day: string) => ({
  kind: to === 'draft' || to === 'open' ? KINDS[to] : to,
  to,
  version,
  at: at(day),
})

const direct = (day: string) => [{ route: 'direct', from: at(day) }] as const

// The National Day of 2022: 1 to 7 October free, 8 and 9 October (Saturday and Sunday) worked instead.
describe('the working days that a report lay with each side', () => {
  it('are counted by the State Council’s calendar, by version and in sum', () => {
    const events = [
      event('draft', 1, '2022-09-28'),
      event('certified', 1, '2022-09-29'),
      event('submitted', 1, '2022-09-30'),
      event('returned', 1, '2022-10-09'),
      event('certified', 2, '2022-10-10'),
      event('submitted', 2, '2022-10-11'),
      event('forwarded', 2, '2022-10-13'),
    ]
    expect(elapsedDays(at('2022-09-27'), events, at('2022-10-17'), [])).toEqual({
      versions: [
        { version: 1, days: { city: 3, province: 2, nation: 0 } },
        { version: 2, days: { city: 2, province: 2, nation: 2 } },
      ],
      sum: { city: 5, province: 4, nation: 2 },
    })
  })

  it('are the city’s, of the next version, while a returned report is with it, and nobody’s once it is accepted', () => {
    const returned = [event('submitted', 1, '2022-10-10'), event('returned', 1, '2022-10-11')]
    expect(elapsedDays(at('2022-10-10'), returned, at('2022-10-13'), []).versions.at(-1)).toEqual({
      version: 2,
      days: { city: 2, province: 0, nation: 0 },
    })
    const accepted = [event('submitted', 1, '2022-10-10'), event('accepted', 1, '2022-10-11')]
    const { sum } = elapsedDays(at('2022-10-10'), accepted, at('2023-10-11'), direct('2022-01-01'))
    expect(sum).toEqual({ city: 0, province: 0, nation: 1 })
  })

  it('are the province’s until its step is switched off, and the ministry’s from then on', () => {
    const submitted = [event('submitted', 1, '2022-10-10')]
    const sumWith = (day: string) =>
      elapsedDays(at('2022-10-10'), submitted, at('2022-10-17'), direct(day)).sum
    expect(sumWith('2022-10-12')).toEqual({ city: 0, province: 2, nation: 3 })
    expect(sumWith('2022-10-17')).toEqual({ city: 0, province: 5, nation: 0 })
    expect(sumWith('2022-10-10')).toEqual({ city: 0, province: 0, nation: 5 })
    const back = [...direct('2022-10-12'), { route: 'provincial', from: at('2022-10-14') } as const]
    expect(elapsedDays(at('2022-10-10'), submitted, at('2022-10-17'), back).sum).toEqual({
      city: 0,
      province: 3,
      nation: 2,
    })
  })

  it('never count a day twice, whatever the steps', () => {
    const STEPS: readonly Status[] = ['draft', 'certified', 'submitted', 'forwarded', 'returned']
    const step = fc.record({ to: fc.constantFrom(...STEPS), hours: fc.integer({ min: 0, max: 200 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = at('2022-09-20').getTime()
        const events = steps.map(({ to, hours }, i) => {
          now += hours * 3_600_000
          return { ...event(to, 1 + Math.floor(i / 4), '2022-09-20'), at: new Date(now) }
        })
        const end = new Date(now + 50 * 3_600_000)
        const { versions, sum } = elapsedDays(at('2022-09-20'), events, end, direct('2022-10-08'))
        const total = sum.city + sum.province + sum.nation
        expect(total).toBe(workingDaysBetween('2022-09-20', dayOf(end)))
        const byVersion = versions.reduce((all, { days }) => all + days.city + days.province + days.nation, 0)
        expect(byVersion).toBe(total)
      }),
    )
  })
})
