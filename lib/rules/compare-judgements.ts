import type { Period } from '@/lib/values'
import {
  incomparableCauses,
  type Configuration,
  type Explanation,
  type IncomparableCause,
  type Judgement,
  type NotComputableReason,
  type Verdict,
} from './types'

/** One thing in which two judgements of the same result as of the same quarter rest on something else. */
export type Difference =
  | { readonly code: 'ruleVersion'; readonly before: string; readonly after: string }
  | {
      readonly code: 'configuration'
      readonly part: keyof Configuration
      readonly before: string
      readonly after: string
    }
  /** The floor or the own target itself. */
  | { readonly code: 'standard'; readonly before: string; readonly after: string }
  | {
      readonly code: 'figure'
      readonly period: Period
      readonly before: string | null
      readonly after: string | null
    }
  /** What a decision says of the bases (R8). */
  | {
      readonly code: 'comparability'
      readonly before: NotComputableReason | null
      readonly after: NotComputableReason | null
    }

/** Whether two verdicts say the same: the word, its reason, and the numbers it compares. */
export function sameOutcome(a: Verdict, b: Verdict): boolean {
  return a.code === b.code && a.actual === b.actual && a.required === b.required && a.reason === b.reason
}

/**
 * Why the same result would be judged otherwise than it was: rule version, configuration, standard, comparability and
 * figures, each before and after. Both explanations say themselves what they rest on, so nothing is judged again.
 */
export function differencesBetween(before: Judgement, after: Judgement): readonly Difference[] {
  const [was, is] = [before.explanation, after.explanation]
  const differences: Difference[] = []
  if (was.ruleVersion !== is.ruleVersion)
    differences.push({ code: 'ruleVersion', before: was.ruleVersion, after: is.ruleVersion })
  const parts = (Object.keys(was.configuration) as (keyof Configuration)[]).sort()
  for (const part of parts) {
    const [old, now] = [String(was.configuration[part]), String(is.configuration[part])]
    if (old !== now) differences.push({ code: 'configuration', part, before: old, after: now })
  }
  const isConfiguredAlike = differences.every(({ code }) => code !== 'configuration')
  const [old, now] = [was.parameters[0]?.value ?? '', is.parameters[0]?.value ?? '']
  if (old !== now) differences.push({ code: 'standard', before: old, after: now })
  const [stated, states] = [statedReason(was), statedReason(is)]
  if (stated !== states) differences.push({ code: 'comparability', before: stated, after: states })
  // A reason from outside or another base year uses other periods without any figure having changed.
  const isAboutTheSame = isConfiguredAlike && stated === states
  return [...differences, ...figures(was, is, isAboutTheSame)]
}

/** A reason known from outside the figures; null where the figures themselves decide. */
function statedReason({ reason }: Explanation): IncomparableCause | null {
  return incomparableCauses.find((cause) => cause === reason) ?? null
}

function figures(was: Explanation, is: Explanation, all: boolean): readonly Difference[] {
  const read = ({ inputs }: Explanation) => new Map(inputs.map(({ period, value }) => [period, value]))
  const [old, now] = [read(was), read(is)]
  const periods = [...new Set([...old.keys(), ...now.keys()])].sort()
  return periods
    .filter((period) => all || (old.has(period) && now.has(period)))
    .map((period) => ({ period, before: old.get(period) ?? null, after: now.get(period) ?? null }))
    .filter(({ before, after }) => before !== after)
    .map((change) => ({ code: 'figure', ...change }))
}
