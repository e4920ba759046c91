import { formatNumber, formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import type { Locale } from '@/lib/values'
import type { ReportDerogation } from './derogation-sheet'

/** An exception granted to a city, ready to be written down. */
export function derogationOf(
  { decision, state }: CityReport['derogations'][number],
  locale: Locale,
): ReportDerogation {
  const { city, verdict } = words(locale)
  const { indicator: code, lowest } = decision.content
  const subject = indicator(code)
  return {
    name: inLocale(locale, subject),
    lowest:
      subject.kind === 'growth'
        ? verdict.percentAYear(formatNumber(lowest))
        : formatWithUnit(locale, lowest, subject.unit),
    from: decision.effectiveFrom,
    until: decision.endsOn,
    stateWord: city.derogations.state[state],
    documentNumber: decision.documentNumber,
    reason: decision.reason,
    proposedBy: decision.proposedByName,
    proposedAt: decision.proposedAt.toISOString(),
    agreedBy: decision.second?.byName ?? null,
    agreedAt: decision.second?.at.toISOString() ?? null,
  }
}
