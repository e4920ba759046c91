import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { Decision } from '@/lib/decisions/decision'
import type { Explanation } from '@/lib/rules'
import { readCanonicalContent } from '@/lib/store/canonical-content'
import { readCity } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readLedger } from '@/lib/store/ledger'
import { readPeriods } from '@/lib/store/periods'
import { readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { LedgerEntry } from '@/lib/ledger/chain'
import type { Quarter } from '@/lib/values'
import { readIssued } from './issue-verdicts'

/** Everything of a city's programme that a stranger needs to check what was judged as of a quarter. */
export interface CityPack {
  readonly now: Date
  /** Every submitted version of every report, with the very text that its digest was made of. */
  readonly versions: readonly (VersionHead & { readonly content: string })[]
  /** The verdicts as issued, against the notice and the own targets; none while the report is not accepted. */
  readonly explanations: readonly Explanation[]
  /** The city's chain from its first entry on. */
  readonly ledger: readonly LedgerEntry[]
  /** Decisions for this city and for all. */
  readonly decisions: readonly Decision[]
}

/** Reads what goes into a pack, as known on the permit's moment. @throws AccessRefused notFound */
export function readCityPack(permit: Permit<'report.read'>, asOf: Quarter): Promise<CityPack> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const until = permit.known ?? work.now
    const versions: (VersionHead & { content: string })[] = []
    for (const { period } of await readPeriods(work)) {
      for (const head of await readVersionHeads(work, period)) {
        if (head.submittedAt <= until)
          versions.push({ ...head, content: await readCanonicalContent(work, period, head.version) })
      }
    }
    return {
      now: until,
      versions,
      explanations: (await readIssued(work, { asOf })).map(({ judgement }) => judgement.explanation),
      ledger: (await readLedger(work)).filter(({ at }) => new Date(at) <= until),
      decisions: (await readDecisions(work)).filter(
        (each) => (each.city === null || each.city === city.code) && each.proposedAt <= until,
      ),
    }
  })
}
