import { describe, expect, it } from 'vitest'
import { uuid7 } from '@/lib/store/uuid7'

const at = (iso: string) => new Date(iso)

describe('an id', () => {
  it('is a UUID version 7 of its millisecond', () => {
    expect(uuid7(at('2022-10-12T01:00:00.001Z'))).toMatch(
      /^0183c9b4-9a81-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('is greater than every id made before it, also while the clock stands still', () => {
    const standing = at('2022-10-12T01:00:00Z')
    const made = Array.from({ length: 20_000 }, () => uuid7(standing))
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    expect(uuid7(at('2022-10-12T01:00:00.001Z')) > (made.at(-1) ?? '')).toBe(true)
  })
})
