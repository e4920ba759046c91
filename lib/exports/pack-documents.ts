import { actorOf, asKnown, authorize, mayEver, type Permit } from '@/lib/access/authorize'
import { readEvaluationPaper } from '@/lib/assessment/read-evaluation-paper'
import { readStatementPaper } from '@/lib/assessment/read-statement-paper'
import type { PackFile } from '@/lib/documents/pack/archive'
import type { Paper } from '@/lib/documents/paper'
import { evaluationReport, scoreSheetPaper } from '@/lib/documents/papers/evaluation-report'
import { instalmentLetter } from '@/lib/documents/papers/instalment-letter'
import { quarterlyReport, type PaperRequest } from '@/lib/documents/papers/quarterly-report'
import { receiptPaper } from '@/lib/documents/papers/receipt'
import { restatementNotice } from '@/lib/documents/papers/restatement-notice'
import { selfEvaluation } from '@/lib/documents/papers/self-evaluation'
import { printPaper } from '@/lib/documents/print-paper'
import type { ShortPaper } from '@/lib/documents/short-paper'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { readRestatement } from '@/lib/restating/read-restatement'
import type { CityPack } from '@/lib/review/read-city-pack'
import { readCityReport } from '@/lib/review/read-city-report'
import type { Period } from '@/lib/values'

/** A document, read and composed when its turn comes; null where there is none after all. */
interface Wanted {
  readonly name: string
  readonly paper: () => Promise<Paper | ShortPaper | null>
}

/** As many at once as are printed at once; nobody else's document waits for more than these. */
const AT_ONCE = 2

/**
 * Every document there is of a city as known at the moment of its pack, as PDF under `documents/`: receipts of all versions, the
 * report of every period but one that stands elsewhere in the pack, notices of corrections, report, score sheet and
 * self-evaluation of what was sealed, and letters of decisions on money. One pair after another, so that only two are in memory
 * beside what is made already.
 * @param signal stops it between and within its documents
 * @throws Refusal documentNotMade
 */
export async function packDocuments(
  permit: Permit<'report.read'>,
  pack: CityPack,
  elsewhere: Period,
  request: PaperRequest,
  signal?: AbortSignal,
): Promise<PackFile[]> {
  const wanted = [
    ...reportsAndReceipts(permit, pack, elsewhere, request),
    ...corrections(permit, pack, request),
    ...evaluations(permit, pack, request),
    ...letters(permit, pack, request),
  ]
  const files: PackFile[] = []
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    signal?.throwIfAborted()
    const made = await Promise.all(wanted.slice(i, i + AT_ONCE).map((each) => printed(each, signal)))
    files.push(...made.filter((each) => each !== null))
  }
  return files
}

async function printed({ name, paper }: Wanted, signal?: AbortSignal): Promise<PackFile | null> {
  const found = await paper()
  return found && { name: `documents/${name}.pdf`, bytes: await printPaper(found, 'pdf', signal) }
}

function reportsAndReceipts(
  permit: Permit<'report.read'>,
  pack: CityPack,
  elsewhere: Period,
  request: PaperRequest,
): Wanted[] {
  const known = asKnown(permit, pack.now)
  const periods = new Set(pack.versions.map(({ period }) => period))
  periods.delete(elsewhere)
  return [
    ...[...periods].map((period) => ({
      name: `report-${period}`,
      paper: async () => quarterlyReport(await readCityReport(known, period), request),
    })),
    ...pack.versions.map(({ period, version }) => ({
      name: `receipt-${period}-${String(version)}`,
      paper: async () => {
        const { submission, ...receipt } = await readReceipt(known, period, version)
        if (submission === null) return null
        const address = checkedAt(request, submission.head.receiptNumber)
        return receiptPaper({ ...receipt, submission }, { ...request, address })
      },
    })),
  ]
}

const checkedAt = ({ origin }: PaperRequest, receipt: string): string =>
  new URL(`/verify/${encodeURIComponent(receipt)}`, origin).href

/** The notices of corrections that were granted, of which the chain tells. */
function corrections(permit: Permit<'report.read'>, pack: CityPack, request: PaperRequest): Wanted[] {
  return pack.ledger
    .filter(({ kind }) => kind === 'restatement.approved')
    .map(({ body }) => (JSON.parse(body) as { readonly restatement: number }).restatement)
    .map((seq) => ({
      name: `restatement-${String(seq)}`,
      paper: async () => {
        const { brought, ...page } = await readRestatement(asKnown(permit, pack.now), seq)
        if (brought === null) return null
        const address = checkedAt(request, brought.receiptNumber)
        return restatementNotice({ ...page, brought }, { ...request, address })
      },
    }))
}

function evaluations(permit: Permit<'report.read'>, pack: CityPack, request: PaperRequest): Wanted[] {
  const [actor, { city }] = [actorOf(permit), permit.scope]
  // Assessors read evaluations by another right.
  const known = () =>
    mayEver(actor, 'evaluation.read')
      ? asKnown(authorize(actor, 'evaluation.read', city), pack.now)
      : asKnown(authorize(actor, 'assessment.do', city), pack.now)
  return pack.sealed.flatMap(({ name, version, snapshot }) => {
    const { statement } = JSON.parse(snapshot) as { readonly statement?: unknown }
    const of = `${name}-${String(version)}`
    const page = () => readEvaluationPaper(known(), name, version)
    return [
      { name: `evaluation-${of}`, paper: async () => evaluationReport(await page(), request) },
      { name: `score-sheet-${of}`, paper: async () => scoreSheetPaper(await page(), request) },
      {
        name: `self-evaluation-${of}`,
        paper: async () =>
          statement == null
            ? null
            : selfEvaluation(await readStatementPaper(known(), name, version), request),
      },
    ]
  })
}

function letters(permit: Permit<'report.read'>, pack: CityPack, request: PaperRequest): Wanted[] {
  return pack.instalments.map(({ seq, isReversed }) => ({
    name: `instalment-${String(seq)}`,
    paper: async () => {
      const letter = await readInstalmentDecision(
        asKnown(authorize(actorOf(permit), 'instalment.read', permit.scope.city), pack.now),
        seq,
      )
      // Reversals have no history that the database would hide.
      const state = isReversed ? ('reversed' as const) : ('decided' as const)
      const address = new URL(`/cities/${letter.city.code}/instalment/${String(seq)}`, request.origin).href
      return instalmentLetter({ ...letter, decision: { ...letter.decision, state } }, { ...request, address })
    },
  }))
}
