import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymousBand, mayTell, placeBeside } from '@/lib/rules/anonymous-band'
import { ratio } from '@/lib/values'

const percent = (...values: number[]) =>
  values.map((value) => ratio(BigInt(Math.round(value * 100)), 10_000n))
const shares = (...values: string[]) =>
  Object.fromEntries(values.map((value, i) => [`91010${String(i)}`, value]))

describe('a band of like cities', () => {
  it('is told of five cities, and not of four', () => {
    expect(anonymousBand(percent(60, 80, 100, 120))).toBeNull()
    expect(anonymousBand(percent(60, 80, 100, 120, 140))).toEqual({
      cities: 5,
      lower: 80,
      median: 100,
      upper: 120,
    })
  })

  it('has bounds that are moved outwards to multiples of five, and a median to the nearest', () => {
    expect(anonymousBand(percent(1, 80.01, 97.49, 119.99, 300))).toMatchObject({
      lower: 80,
      median: 95,
      upper: 120,
    })
    expect(anonymousBand(percent(1, 79.99, 97.5, 120.01, 300))).toMatchObject({
      lower: 75,
      median: 100,
      upper: 125,
    })
    expect(anonymousBand(percent(0, 0, 2.49, 3, 9))).toMatchObject({ lower: 0, median: 0, upper: 5 })
  })

  it('is not told where the middle half is all the same, however many there are', () => {
    expect(anonymousBand(percent(10, 100, 100, 100, 100, 100, 900))).toBeNull()
    expect(anonymousBand(percent(10, 100, 100, 100, 100.01, 100.01, 900))).not.toBeNull()
  })

  it('never has a bound between steps, nor one within what it bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 5, maxLength: 40 }),
        (values) => {
          const band = anonymousBand(values.map((value) => ratio(BigInt(value), 10_000n)))
          if (band === null) return
          for (const bound of [band.lower, band.median, band.upper]) expect(bound % 5).toBe(0)
          expect(band.lower).toBeLessThan(band.upper)
          expect(band.lower * 100).toBeLessThanOrEqual(Math.max(...values))
          expect(band.upper * 100).toBeGreaterThanOrEqual(Math.min(...values))
        },
      ),
    )
  })
})

describe('a band is told anew', () => {
  const five = shares('1', '2', '3', '4', '5')
  it('first once there are five', () => {
    expect(mayTell(null, shares('1', '2', '3', '4'))).toBe(false)
    expect(mayTell(null, five)).toBe(true)
  })

  it('later once five are otherwise, come or gone: nobody learns the figure of the one that came last', () => {
    const nine = shares('1', '2', '3', '4', '5', '6', '7', '8', '9')
    const ten = shares('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')
    expect(mayTell(five, five)).toBe(false)
    expect(mayTell(five, nine)).toBe(false)
    expect(mayTell(five, ten)).toBe(true)
    expect(mayTell(five, shares('9', '8', '7', '6', '5'))).toBe(false)
    expect(mayTell(five, shares('9', '8', '7', '6', '6'))).toBe(true)
    expect(mayTell(ten, five)).toBe(true)
    expect(mayTell(nine, shares('1', '2', '3', '4'))).toBe(false)
  })
})

describe('the own share beside a band', () => {
  const band = { cities: 5, lower: 80, median: 100, upper: 120 }
  it('lies below, within or above, the bounds within', () => {
    expect(percent(79.99, 80, 120, 120.01).map((share) => placeBeside(share, band))).toEqual([
      'below',
      'within',
      'within',
      'above',
    ])
  })
})
