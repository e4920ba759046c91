import { within, written, type Fault, type FaultCode } from './fault'
import type { Mismatch } from './json-schema'

/** The first place where two JSON values differ; null if they are the same. */
export function firstDifference(expected: unknown, got: unknown, place: string): Mismatch | null {
  if (Array.isArray(expected) && Array.isArray(got)) {
    const length = Math.max(expected.length, got.length)
    for (let i = 0; i < length; i++) {
      const found = firstDifference(expected[i], got[i], within(place, i))
      if (found) return found
    }
    return null
  }
  if (isRecord(expected) && isRecord(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const found = firstDifference(expected[key], got[key], within(place, key))
      if (found) return found
    }
    return null
  }
  return expected === got ? null : { place, expected: written(expected), got: written(got) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first place where two JSON values differ, as a fault; none if they are the same. */
export function differs(code: FaultCode, place: string, expected: unknown, got: unknown): Fault[] {
  const difference = firstDifference(expected, got, place)
  return difference === null ? [] : [{ code, ...difference }]
}
