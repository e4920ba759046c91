import { expect } from 'vitest'
import type { NumericIndicator } from '@/lib/notice'
import { verdictOnly } from '@/lib/rules'
import { figures } from './figures'
import { randomCount, randomFrom, randomGrowth } from './random-case'
import { secondCount, secondGrowth } from './second-implementation'

/** How often each thing came up in random cases: verdicts, reasons, and figures that are hard on arithmetic. */
export type Seen = Map<string, number>

/**
 * Judges so many random cases of one result both ways, under every kind of base year, span, path and share, and compares
 * verdict, reason, missing periods and every number.
 */
export function compareOnRandomCases(
  subject: NumericIndicator,
  seed: number,
  cases: number,
  seen: Seen,
): void {
  const random = randomFrom(seed)
  const growth = subject.kind === 'growth'
  for (let i = 0; i < cases; i++) {
    const drawn = (growth ? randomGrowth : randomCount)(random, subject.floor)
    const { baseYear, intervals, asOf, path, share } = drawn
    const second = growth
      ? secondGrowth(drawn.figures, subject.floor, baseYear, intervals, asOf, path, share)
      : secondCount(drawn.figures, subject.floor, baseYear, intervals, asOf)
    const configuration = { baseYear, intervals, path, share }
    const verdict = verdictOnly(subject, figures(drawn.figures), configuration, asOf)
    const { code, reason, actual, required, gap, neededPerQuarter, missing } = verdict
    const first = { verdict: code, reason, actual, required, gap, neededPerQuarter, missing }
    // Compared as text, since a deep comparison of every case would take most of the time.
    if (JSON.stringify(first) !== JSON.stringify(inOrder(second))) {
      expect({ drawn, ...first }).toEqual({ drawn, ...second })
    }
    const configured =
      growth && required !== null ? [path, share, `base ${baseYear}`, `${intervals} years`] : []
    for (const each of [code, reason, ...traitsOf(actual, required, gap), ...configured]) {
      if (each !== null) seen.set(each, (seen.get(each) ?? 0) + 1)
    }
  }
}

function inOrder(second: ReturnType<typeof secondGrowth>) {
  const { verdict, reason, actual, required, gap, neededPerQuarter, missing } = second
  return { verdict, reason, actual, required, gap, neededPerQuarter, missing }
}

function traitsOf(actual: string | null, required: string | null, gap: string | null): string[] {
  return [
    ...(/^\d{16}/.test(actual ?? '') ? ['huge'] : []),
    ...(required?.includes('/') ? ['endless'] : []),
    ...(gap === '0' ? ['onTheBound'] : []),
  ]
}
