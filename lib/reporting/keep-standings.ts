import { configurationOf, incomparableAt } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import { digest } from '@/lib/ledger/canonical'
import { numericIndicators } from '@/lib/notice'
import { ruleVersion, verdictOnly, type Configuration, type Facts, type Verdict } from '@/lib/rules'
import { momentOf } from '@/lib/rules/span'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods } from '@/lib/store/periods'
import { writeStandings } from '@/lib/store/standings'
import { readSummaries, type Summary } from '@/lib/store/summary'
import type { Work } from '@/lib/store/work'
import { dayOf, isQuarter, quarterOf, quartersBetween, type Quarter } from '@/lib/values'
import { toFacts } from './facts'
import { packVerdicts } from './packed-verdicts'

/** By what a city's standing as of a quarter was judged. */
export interface StandingTerms {
  readonly configuration: Configuration
  readonly judgedAt: Quarter
  /** The same for the same terms. */
  readonly digest: string
  readonly incomparable: ReturnType<typeof incomparableAt>
}

/** What holds for the standing of a city on a day: own targets do not, since a standing is against the floor. */
export function standingTerms(
  decisions: readonly Decision[],
  city: string,
  day: string,
  asOf: Quarter,
): StandingTerms {
  const configuration = configurationOf(decisions, city, day)
  const { judgedAt } = momentOf(asOf, configuration)
  const incomparable = incomparableAt(decisions, city, day, judgedAt)
  return {
    configuration,
    judgedAt,
    incomparable,
    digest: digest(JSON.stringify([ruleVersion, configuration, incomparable])),
  }
}

/** The verdicts on a city's numeric results, without explanations. */
export function standingOf(facts: Facts, terms: StandingTerms, asOf: Quarter): readonly Verdict[] {
  return numericIndicators.map((each) =>
    verdictOnly(each, facts[each.code] ?? {}, terms.configuration, asOf, terms.incomparable[each.code]),
  )
}

/** The facts of one city's summaries. */
export const factsIn = (summaries: readonly Summary[]): Facts =>
  toFacts(summaries.flatMap((summary) => summary.facts))

/**
 * Works out how the city stands as of every quarter of its span and of every period there is, and keeps it: called in the
 * transaction that changes its accepted facts.
 */
export async function keepStandings(work: Work): Promise<void> {
  const { city, now } = work
  const decisions = await readDecisions(work)
  const today = dayOf(now)
  const facts = factsIn(await readSummaries(work))
  const { baseYear, intervals } = configurationOf(decisions, city, today)
  const span = quartersBetween(quarterOf(baseYear + 1, 1), quarterOf(baseYear + intervals, 4))
  const reported = (await readPeriods(work)).flatMap(({ period }) => (isQuarter(period) ? [period] : []))
  const rows = [...new Set([...span, ...reported])].map((asOf) => {
    const terms = standingTerms(decisions, city, today, asOf)
    const verdicts = standingOf(facts, terms, asOf)
    const count = (...codes: readonly Verdict['code'][]) =>
      verdicts.filter(({ code }) => codes.includes(code)).length
    return {
      asOf,
      terms: terms.digest,
      verdicts: packVerdicts(verdicts),
      met: count('met'),
      short: count('short'),
      onPace: count('onPace'),
      behindPace: count('behindPace'),
      undecided: count('figuresMissing', 'notComputable', 'notYetDue'),
    }
  })
  await writeStandings(work, rows)
}
