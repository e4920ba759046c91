import type { AlternativeCode, IndicatorCode, NumericIndicator, ReadingId } from '@/lib/notice'
import { atLeast, decimal, mul, ratio, sub, toDecimalString, type Quarter } from '@/lib/values'
import { decide } from './decide'
import type { Decision } from './decision'
import { meanOfRates } from './mean-of-rates'
import { momentOf } from './span'
import type { Term } from './term'
import type { Alternative, AlternativeNeed, Configuration, VerdictCode } from './types'
import type { Working } from './working'

interface Variant {
  readonly code: AlternativeCode
  readonly reading: ReadingId
  readonly configuration: Configuration
  /** Whether 以上 excludes the number itself. */
  readonly strictly?: true
}

/**
 * The same figures under the other readings that can be argued (R1, R2, R3, R4). They are worked out on sheets of their
 * own, so that the steps of the verdict itself stay its own; the figures they look at are listed as inputs all the same.
 * A reading under which the figures decide nothing is left out: it says nothing against the verdict. A reading of what is
 * counted (R6, R7) needs figures that nobody reports: it is named, with what would be needed. How many certificates are
 * valid (R9) is known where the register says it of each.
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
    const sheet = working.fresh(variant.strictly ? 'excluded' : 'included')
    const decision = decide(indicator, sheet, variant.configuration, asOf, threshold)
    return {
      code: variant.code,
      reading: variant.reading,
      verdict: decision.code,
      differs: decision.code !== verdict,
      actual: exact(decision, 'actual'),
      required: exact(decision, 'required'),
      gap: exact(decision, 'gap'),
      measure: 'unit',
      configuration: inFull(variant.configuration),
      needs: null,
    }
  })
  const decided = variants.filter(
    ({ verdict: other }) => other !== 'figuresMissing' && other !== 'notComputable',
  )
  const mean =
    indicator.kind === 'growth' ? meanOfRates(working.fresh(), configuration, asOf, threshold) : null
  const own = { configuration: inFull(configuration), needs: null }
  return [
    ...(mean ? [{ ...mean, ...own, differs: mean.verdict !== verdict }] : []),
    ...decided,
    ...otherCount(indicator.code, working, configuration, asOf, threshold, verdict),
  ]
}

/** A configuration with its defaults. */
export function inFull({ baseYear, intervals, path, share }: Configuration): Required<Configuration> {
  return { baseYear, intervals, path: path ?? 'compound', share: share ?? 'ownProfile' }
}

/** The readings that would be as arguable, without those that cannot matter at this moment. */
function variantsOf(indicator: NumericIndicator, configuration: Configuration, asOf: Quarter): Variant[] {
  const variants: Variant[] = [otherBase(configuration), otherSpan(configuration)]
  const moment = momentOf(asOf, configuration)
  if (moment.beforeSpan) return variants
  // The platform alone is asked for without 以上: 建设1家.
  if (indicator.code !== 'regional_platform') {
    variants.unshift({ code: 'strictlyAbove', reading: 'R1', configuration, strictly: true })
  }
  if (indicator.kind === 'count') return variants
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

/** The same base year with the end a year later, or back at three years where it is later already. */
function otherSpan(configuration: Configuration): Variant {
  const longer = configuration.intervals <= 3
  return {
    code: longer ? 'longerSpan' : 'shorterSpan',
    reading: 'R3',
    configuration: { ...configuration, intervals: configuration.intervals + (longer ? 1 : -1) },
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

const UNREPORTED: {
  readonly [code in IndicatorCode]?: readonly [AlternativeCode, ReadingId, AlternativeNeed]
} = {
  transfers_licenses: ['rightsNotRecordals', 'R6', 'rightsCounted'],
  pledge_amount: ['balances', 'R7', 'balancesReported'],
  pledge_projects: ['balances', 'R7', 'balancesReported'],
  certified_entities: ['validAtDate', 'R9', 'validityReported'],
}

/** The reading that counts something else than what is reported: computed where that is known, else named. */
function otherCount(
  indicator: IndicatorCode,
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  threshold: Term,
  verdict: VerdictCode,
): readonly Alternative[] {
  const other = UNREPORTED[indicator]
  if (!other) return []
  const [code, reading, needs] = other
  const own = { code, reading, measure: 'unit', configuration: inFull(configuration) } as const
  const valid = code === 'validAtDate' ? validAtDate(working, configuration, asOf, threshold) : null
  return valid
    ? [{ ...own, ...valid, differs: valid.verdict !== verdict, needs: null }]
    : [{ ...own, verdict: 'figuresMissing', differs: false, actual: null, required: null, gap: null, needs }]
}

/** How many certificates hold at the end of the quarter judged against the same path as those that passed (R9, R5). */
function validAtDate(
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  threshold: Term,
): Pick<Alternative, 'verdict' | 'actual' | 'required' | 'gap'> | null {
  const moment = momentOf(asOf, configuration)
  const valid = moment.beforeSpan ? undefined : working.input(moment.judgedAt)?.fact.valid
  if (valid === undefined) return null
  const actual = decimal(valid)
  const isReached = atLeast(actual, threshold.ratio)
  const share = ratio(BigInt(moment.soFar.length), BigInt(configuration.intervals * 4))
  const required = isReached ? threshold.ratio : mul(threshold.ratio, share)
  return {
    verdict: isReached ? 'met' : moment.final ? 'short' : atLeast(actual, required) ? 'onPace' : 'behindPace',
    actual: toDecimalString(actual),
    required: toDecimalString(required),
    gap: toDecimalString(sub(actual, required)),
  }
}

function exact(decision: Decision, key: 'actual' | 'required' | 'gap'): string | null {
  const term = decision[key]
  return term ? toDecimalString(term.ratio) : null
}
