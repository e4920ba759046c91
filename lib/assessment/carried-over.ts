import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical } from '@/lib/ledger/canonical'
import type { FrozenInputs } from '@/lib/rules'
import type { Narrative } from '@/lib/store/evaluation-population'
import type { Settlement, StoredOverride, StoredReading } from '@/lib/store/evaluation-record'

/** What people said in a sealed version of results whose grounds are the same today: offered again, and never taken over unasked. */
export interface CarriedOver {
  readonly version: number
  readonly readings: readonly StoredReading[]
  readonly settlements: readonly Settlement[]
  readonly overrides: readonly StoredOverride[]
}

interface Sealed {
  readonly version: number
  readonly inputs: Pick<FrozenInputs, 'facts'>
  readonly narratives?: readonly Narrative[]
  readonly readings: readonly StoredReading[]
  readonly settlements: readonly Settlement[]
  readonly overrides: readonly StoredOverride[]
}

/**
 * Compares a sealed version with what is accepted today: a reading may be said again while the city's narrative is the same
 * word for word, another share while the result's figures are the same in the same versions.
 * @param snapshot of the sealed version, canonical form
 */
export function carriedOver(
  snapshot: string,
  facts: FrozenInputs['facts'],
  narratives: readonly Narrative[],
): CarriedOver {
  const sealed = JSON.parse(snapshot) as Sealed
  const text = (value: unknown) => canonical(asCanonical(JSON.parse(JSON.stringify(value ?? null))))
  const isSame = ({ indicator }: Pick<StoredReading, 'indicator'>) => {
    // What was sealed before narratives were frozen with it says nothing of them.
    if (sealed.narratives === undefined) return false
    const [then, now] = [sealed.narratives, narratives].map((all) =>
      text(all.find((each) => each.indicator === indicator)),
    )
    return then === now
  }
  return {
    version: sealed.version,
    readings: sealed.readings.filter(isSame),
    settlements: sealed.settlements.filter(isSame),
    overrides: sealed.overrides.filter(
      ({ indicator, percent }) =>
        percent !== null && text(sealed.inputs.facts[indicator]) === text(facts[indicator]),
    ),
  }
}
