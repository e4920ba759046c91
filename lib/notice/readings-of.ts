import type { Indicator } from './indicators'
import type { ReadingId } from './interpretations'

const OF_ONE: Readonly<Partial<Record<Indicator['code'], ReadingId>>> = {
  transfers_licenses: 'R6',
  pledge_amount: 'R7',
  pledge_projects: 'R7',
  certified_entities: 'R9',
}

/** Every reading that a verdict on this result can rest on; each verdict names those it did use. */
export function readingsOf(indicator: Indicator): readonly ReadingId[] {
  const own = OF_ONE[indicator.code]
  const ofKind: Readonly<Record<Indicator['kind'], readonly ReadingId[]>> = {
    growth: ['R1', 'R2', 'R3', 'R4', ...(own ? [own] : []), 'R8', 'R10'],
    count: ['R1', 'R3', 'R5', 'R8', ...(own ? [own] : []), 'R10'],
    qualitative: ['R11'],
  }
  return ofKind[indicator.kind]
}
