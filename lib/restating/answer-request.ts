import { AccessRefused, actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { checksInForce } from '@/lib/decisions/in-force'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { refreshFacts } from '@/lib/reporting/accepted-facts'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { findingsOf } from '@/lib/reporting/check-report'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { beginMove, finishMove, requireReason } from '@/lib/reporting/move-report'
import { sealContent } from '@/lib/reporting/report-content'
import { holding, softFindings } from '@/lib/reporting/soft-findings'
import { ruleVersion } from '@/lib/rules'
import { openCases } from '@/lib/store/cases'
import { readDecisions } from '@/lib/store/decisions'
import { signExplanations, type ExplainedFinding } from '@/lib/store/explanations'
import { writeIssuedVerdicts } from '@/lib/store/issued-verdicts'
import { newReceiptNumber, writeReceipt } from '@/lib/store/receipts'
import { answerRestatement, readRestatements, type Restatement } from '@/lib/store/restatements'
import { readSummaries } from '@/lib/store/summary'
import { readVersion, writeVersion, type ReportContent } from '@/lib/store/versions'
import { actorIn, begin, type Work } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { correctContent } from './correct-content'
import { effectsOf, type WorkedOut } from './effects-of'

/**
 * Approves a restatement: the corrected version counts from now on, the old one stays, and every issued verdict that relied on
 * the old figures gets a new one beside it, judged as it was issued with nothing but the correction changed. `effectsHash` is
 * that of the effects shown; if they are others by now, nothing is approved.
 * @throws AccessRefused notFound; Refusal restatementAnswered, approverAsked, effectsChanged, notNow, tooLong
 */
export async function approveRestatement(
  permit: Permit<'restatement.decide'>,
  seq: number,
  effectsHash: string,
  remark: string,
): Promise<void> {
  const brought = await begin(permit, async (work) => {
    const asked = await openRequest(work, seq)
    if (asked.requestedBy === actorOf(permit).id) throw new Refusal('approverAsked')
    const { period, baseVersion } = asked
    const moving = await beginMove(work, period, 'restated')
    const worked = await effectsOf(work, asked)
    if (digest(worked.sealed) !== effectsHash) throw new Refusal('effectsChanged')
    const version = baseVersion + 1
    const { contentHash, signed, counted } = await writeCorrected(work, asked, version)
    const reason = requireReason(remark, false)
    await answerRestatement(work, asked, { kind: 'approved', reason, effects: worked.sealed, version })
    await finishMove(
      work,
      { ...moving, version },
      { kind: 'restated', contentHash, reason: asked.reason },
      { acceptedVersion: version, acceptedAt: work.now, ...counted },
    )
    await signExplanations(work, period, moving.events.length + 1, signed)
    await refreshFacts(work)
    await issueBeside(work, seq, worked)
    return { period, version }
  })
  // Rows that were added may be claimed by another city as well.
  await begin(authorize(actorOf(permit), 'case.open'), (work) =>
    openCases(work, { city: permit.scope.city, ...brought }),
  )
}

/** Refuses a restatement with a reason. @throws AccessRefused notFound; Refusal restatementAnswered, approverAsked, reasonMissing */
export function refuseRestatement(
  permit: Permit<'restatement.decide'>,
  seq: number,
  why: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const asked = await openRequest(work, seq)
    if (asked.requestedBy === actorOf(permit).id) throw new Refusal('approverAsked')
    await answerRestatement(work, asked, { kind: 'refused', reason: requireReason(why) })
  })
}

/** Takes one's own request back. @throws AccessRefused notFound (also another's); Refusal restatementAnswered, reasonMissing */
export function withdrawRestatement(
  permit: Permit<'restatement.request'>,
  seq: number,
  why: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const asked = await openRequest(work, seq)
    if (asked.requestedBy !== actorOf(permit).id) throw new AccessRefused('notFound')
    await answerRestatement(work, asked, { kind: 'withdrawn', reason: requireReason(why) })
  })
}

