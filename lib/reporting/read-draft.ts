import { actorOf, type Permit } from '@/lib/access/authorize'
import { checksInForce } from '@/lib/decisions/in-force'
import type { Finding } from '@/lib/rules/checks'
import type { Cell } from '@/lib/store/cells'
import { readConversations, type Conversation } from '@/lib/store/conversations'
import { readDecisions } from '@/lib/store/decisions'
import { readLinks, type Evidence } from '@/lib/store/evidence-links'
import { readExplanations, readSignedExplanations, type Explanation } from '@/lib/store/explanations'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { EventKind } from '@/lib/store/reports'
import { lastRoute, readRouteLife, type Route } from '@/lib/store/review-routes'
import { readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { dayOf, type Period } from '@/lib/values'
import { completenessOf, type Completeness } from './asked-cells'
import { findingsOf } from './check-report'
import { elapsedDays, type ElapsedDays } from './elapsed-days'
import { readKnownFigures, type KnownFigures } from './known-figures'
import { isEditable, movesFor } from './moves'
import { readReportStanding, type ReportStanding } from './read-report-standing'
import { reportContent, sealContent } from './report-content'
import { holding, softFindings } from './soft-findings'
import { standingCopy } from './standing-copy'

/** Everything the city's own people see of a report in hand. */
export interface Draft extends ReportStanding {
  readonly moves: readonly EventKind[]
  /** Whether the province reviews it first. */
  readonly route: Route
  readonly completeness: Completeness
  readonly cells: readonly Cell[]
  /** Rows that were not taken out. */
  readonly rows: readonly RegisterRow[]
  /** Submitted before, and withdrawn since. */
  readonly withdrawn: readonly RegisterRow[]
  /** Hash of the content as it stands: what a certifier signs. */
  readonly contentHash: string
  readonly versions: readonly VersionHead[]
  readonly known: KnownFigures
  /** What the checks in force say of it. */
  readonly findings: readonly Finding[]
  /** Every explanation of the report, first to last. */
  readonly history: readonly Explanation[]
  /** What files stand behind. */
  readonly evidence: readonly Evidence[]
  /** The working days that it lay with each side, by version and in sum. */
  readonly elapsed: ElapsedDays
  /** What reviewers asked beside figures and rows, and the city answered. */
  readonly conversations: readonly Conversation[]
}

/**
 * Reads the working copy of one report; by a permit that looks back as it stood then, and nothing of it can be done.
 * @throws AccessRefused notFound when there is no such period
 */
export function readDraft(permit: Permit<'draft.read'>, period: Period): Promise<Draft> {
  return begin(permit, async (work) => {
    const standing = await readReportStanding(work, period)
    const { status, version, events, window } = standing
    const { cells, rows, withdrawn } = await standingCopy(work, period, events)
    const known = await readKnownFigures(work)
    const routes = await readRouteLife(work)
    const route = lastRoute(routes)
    const checks = checksInForce(await readDecisions(work), dayOf(work.now))
    const findings = findingsOf(period, cells, rows, known, checks)
    const history = await readExplanations(work, period)
    // From certification on the content is what was signed, whatever the checks say since.
    const explanations = isEditable(status)
      ? holding(softFindings(findings, history))
      : await readSignedExplanations(work, period, version)
    const links = await readLinks(work, period)
    return {
      ...standing,
      moves: permit.known === null ? movesFor(status, actorOf(permit).role, route) : [],
      route,
      completeness: completenessOf(period, cells, rows),
      cells,
      rows,
      withdrawn,
      contentHash: sealContent(reportContent(work.city, period, cells, rows, withdrawn, explanations, links))
        .hash,
      versions: await readVersionHeads(work, period),
      known,
      findings,
      history,
      evidence: links.filter(({ removed }) => !removed),
      elapsed: elapsedDays(window.opensAt, events, work.now, routes),
      conversations: await readConversations(work, period),
    }
  })
}
