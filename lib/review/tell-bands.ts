import type { Permit } from '@/lib/access/authorize'
import { numericIndicators } from '@/lib/notice'
import { unpackVerdicts } from '@/lib/reporting/packed-verdicts'
import { anonymousBand, mayTell } from '@/lib/rules/anonymous-band'
import { readCities } from '@/lib/store/cities'
import { readBandBasis, readCohortStandings, writeBands, type Shares } from '@/lib/store/like-bands'
import { begin } from '@/lib/store/work'
import { decimal, div, isZero, toDecimalString, type Quarter } from '@/lib/values'

/**
 * Tells the cities of a cohort where its middle half lies as of a quarter, of each result of which it may be told: by a
 * permit of the nation, since a city's own sees no other city. Called after a report of the quarter was accepted.
 */
export function tellBands(permit: Permit<'band.tell'>, city: string, asOf: Quarter): Promise<void> {
  return begin(permit, async (work) => {
    const cohort = (await readCities(work)).find(({ code }) => code === city)?.cohort
    if (cohort === undefined) return
    const last = await readBandBasis(work, cohort, asOf)
    const standings = (await readCohortStandings(work, cohort, asOf)).map((each) => ({
      city: each.city,
      verdicts: unpackVerdicts(each.verdicts, asOf, asOf),
    }))
    await writeBands(
      work,
      { cohort, asOf },
      numericIndicators.flatMap(({ code: indicator }) => {
        const shares: Shares = Object.fromEntries(
          standings.flatMap(({ city: of, verdicts }) => {
            const verdict = verdicts.find((each) => each.indicator === indicator)
            const share = shareOf(verdict?.actual ?? null, verdict?.required ?? null)
            return share === null ? [] : [[of, share]]
          }),
        )
        const before = last.get(indicator)
        if (!mayTell(before?.shares ?? null, shares)) return []
        const band = anonymousBand(Object.values(shares).map(decimal))
        return band === null ? [] : [{ indicator, seq: (before?.seq ?? 0) + 1, band, shares }]
      }),
    )
  })
}

/** How much of what is required to date is there; null where either is not known, or nothing is required. */
export function shareOf(actual: string | null, required: string | null): string | null {
  if (actual === null || required === null || isZero(decimal(required))) return null
  return toDecimalString(div(decimal(actual), decimal(required)))
}
