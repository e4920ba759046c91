import { placeKey } from './cell-address'
import type { SumTerm } from './formula-sum'

export interface ExactSum {
  readonly value: string
  /**
   * Whether a program that adds binary fractions would have stored this: the rounding of many additions is far below the
   * hundred-thousand-millionth part of what was added.
   */
  readonly isAbout: (stored: string) => boolean
}

const TOLERANCE = 10n ** 11n

/** The sum of the cells, exactly; null where they hold what cannot be added. */
export function exactSum(terms: readonly SumTerm[], held: ReadonlyMap<number, string>): ExactSum | null {
  const sum = { digits: 0n, size: 0n, places: 0 }
  const widen = (places: number): void => {
    if (places <= sum.places) return
    const factor = 10n ** BigInt(places - sum.places)
    sum.digits *= factor
    sum.size *= factor
    sum.places = places
  }
  const add = (decimal: string, isMinus: boolean): void => {
    const places = placesOf(decimal)
    widen(places)
    const digits = scaled(decimal, sum.places)
    sum.digits += isMinus ? -digits : digits
    sum.size += digits < 0n ? -digits : digits
  }
  for (const { isMinus, of, inSum } of terms) {
    if (typeof of === 'string') {
      add(of, isMinus)
      continue
    }
    for (let row = of.top; row <= of.bottom; row++) {
      for (let column = of.left; column <= of.right; column++) {
        const value = held.get(placeKey(row, column))
        if (value === undefined || (value === 'text' && inSum)) continue
        if (value === 'text' || value === 'error') return null
        add(value, isMinus)
      }
    }
  }
  return {
    value: decimalOf(sum.digits, sum.places),
    isAbout: (stored) => {
      widen(placesOf(stored))
      const off = sum.digits - scaled(stored, sum.places)
      return (off < 0n ? -off : off) * TOLERANCE <= sum.size
    },
  }
}

const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

function scaled(decimal: string, places: number): bigint {
  const [whole = '', part = ''] = decimal.split('.')
  return BigInt(whole + part.padEnd(places, '0'))
}

function decimalOf(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  const part = places === 0 ? '' : text.slice(-places).replace(/0+$/, '')
  const whole = places === 0 ? text : text.slice(0, -places)
  return sign + (part === '' ? whole : `${whole}.${part}`)
}
