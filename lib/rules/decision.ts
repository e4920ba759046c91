import type { Period } from '@/lib/values'
import type { ReadingId } from '@/lib/notice'
import type { Pace } from './pace'
import type { StepTerm } from './term'
import type { NotComputableReason, VerdictCode } from './types'

/** What a rule decided, its numbers still exact terms of the working. */
export interface Decision {
  readonly code: VerdictCode
  readonly readings: readonly ReadingId[]
  readonly reason?: NotComputableReason
  readonly missing?: readonly Period[]
  readonly actual?: StepTerm
  readonly required?: StepTerm
  readonly gap?: StepTerm
  readonly neededPerQuarter?: StepTerm
  readonly pace?: Pace | undefined
}
