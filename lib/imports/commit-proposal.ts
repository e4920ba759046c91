import type { Permit } from '@/lib/access/authorize'
import { isCountCode, type RegisterCode } from '@/lib/notice'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { requireReason } from '@/lib/reporting/move-report'
import {
  lastReturn,
  openForEditing,
  requireVersion,
  startedSummary,
  type OpenReport,
} from '@/lib/reporting/working-copy'
import { writeCells, type CellWrite } from '@/lib/store/cells'
import { readRows, readSubmittedRowIds } from '@/lib/store/register-rows'
import { writeOrigins, type NewOrigin } from '@/lib/store/upload-origins'
import { closeProposal, readProposalsAndReading } from '@/lib/store/upload-proposals'
import { uuid7 } from '@/lib/store/uuid7'
import { begin, type Work } from '@/lib/store/work'
import { writeRows, type RowWrite } from '@/lib/store/write-rows'
import { isQuarter, Refusal, type Period } from '@/lib/values'
import { openReading } from './packed-reading'
import { compareReading, type Comparison } from './propose'
import { countDifferences, fingerprint, tallyOfRows, type RowTally } from './summary-of-differences'

/** What a person saw and says to it. */
export interface Consent {
  /** The fingerprint of the differences that were shown. */
  readonly shown: string
  /** The results of formulas were looked at. */
  readonly formulas: boolean
  /** Why every row that the file lacks is withdrawn; null where they stay. */
  readonly withdraw: string | null
}

/**
 * Takes a proposal over into the working copy: every change of it in one transaction, or none. What is written is compared
 * anew with the report as it stands; when that is no longer what was shown, nothing is written.
 * Rows that the file lacks stay, unless all of them are withdrawn with a reason; one that was never submitted is taken out.
 * @throws Refusal reasonMissing, proposalAnswered, problemsOpen, proposalMoved, changesBlocked, formulasUnconfirmed, nothingToImport, and
 * those of a report that cannot be edited
 */
export function commitProposal(
  permit: Permit<'report.prepare'>,
  period: Period,
  id: string,
  consent: Consent,
): Promise<void> {
  const why = consent.withdraw === null ? null : requireReason(consent.withdraw)
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period)
    // Under the lock: whoever answered before has done so.
    const { heads, reading } = await readProposalsAndReading(work, period, id)
    const head = heads.find((each) => each.id === id)
    if (head === undefined || reading === null) throw new Refusal('proposalUnknown')
    requireVersion(report.version, head.reportVersion)
    const { answer } = head
    if (answer !== null)
      throw new Refusal('proposalAnswered', { by: answer.byName, at: answer.at.toISOString() })
    if (head.problems > 0) throw new Refusal('problemsOpen', { problems: String(head.problems) })
    const rows = await readRows(work, period)
    const { cells: cellsNow, scope, events } = report
    const returnedRows = lastReturn(events)?.returnedRows ?? []
    const standing = { period, cells: cellsNow, rows, scope, returnedRows }
    const comparison = compareReading(await openReading(reading), standing)
    const taken: Taken = { tally: tallyOfRows(), registers: new Set() }
    // Compared and written some hundreds at once, so that thousands of rows are not held. What must not be written shows when all
    // were compared, and takes all of it back.
    await writeRows(work, period, report.version, writesOfRows(work, comparison.rows, taken), id)
    const rest = comparison.rest()
    requireConsent(id, rest, taken.tally, consent)
    const { cells, origins } = writesOfCells(report, rest, taken)
    const withdrawn =
      why === null ? [] : withdrawals(rest.lacking, await readSubmittedRowIds(work, period), why)
    await writeRows(work, period, report.version, [withdrawn])
    await writeCells(work, period, report.version, cells)
    await writeOrigins(work, period, id, origins)
    // What was written is known: thousands of rows are not read back.
    const written = new Set([...cells.map(keyOf), ...withdrawn.map((row) => row.id)])
    const completeness = completenessOf(
      period,
      [...report.cells.filter((cell) => !written.has(keyOf(cell))), ...cells],
      [
        ...rows.filter((row) => !written.has(row.id)),
        ...[...taken.registers].map((indicator) => ({ indicator })),
      ],
    )
    const { counts } = taken.tally
    const changed = { cells: cells.length, rows: counts.new + counts.changed + withdrawn.length }
    await closeProposal(work, head, changed, await startedSummary(work, report, completeness), {
      period,
      proposal: id,
      file: head.file,
      ...changed,
      ...(why !== null && { withdrawn: withdrawn.map(({ id }) => id), reason: why }),
    })
  })
}

