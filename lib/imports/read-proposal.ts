import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf } from '@/lib/notice'
import { usualBefore } from '@/lib/reporting/form-rows'
import { readKnownFigures, type KnownFigures } from '@/lib/reporting/known-figures'
import { isEditable } from '@/lib/reporting/moves'
import { readReportStanding, type ReportStanding } from '@/lib/reporting/read-report-standing'
import { standingCells } from '@/lib/reporting/standing-copy'
import { usualBounds } from '@/lib/rules/checks/bounds'
import { slipFactor } from '@/lib/rules/slip-factor'
import type { Cell } from '@/lib/store/cells'
import { readRows } from '@/lib/store/register-rows'
import { readProposals, readProposalsAndReading, type ProposalHead } from '@/lib/store/upload-proposals'
import { begin } from '@/lib/store/work'
import { decimal, isQuarter, isZero, type Period, type RefusalNote } from '@/lib/values'
import type { Differences, FigureDifference } from './differences'
import { openReading } from './packed-reading'
import { propose } from './propose'
import type { Problem, Reading, Skipped } from './reading'
import { countDifferences, fingerprint, tallyOfRows, type DifferenceCounts } from './summary-of-differences'

const isUuid = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id)

/** A figure whose unit may have been mistaken: how many times what is usual. */
export interface Slip {
  readonly usual: string
  readonly factor: string
}

/** A proposal as it compares with the report now. */
export interface Proposal {
  readonly head: ProposalHead
  readonly layout: Reading['layout']
  readonly problems: readonly Problem[]
  readonly skipped: readonly Skipped[]
  readonly figures: readonly (FigureDifference & { readonly slip: Slip | null })[]
  readonly rows: Differences['rows']
  readonly lacking: Differences['lacking']
  /** Differences that may not be taken over: with one of them nothing is. */
  readonly blocked: readonly Problem[]
  /** What a copy of the file says beside its cells: what is wrong, and what may not be changed as long as nobody has answered. */
  readonly beside: readonly Problem[]
  readonly counts: { readonly figures: DifferenceCounts; readonly rows: DifferenceCounts }
  /** What was shown: comes back when it is taken over. */
  readonly shown: string
}

/** The page of uploads: the report as it stands, what was uploaded for it, and one proposal. */
export interface Uploads {
  readonly draft: ReportStanding & { readonly cells: readonly Cell[] }
  /** Why nothing can be taken over now; null while the report may be edited. */
  readonly closed: RefusalNote | null
  readonly heads: readonly ProposalHead[]
  /** Null where none was asked for, or it was a file that was refused. */
  readonly proposal: Proposal | null
}

/** Reads the uploads of a report, and one proposal compared with the report as it stands. @throws AccessRefused notFound */
export async function readUploads(
  permit: Permit<'draft.read'>,
  period: Period,
  id: string | null,
): Promise<Uploads> {
  const { draft, heads, rows, read, known } = await begin(permit, async (work) => {
    const standing = await readReportStanding(work, period)
    const { heads, reading } =
      id === null || !isUuid(id)
        ? { heads: await readProposals(work, period), reading: null }
        : await readProposalsAndReading(work, period, id)
    const read = reading === null || reading === '' ? null : await openReading(reading)
    return {
      draft: { ...standing, cells: await standingCells(work, period, standing.events) },
      heads,
      rows: read === null ? [] : await readRows(work, period),
      read,
      // Asked only where figures may be slips.
      known: read === null || read.figures.length === 0 ? { facts: {} } : await readKnownFigures(work),
    }
  })
  const head = heads.find((each) => each.id === id)
  if (id !== null && head === undefined) throw new AccessRefused('notFound')
  const closed = closedBy(draft)
  if (head === undefined || read === null) return { draft, closed, heads, proposal: null }
  const scope = draft.scope === 'none' ? 'all' : draft.scope
  const returnedRows = draft.returned?.returnedRows ?? []
  const differences = await propose(read, { period, cells: draft.cells, rows, scope, returnedRows })
  const tally = tallyOfRows()
  tally.add(differences.rows)
  const blocked = blockedIn(differences)
  return {
    draft,
    closed,
    heads,
    proposal: {
      head,
      layout: read.layout,
      problems: read.problems,
      skipped: read.skipped,
      figures: differences.figures.map((figure) => ({
        ...figure,
        slip: slipOf(figure, usualOf(figure, period, known)),
      })),
      rows: differences.rows,
      lacking: differences.lacking,
      blocked,
      beside: [...read.problems, ...(head.answer === null ? blocked : [])],
      counts: { figures: countDifferences(differences.figures), rows: tally.counts },
      shown: fingerprint(head.id, differences, tally),
    },
  }
}

/** What stands in the way of a file that reads well: by place, with the row or result that it is about. */
const blockedIn = ({ figures, rows }: Differences): readonly Problem[] => [
  ...figures.flatMap(({ sheet, cell, blocked, becomes }) =>
    blocked === null
      ? []
      : [
          {
            sheet,
            cell,
            got: 'value' in becomes ? becomes.value : '',
            wrong: { kind: 'rule' as const, refusal: blocked },
          },
        ],
  ),
  ...rows.flatMap(({ sheet, cell, blocked, becomes }) =>
    blocked === null
      ? []
      : [{ sheet, cell, got: becomes.name, wrong: { kind: 'rule' as const, refusal: blocked } }],
  ),
]

function closedBy({ scope, status, window, now }: ReportStanding): RefusalNote | null {
  if (scope !== 'none') return null
  if (!isEditable(status)) return { code: 'notEditable', detail: { status } }
  const { period } = window
  if (now < window.opensAt)
    return { code: 'periodNotOpen', detail: { period, opensAt: window.opensAt.toISOString() } }
  return { code: 'periodLocked', detail: { period, lockedAfter: window.lockedAfter?.toISOString() ?? '' } }
}

const usualOf = (
  { indicator }: FigureDifference,
  period: Period,
  known: Pick<KnownFigures, 'facts'>,
): string | null =>
  indicatorOf(indicator).kind === 'growth' && isQuarter(period) ? usualBefore(indicator, period, known) : null

function slipOf({ becomes, change, part }: FigureDifference, usual: string | null): Slip | null {
  if (becomes.state !== 'figure' || change === 'unchanged' || part !== '' || usual === null) return null
  const [figure, before] = [decimal(becomes.value), decimal(usual)]
  if (isZero(before) || isZero(figure)) return null
  const factor = slipFactor(figure, before, decimal(usualBounds.unitSlip))
  return factor === null ? null : { usual, factor }
}
