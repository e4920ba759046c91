import type { IndicatorCode } from '@/lib/notice'
import { compareQuarters, isQuarter, type Period, type Quarter } from '@/lib/values'
import { sameOutcome } from './compare-judgements'
import { judge } from './judge'
import { lastQuarterOf } from './span'
import type { Configuration, IndicatorFacts, JudgeOptions, Verdict } from './types'

/** A figure as corrected. */
export interface Restatement {
  readonly indicator: IndicatorCode
  readonly period: Period
  readonly value: string | null
}

/** A verdict that relied on the old figure. */
export interface RestatedVerdict {
  readonly asOf: Quarter
  readonly against: Verdict['against']
  readonly before: Verdict
  readonly after: Verdict
  /** Whether the word changes, not only the numbers under it. */
  readonly changesVerdict: boolean
}

/**
 * Given a corrected figure, every verdict that relied on the old one, before and after: at each quarter that was judged,
 * against the floor and, where there is one, the own target. A verdict relied on a figure exactly if its explanation has it
 * among its inputs; where the figure was missing, if the verdict names it as missing.
 */
export function restatementEffects(
  facts: IndicatorFacts,
  restatement: Restatement,
  configuration: Configuration,
  judgedAt: readonly Quarter[],
  target?: Pick<JudgeOptions, 'target' | 'targetSince'>,
): readonly RestatedVerdict[] {
  const { indicator, period, value } = restatement
  const corrected = { ...facts, [period]: { value } }
  const last = lastQuarterOf(configuration)
  // After the span nothing new is judged: all later quarters give the verdict of its end, once.
  const quarters = [
    ...new Set(judgedAt.map((quarter) => (compareQuarters(quarter, last) > 0 ? last : quarter))),
  ]
  return quarters.sort(compareQuarters).flatMap((asOf) =>
    [{}, ...(target?.target === undefined ? [] : [target])].flatMap((against): RestatedVerdict[] => {
      const options = { ...against, alternatives: false }
      const before = judge(indicator, facts, configuration, asOf, options)
      const after = judge(indicator, corrected, configuration, asOf, options)
      const relied = [before, after].some(({ explanation }) =>
        [...explanation.inputs.map((input) => input.period), ...(explanation.missing ?? [])].some((used) =>
          covers(used, period),
        ),
      )
      if (!relied || sameOutcome(before.verdict, after.verdict)) return []
      return [
        {
          asOf,
          against: before.verdict.against,
          before: before.verdict,
          after: after.verdict,
          changesVerdict: before.verdict.code !== after.verdict.code,
        },
      ]
    }),
  )
}

/** Whether a figure that was used is the one corrected: a year is also made of its quarters. */
const covers = (used: Period, period: Period): boolean =>
  used === period || (!isQuarter(used) && isQuarter(period) && period.startsWith(used))
