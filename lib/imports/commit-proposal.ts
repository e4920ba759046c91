import type { Permit } from '@/lib/access/authorize'
import { isCountCode } from '@/lib/notice'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { requireReason } from '@/lib/reporting/move-report'
import { lastReturn, openForEditing, startedSummary, type OpenReport } from '@/lib/reporting/working-copy'
import { recordAudit } from '@/lib/store/audit'
import { writeCells, type CellWrite } from '@/lib/store/cells'
import { readRows, readSubmittedRowIds } from '@/lib/store/register-rows'
import { keepSummary } from '@/lib/store/summary'
import {
  answerProposal,
  readProposalReading,
  readProposals,
  writeOrigins,
  type NewOrigin,
} from '@/lib/store/upload-proposals'
import { uuid7 } from '@/lib/store/uuid7'
import { begin, type Work } from '@/lib/store/work'
import { writeRows, type RowWrite } from '@/lib/store/write-rows'
import { isQuarter, Refusal, type Period } from '@/lib/values'
import { unpackReading } from './packed-reading'
import { propose, type Differences } from './propose'
import { countDifferences, fingerprint } from './summary-of-differences'

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
    const head = (await readProposals(work, period)).find((each) => each.id === id)
    const text = await readProposalReading(work, period, id)
    if (head === undefined || text === null) throw new Refusal('proposalUnknown')
    const report = await openForEditing(work, period, head.reportVersion)
    // Read again under the lock: somebody may have answered meanwhile.
    const answer = (await readProposals(work, period)).find((each) => each.id === id)?.answer ?? null
    if (answer !== null)
      throw new Refusal('proposalAnswered', { by: answer.byName, at: answer.at.toISOString() })
    if (head.problems > 0) throw new Refusal('problemsOpen', { problems: String(head.problems) })
    const rows = await readRows(work, period)
    const reading = await unpackReading(text)
    const { cells: cellsNow, scope, events } = report
    const returnedRows = lastReturn(events)?.returnedRows ?? []
    const differences = await propose(reading, { period, cells: cellsNow, rows, scope, returnedRows })
    requireConsent(id, differences, consent)
    const { cells, rows: taken, origins } = writesOf(report, differences)
    const withdrawn =
      why === null ? [] : withdrawals(differences.lacking, await readSubmittedRowIds(work, period), why)
    await writeCells(work, period, report.version, cells)
    await writeRows(work, period, report.version, writesOfRows(work, id, taken, withdrawn))
    await writeOrigins(work, period, id, origins)
    // What was written is known: thousands of rows are not read back.
    const written = new Set([...cells.map(keyOf), ...[...taken, ...withdrawn].flatMap((row) => row.id ?? [])])
    const completeness = completenessOf(
      period,
      [...report.cells.filter((cell) => !written.has(keyOf(cell))), ...cells],
      [
        ...rows.filter((row) => !written.has(row.id)),
        ...registersOf(taken).map((indicator) => ({ indicator })),
      ],
    )
    await keepSummary(work, period, await startedSummary(work, report, completeness))
    const changed = { cells: cells.length, rows: taken.length + withdrawn.length }
    await answerProposal(work, id, { kind: 'committed', ...changed })
    await recordAudit(work, {
      period,
      proposal: id,
      file: head.file,
      ...changed,
      ...(why !== null && { withdrawn: withdrawn.map(({ id }) => id), reason: why }),
    })
  })
}

function requireConsent(id: string, differences: Differences, { shown, formulas, withdraw }: Consent): void {
  if (fingerprint(id, differences) !== shown) throw new Refusal('proposalMoved')
  const all = [countDifferences(differences.figures), countDifferences(differences.rows)]
  const sum = (key: 'blocked' | 'formulas' | 'new' | 'changed'): number =>
    all.reduce((total, counts) => total + counts[key], 0)
  if (sum('blocked') > 0) throw new Refusal('changesBlocked', { blocked: String(sum('blocked')) })
  if (sum('formulas') > 0 && !formulas)
    throw new Refusal('formulasUnconfirmed', { formulas: String(sum('formulas')) })
  const gone = withdraw === null ? 0 : differences.lacking.length
  if (sum('new') + sum('changed') + gone === 0) throw new Refusal('nothingToImport')
}

const keyOf = ({ indicator, part }: Pick<CellWrite, 'indicator' | 'part'>): string => `${indicator}/${part}`

/** Which registers rows are of. */
const registersOf = <Code>(rows: readonly { readonly indicator: Code }[]): readonly Code[] => [
  ...new Set(rows.map(({ indicator }) => indicator)),
]

/** The rows that a file lacks, out of the register: with the reason where they were submitted. */
const withdrawals = (
  lacking: Differences['lacking'],
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

/** The rows as they are written, made as they are asked for: thousands need not be held once more. */
function* writesOfRows(
  work: Work,
  proposal: string,
  taken: Differences['rows'],
  withdrawn: readonly RowWrite[],
): Generator<RowWrite> {
  for (const { indicator, id, becomes, withdrawn: why, version, sheet, cell } of taken)
    yield {
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
      withdrawn: why,
      origin: { proposal, sheet, cell },
    }
  yield* withdrawn
}

interface Writes {
  readonly cells: readonly CellWrite[]
  /** That are new or changed. */
  readonly rows: Differences['rows']
  readonly origins: readonly NewOrigin[]
}

function writesOf(report: OpenReport, { figures, rows }: Differences): Writes {
  const changedFigures = figures.filter(({ change }) => change !== 'unchanged')
  const changedRows = rows.filter(({ change }) => change !== 'unchanged')
  const filled = new Set<string>(registersOf(changedRows).filter(isCountCode))
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
    rows: changedRows,
    origins: changedFigures.map(({ indicator, part, version, sheet, cell }) => ({
      subject: `${indicator}/${part}`,
      version: version + 1,
      sheet,
      cell,
    })),
  }
}
