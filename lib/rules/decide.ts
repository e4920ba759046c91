import type { NumericIndicator } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { decideCount } from './count'
import type { Decision } from './decision'
import { decideGrowth } from './growth'
import type { Term } from './term'
import type { Configuration, NotComputableReason } from './types'
import type { Working } from './working'

/** Decides one of the eleven numeric results on a sheet of working. */
export function decide(
  indicator: NumericIndicator,
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  threshold: Term,
  outside?: NotComputableReason,
): Decision {
  return indicator.kind === 'growth'
    ? decideGrowth(indicator, working, configuration, asOf, threshold, outside)
    : decideCount(indicator, working, configuration, asOf, threshold)
}