type Rest = ReturnType<Comparison['rest']>

function requireConsent(
  id: string,
  rest: Rest,
  tally: RowTally,
  { shown, formulas, withdraw }: Consent,
): void {
  if (fingerprint(id, rest, tally) !== shown) throw new Refusal('proposalMoved')
  const all = [countDifferences(rest.figures), tally.counts]
  const sum = (key: 'blocked' | 'formulas' | 'new' | 'changed'): number =>
    all.reduce((total, counts) => total + counts[key], 0)
  if (sum('blocked') > 0) throw new Refusal('changesBlocked', { blocked: String(sum('blocked')) })
  if (sum('formulas') > 0 && !formulas)
    throw new Refusal('formulasUnconfirmed', { formulas: String(sum('formulas')) })
  const gone = withdraw === null ? 0 : rest.lacking.length
  if (sum('new') + sum('changed') + gone === 0) throw new Refusal('nothingToImport')
}

const keyOf = ({ indicator, part }: Pick<CellWrite, 'indicator' | 'part'>): string => `${indicator}/${part}`

/** The rows that a file lacks, out of the register: with the reason where they were submitted. */
const withdrawals = (
  lacking: Rest['lacking'],
  submitted: ReadonlySet<string>,
  why: string,
): readonly RowWrite[] =>
  lacking.map(({ indicator, id, version, content }) => ({
    ...content,
    id,
    indicator,
    version: version + 1,
    removed: true,
    withdrawn: submitted.has(id) ? why : '',
  }))

/** What is known of the rows that are taken over, once they are written. */
interface Taken {
  readonly tally: RowTally
  /** Whose rows are new or changed. */
  readonly registers: Set<RegisterCode>
}

/** The rows as they are written, made as they are asked for; from the first that may not be, none. */
async function* writesOfRows(
  work: Work,
  compared: Comparison['rows'],
  { tally, registers }: Taken,
): AsyncGenerator<readonly RowWrite[]> {
  for await (const slice of compared) {
    tally.add(slice)
    if (tally.counts.blocked > 0) continue
    const changed = slice.filter(({ change }) => change !== 'unchanged')
    for (const { indicator } of changed) registers.add(indicator)
    yield changed.map(({ indicator, id, becomes, withdrawn, version, sheet, cell }) => ({
      // Field by field: to spread what was read from JSON takes ten times as long.
      name: becomes.name,
      creditCode: becomes.creditCode,
      noCodeReason: becomes.noCodeReason,
      countedOn: becomes.countedOn,
      level: becomes.level,
      details: becomes.details,
      evidence: becomes.evidence,
      note: becomes.note,
      id: id ?? uuid7(work.now),
      indicator,
      version: version + 1,
      removed: false,
      withdrawn,
      origin: { sheet, cell },
    }))
  }
}

interface Writes {
  readonly cells: readonly CellWrite[]
  readonly origins: readonly NewOrigin[]
}

function writesOfCells(report: OpenReport, { figures }: Rest, { registers }: Taken): Writes {
  const changedFigures = figures.filter(({ change }) => change !== 'unchanged')
  const filled = new Set<string>([...registers].filter(isCountCode))
  // A row takes "none this quarter" back: the two cannot both be true.
  const takenBack = report.cells.filter(
    ({ indicator, part, content }) =>
      isQuarter(report.period) &&
      part === '' &&
      filled.has(indicator) &&
      (content.state === 'figure' || content.state === 'notApplicable') &&
      !changedFigures.some((figure) => figure.indicator === indicator),
  )
  return {
    cells: [
      ...changedFigures.map(({ indicator, part, becomes, version }) => ({
        indicator,
        part,
        content: becomes,
        version: version + 1,
      })),
      ...takenBack.map(({ indicator, part, version }): CellWrite => ({
        indicator,
        part,
        content: { state: 'blank' },
        version: version + 1,
      })),
    ],
    origins: changedFigures.map(({ indicator, part, version, sheet, cell }) => ({
      subject: `${indicator}/${part}`,
      version: version + 1,
      sheet,
      cell,
    })),
  }
}
