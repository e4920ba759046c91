import { cityName, formatNumber, formatPeriod, inLocale, provinceName, whyNone, words } from '@/lib/i18n'
import type { Indicator } from '@/lib/notice'
import type { ArrangedDashboard } from '@/lib/review/arrange-dashboard'
import type { Dashboard } from '@/lib/review/read-dashboard'
import type { Instalments, StandingSecond } from '@/lib/rules/instalments'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { latestReference } from './trace-reference'
import type { MatrixCity, MatrixDocument, MatrixVerdict, MatrixVerdicts } from './matrix-document'

/** The matrix as a document: the cities and results that are shown, in the order in which they are shown. */
export function matrixOfDashboard(
  dashboard: Dashboard,
  arranged: ArrangedDashboard,
  { locale, demonstration, unaccepted }: Pick<MatrixDocument, 'locale' | 'demonstration' | 'unaccepted'>,
): MatrixDocument {
  const { dashboard: said, names } = words(locale)
  const { published } = dashboard
  return {
    locale,
    asOf: dashboard.asOf,
    knownAt: dashboard.now.toISOString(),
    ruleVersion: dashboard.ruleVersion,
    demonstration,
    unaccepted,
    indicators: arranged.indicators.map((each) => ({
      code: each.code,
      name: inLocale(locale, each),
      unit: names.unit[each.unit],
      clause: words(locale).notice.clauseNumber(each.clause),
    })),
    cities: arranged.cities.map(({ city, verdicts, pending, second }) => ({
      code: city.code,
      name: cityName(locale, city),
      province: provinceName(locale, city),
      verdicts: verdictsOf(verdicts.byFloor, arranged.indicators, locale),
      instalments: instalmentsOf(dashboard.instalments, second, locale),
      pending: Object.fromEntries(
        unaccepted === 'shown' ? pending.map(({ indicator, value }) => [indicator, value]) : [],
      ),
    })),
    reference: [
      {
        name: said.reference,
        asOf: published.asOf,
        verdicts: verdictsOf(published.verdicts, arranged.indicators, locale),
      },
    ],
  }
}

function verdictsOf(
  judgements: readonly Judgement[],
  shown: readonly Indicator[],
  locale: Locale,
): MatrixVerdicts {
  const codes = new Set(shown.map(({ code }) => code))
  return Object.fromEntries(
    judgements
      .filter(({ verdict }) => codes.has(verdict.indicator))
      .map((judged) => [judged.verdict.indicator, verdictOf(judged, locale)]),
  )
}

function verdictOf({ verdict, explanation }: Judgement, locale: Locale): MatrixVerdict {
  const { code, actual, required, gap } = verdict
  const accepted = explanation.inputs.flatMap(({ version, acceptedAt }) =>
    acceptedAt === null || acceptedAt === '' ? [] : [{ version, acceptedAt }],
  )
  const newest = accepted.toSorted((a, b) => a.acceptedAt.localeCompare(b.acceptedAt)).at(-1)
  return {
    code,
    word: words(locale).verdict.word[code],
    period: verdict.judgedAt,
    actual,
    required,
    gap,
    reason: verdict.reason === null && verdict.missing === null ? null : whyNone(locale, verdict),
    version: newest?.version ?? null,
    acceptedAt: newest?.acceptedAt ?? null,
    reference: latestReference(explanation),
    exact: latestReference(explanation, actual),
  }
}

/** Of the remainder only an amount that was decided or that a band gives is a number; else the words say why there is none. */
function instalmentsOf(
  { first }: Instalments,
  second: StandingSecond,
  locale: Locale,
): MatrixCity['instalments'] {
  const { dashboard: said, common } = words(locale)
  const upTo = (amount: string, why: string): string =>
    said.upTo(formatNumber(amount)) + common.bracketed(why)
  return {
    first: { wan: first.amount, word: formatNumber(first.amount) },
    second:
      second.code === 'banded' || second.code === 'decided'
        ? { wan: second.amount, word: formatNumber(second.amount) }
        : {
            wan: null,
            word: upTo(
              second.upTo,
              second.code === 'bandsUnspecified' ? said.bandsUnspecified : said.notEvaluated,
            ),
          },
  }
}

/** What the file of a matrix is called, without its ending. */
export function matrixFileName(dashboard: Dashboard, locale: Locale): string {
  return words(locale).export.matrixFile(formatPeriod(locale, dashboard.asOf))
}
