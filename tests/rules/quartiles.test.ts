import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quartiles } from '@/lib/rules/quartiles'
import { compare, decimal, ratio, toDecimalString } from '@/lib/values'

const of = (...values: string[]) => {
  const found = quartiles(values.map(decimal))
  return found && [found.lower, found.median, found.upper].map(toDecimalString)
}

describe('median and quartiles of like cities', () => {
  it('lie on members or exactly between them, whatever their order', () => {
    expect(of('3', '1', '2')).toEqual(['1.5', '2', '2.5'])
    expect(of('40', '10', '30', '20')).toEqual(['17.5', '25', '32.5'])
    expect(of('5', '1', '4', '2', '3')).toEqual(['2', '3', '4'])
    expect(of('0.1', '0.1', '0.1')).toEqual(['0.1', '0.1', '0.1'])
  })

  it('are not given for fewer than three', () => {
    expect(of()).toBeNull()
    expect(of('1', '2')).toBeNull()
  })

  it('are in order and within the group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 60 }),
        (numbers) => {
          const found = quartiles(numbers.map((number) => ratio(BigInt(number))))
          if (found === null) throw new Error('a group')
          const low = ratio(BigInt(Math.min(...numbers)))
          const high = ratio(BigInt(Math.max(...numbers)))
          const order = [low, found.lower, found.median, found.upper, high]
          for (let i = 1; i < order.length; i += 1)
            expect(compare(order[i - 1] ?? low, order[i] ?? high)).toBeLessThanOrEqual(0)
        },
      ),
    )
  })
})
