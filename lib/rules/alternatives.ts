import type { AlternativeCode, NumericIndicator, ReadingId } from '@/lib/notice'
import { toDecimalString, type Quarter } from '@/lib/values'
import { decide } from './decide'
import type { Decision } from './decision'
import { meanOfRates } from './mean-of-rates'
import { momentOf } from './span'
import type { Alternative, Configuration, VerdictCode } from './types'
import type { Term, Working } from './working'

interface Variant {
  readonly code: AlternativeCode
  readonly reading: ReadingId
  readonly configuration: Configuration
}

/**
 * The same figures under the other readings that can be argued (R2, R3, R4). They are worked out on sheets of their
 * own, so that the steps of the verdict itself stay its own; the figures they look at are listed as inputs all the same.
 * A reading under which the figures decide nothing is left out: it says nothing against the verdict.
 */
export function alternativesTo(
  indicator: NumericIndicator,
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  threshold: Term,
  verdict: VerdictCode,
): readonly Alternative[] {
  const variants = variantsOf(indicator, configuration, asOf).map((variant): Alternative => {
    const decision = decide(indicator, working.fresh(), variant.configuration, asOf, threshold)
    return {
      code: variant.code,
      reading: variant.reading,
      verdict: decision.code,
      differs: decision.code !== verdict,
      actual: exact(decision, 'actual'),
      required: exact(decision, 'required'),
      gap: exact(decision, 'gap'),
      measure: 'unit',
    }
  })
  const decided = variants.filter(
    ({ verdict: other }) => other !== 'figuresMissing' && other !== 'notComputable',
  )
  const mean =
    indicator.kind === 'growth' ? meanOfRates(working.fresh(), configuration, asOf, threshold) : null
  return mean ? [{ ...mean, differs: mean.verdict !== verdict }, ...decided] : decided
}

/** The configurations that would be as arguable, without those that cannot matter at this moment. */
function variantsOf(indicator: NumericIndicator, configuration: Configuration, asOf: Quarter): Variant[] {
  const variants: Variant[] = [otherBase(configuration)]
  const moment = momentOf(asOf, configuration)
  if (indicator.kind === 'count' || moment.beforeSpan) return variants
  if (moment.k < configuration.intervals) variants.push(otherPath(configuration))
  if (moment.quarter < 4) variants.push(otherShare(configuration))
  return variants
}

function otherBase(configuration: Configuration): Variant {
  const later = configuration.baseYear !== 2020
  return {
    code: later ? 'baseYearAfter' : 'baseYearBefore',
    reading: 'R3',
    configuration: { ...configuration, baseYear: configuration.baseYear + (later ? 1 : -1) },
  }
}

function otherPath(configuration: Configuration): Variant {
  return configuration.path === 'linear'
    ? { code: 'compoundPath', reading: 'R4', configuration: { ...configuration, path: 'compound' } }
    : { code: 'linearPath', reading: 'R4', configuration: { ...configuration, path: 'linear' } }
}

function otherShare(configuration: Configuration): Variant {
  return configuration.share === 'equalQuarters'
    ? { code: 'ownProfile', reading: 'R4', configuration: { ...configuration, share: 'ownProfile' } }
    : { code: 'equalQuarters', reading: 'R4', configuration: { ...configuration, share: 'equalQuarters' } }
}

function exact(decision: Decision, key: 'actual' | 'required' | 'gap'): string | null {
  const term = decision[key]
  return term ? toDecimalString(term.ratio) : null
}