async function openRequest(work: Work, seq: number): Promise<Restatement> {
  const found = (await readRestatements(work)).find((each) => each.seq === seq)
  if (found === undefined) throw new AccessRefused('notFound')
  if (found.answer !== null) throw new Refusal('restatementAnswered')
  return found
}

/** Writes the corrected version: brought by who asked, signed by who approves. Explanations of what did not change stay with it. */
async function writeCorrected(work: Work<'restatement.decide'>, asked: Restatement, version: number) {
  const { period, baseVersion } = asked
  const accepted = await readVersion(work, period, baseVersion)
  const corrected = correctContent(accepted, asked.correction, asked.reason)
  const checks = checksInForce(await readDecisions(work), dayOf(work.now))
  const known = await readKnownFigures(work)
  const findings = findingsOf(period, corrected.cells, corrected.rows, known, checks)
  const soft = softFindings(findings, accepted.explanations)
  const signed = holding(soft)
  const content = {
    ...corrected,
    evidence: evidenceLeft(accepted, corrected, signed),
    explanations: signed.map(({ rule, indicator, part, expected, received, text }) => ({
      rule,
      indicator,
      part,
      expected,
      received,
      text,
    })),
  }
  const { text, hash } = sealContent(content)
  const { asked: cellsAsked, answered: cellsAnswered } = completenessOf(period, content.cells, content.rows)
  const actor = actorIn(work)
  const head = {
    period,
    version,
    contentHash: hash,
    receiptNumber: newReceiptNumber(work.city, period, version),
    cellsAsked,
    cellsAnswered,
    softOpen: soft.length - signed.length,
    softExplained: signed.length,
    certifiedByName: actor.name,
    certifiedAt: work.now,
    submittedByName: asked.requestedByName,
    submittedAt: work.now,
  }
  await writeVersion(work, {
    ...head,
    certifiedBy: actor.id,
    submittedBy: asked.requestedBy,
    canonicalContent: text,
    content,
  })
  await writeReceipt(work, { ...head, findings: head.softOpen })
  return { contentHash: hash, signed, counted: { cellsAsked, cellsAnswered } }
}

/** The evidence of what is still there: explanations that lapsed leave with theirs. */
function evidenceLeft(
  accepted: ReportContent,
  { rows, withdrawn }: Pick<ReportContent, 'rows' | 'withdrawn'>,
  signed: readonly ExplainedFinding[],
): ReportContent['evidence'] {
  const targets = new Set([
    '',
    ...[...rows, ...withdrawn].map(({ id }) => id),
    ...signed.map(({ indicator, rule, part }) => `${indicator}/${rule}/${part}`),
  ])
  return accepted.evidence.filter(({ kind, indicator, target }) =>
    targets.has(kind === 'explanation' ? `${indicator}/${target}` : target),
  )
}

/** Issues the corrected verdicts, each as of its quarter and on the version that is accepted of it now. */
async function issueBeside(
  work: Work<'restatement.decide'>,
  seq: number,
  { issue }: WorkedOut,
): Promise<void> {
  const accepted = new Map(
    (await readSummaries(work))
      .filter(({ city }) => city === work.city)
      .map(({ period, acceptedVersion }) => [period as string, acceptedVersion]),
  )
  const asOfs = [...new Set(issue.map(({ after }) => after.asOf))].sort()
  for (const asOf of asOfs) {
    const own = issue.filter(({ after }) => after.asOf === asOf)
    const [first] = own
    const reportVersion = accepted.get(asOf)
    if (first === undefined || reportVersion == null) continue
    await writeIssuedVerdicts(
      work,
      {
        asOf,
        reportVersion,
        ruleVersion,
        configurationDecision: first.before.configurationDecision,
        restatement: seq,
      },
      own.map(({ after: { after, explanation } }) => ({
        indicator: after.indicator,
        against: after.against,
        verdict: after.code,
        outcome: canonical(asCanonical(after)),
        explanation: canonical(asCanonical(explanation)),
      })),
    )
  }
}
