import { formatNumber, formatPercent, NO_FIGURE, words } from '@/lib/i18n'
import type { DualStanding } from '@/lib/rules/dual-monitor'
import { decimal, type Locale } from '@/lib/values'

/** A city on the axis of money and results, ready to be shown. */
export interface StandingWords {
  readonly spent: string
  readonly achieved: string
  readonly of: string
  /** In points of a hundred, signed. */
  readonly gap: string
  readonly sentence: string
  /** In thousandths, for the bars. */
  readonly bars: { readonly spent: number | null; readonly achieved: number }
}

/** A share in thousandths, cut: for drawing alone. */
const thousandths = (share: string): number => {
  const { num, den } = decimal(share)
  return Number((num * 1000n) / den)
}

export function standingWords(locale: Locale, standing: DualStanding): StandingWords {
  const { monitoring: said } = words(locale)
  const spent = standing.spent === null ? said.noMoney : formatPercent(standing.spent)
  const achieved = formatPercent(standing.achieved)
  const gap = standing.gap === null ? null : decimal(standing.gap)
  return {
    spent: standing.spent === null ? NO_FIGURE : spent,
    achieved,
    of: said.ofResults(String(standing.onTrack), String(standing.results)),
    gap:
      gap === null
        ? NO_FIGURE
        : formatNumber({ num: gap.num * 100n, den: gap.den }, { places: 1, signed: true }),
    sentence: said.sentence(spent, achieved),
    bars: {
      spent: standing.spent === null ? null : thousandths(standing.spent),
      achieved: thousandths(standing.achieved),
    },
  }
}
