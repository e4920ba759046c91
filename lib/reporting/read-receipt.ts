import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import { readBurdens, type BurdenShown } from '@/lib/store/burden'
import { readCanonicalContent } from '@/lib/store/canonical-content'
import { readCity, type City } from '@/lib/store/cities'
import { readVersionEvidence, type Evidence } from '@/lib/store/evidence-links'
import { readLedgerPlaces, type LedgerPlace } from '@/lib/store/ledger'
import { readPeriod, type ReportingPeriod } from '@/lib/store/periods'
import { bringsVersion, readEvents, statusOf, type ReportEvent, type Status } from '@/lib/store/reports'
import { readRoute, type Route } from '@/lib/store/review-routes'
import { restatementBehind } from '@/lib/store/restatements'
import { readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { burdenShown } from './burden-by-period'
import type { ContentLine } from './content-lines'
import { readVersionLines } from './version-lines'

/** A step in the life of a report with its place in the city's ledger. */
export interface ReceiptEvent extends ReportEvent {
  readonly ledger: LedgerPlace | null
}

/** What a submission is proved by. */
export interface Receipt {
  readonly city: City
  readonly window: ReportingPeriod
  readonly now: Date
  /** Where the report stands now. */
  readonly status: Status
  /** The version this receipt is for; null while nothing was submitted. */
  readonly submission: Submission | null
  /** Every submitted version, first to last. */
  readonly versions: readonly VersionHead[]
  readonly events: readonly ReceiptEvent[]
  /** Whether the province reviews first. */
  readonly route: Route
}

export interface Submission {
  readonly head: VersionHead
  readonly isLatest: boolean
  /** The number of the restatement that brought it; null where it was submitted. */
  readonly restatement: number | null
  /** The step that submitted it, in the city's ledger. */
  readonly ledger: LedgerPlace | null
  /** The stored content still has the digest that was signed, and the ledger names the same one. */
  readonly isIntact: boolean
  /** What it cost the people who filled it in; null where that was not kept. */
  readonly burden: BurdenShown | null
  /** The figures of the version; counts are cumulative as of the submission. */
  readonly lines: readonly ContentLine[]
  /** The files that belong to it. */
  readonly evidence: readonly Evidence[]
}

/**
 * The receipt of the latest submitted version of a report, or of an earlier one.
 * @throws AccessRefused notFound when there is no such period or version
 */
export function readReceipt(
  permit: Permit<'report.read'>,
  period: Period,
  version?: number,
): Promise<Receipt> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const window = await readPeriod(work, period)
    if (city === null || window === null) throw new AccessRefused('notFound')
    const versions = await readVersionHeads(work, period)
    const head = version === undefined ? versions.at(-1) : versions.find((each) => each.version === version)
    if (version !== undefined && head === undefined) throw new AccessRefused('notFound')
    const places = new Map((await readLedgerPlaces(work, period)).map((place) => [place.step, place]))
    const all = await readEvents(work, period)
    const events = all.map((event) => ({ ...event, ledger: places.get(event.seq) ?? null }))
    return {
      city,
      window,
      now: work.now,
      status: statusOf(all),
      submission:
        head === undefined
          ? null
          : await readSubmission(work, head, events, head.version === versions.at(-1)?.version),
      versions,
      events,
      route: await readRoute(work),
    }
  })
}

async function readSubmission(
  work: Work,
  head: VersionHead,
  events: readonly ReceiptEvent[],
  isLatest: boolean,
): Promise<Submission> {
  const submitted = events.find((event) => bringsVersion(event) && event.version === head.version)
  const burden = (await readBurdens(work)).find(
    (each) => each.period === head.period && each.version === head.version,
  )
  const text = await readCanonicalContent(work, head.period, head.version)
  return {
    head,
    isLatest,
    restatement: await restatementBehind(work, head.period, head.version),
    ledger: submitted?.ledger ?? null,
    isIntact: digest(text) === head.contentHash && submitted?.contentHash === head.contentHash,
    burden: burden === undefined ? null : burdenShown(burden),
    lines: await readVersionLines(work, head),
    evidence: await readVersionEvidence(work, head.period, head.version),
  }
}
