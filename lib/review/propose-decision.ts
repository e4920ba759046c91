import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import type { Role } from '@/lib/access/roles'
import { requireReason } from '@/lib/reporting/move-report'
import { readCities } from '@/lib/store/cities'
import { readDecisions, writeDecision } from '@/lib/store/decisions'
import { begin } from '@/lib/store/work'
import { cleanLine, dayOf, quarterOfDate, Refusal } from '@/lib/values'
import { assertSound, type DecisionContent, type DecisionKind } from '@/lib/decisions/content'
import { checksInForce } from '@/lib/decisions/in-force'
import { rehearseDecision, sealRehearsal } from './rehearse-decision'

/** Who proposes and who gives the second signature. Money is decided by finance, everything else by the two ministries. */
export const SIGNERS: Readonly<
  Record<DecisionKind, { readonly propose: readonly Role[]; readonly sign: readonly Role[] }>
> = {
  configuration: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  derogation: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  scoringScheme: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  checkSeverity: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  comparability: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  materiality: { propose: ['cnipa_reviewer', 'mof_reviewer'], sign: ['cnipa_reviewer', 'mof_reviewer'] },
  bandTable: { propose: ['finance_officer'], sign: ['finance_approver'] },
}

/** Bands, weights and what is said of a base come from a document. */
const NEED_DOCUMENT: readonly DecisionKind[] = ['bandTable', 'scoringScheme', 'comparability']

export interface Proposal {
  readonly city: string | null
  readonly content: DecisionContent
  readonly documentNumber: string
  readonly reason: string
  readonly effectiveFrom: string
  readonly endsOn: string | null
}

/** Whether a kind of decision is about one city. */
export const isAboutOneCity = (kind: DecisionKind): boolean =>
  kind === 'configuration' || kind === 'derogation' || kind === 'comparability'

/**
 * Proposes a decision, with its effects as they are rehearsed now. It has no effect until another person signs it.
 * @throws AccessRefused notAllowed for another role's kind; Refusal bandsWrong, weightsWrong, derogationNeedless,
 * checkTooSoon, documentMissing, reasonMissing, dateWrong, cityWrong
 */
export async function proposeDecision(
  permit: Permit<'decision.propose'>,
  proposal: Proposal,
): Promise<string> {
  const { content } = proposal
  if (!SIGNERS[content.kind].propose.includes(actorOf(permit).role)) throw new AccessRefused('notAllowed')
  const reason = requireReason(proposal.reason)
  const documentNumber = cleanLine(proposal.documentNumber)
  if (documentNumber.length > 100)
    throw new Refusal('tooLong', { limit: '100', got: String(documentNumber.length) })
  if (NEED_DOCUMENT.includes(content.kind) && documentNumber === '') throw new Refusal('documentMissing')
  const city = isAboutOneCity(content.kind) ? proposal.city : null
  const rehearsal = sealRehearsal(await rehearseDecision(permit, { city, content }))
  return begin(permit, async (work) => {
    const today = dayOf(work.now)
    assertDates(proposal, today)
    assertSound(content, documentNumber, {
      current: quarterOfDate(work.now),
      checks: checksInForce(await readDecisions(work), proposal.effectiveFrom),
    })
    if (isAboutOneCity(content.kind) && !(await readCities(work)).some(({ code }) => code === city))
      throw new Refusal('cityWrong')
    return writeDecision(work, { ...proposal, city, reason, documentNumber, rehearsal })
  })
}

/** Days that exist, today or later, and in order: nothing takes effect backwards. A derogation ends. */
function assertDates({ effectiveFrom, endsOn, content }: Proposal, today: string): void {
  if (!isDay(effectiveFrom) || effectiveFrom < today)
    throw new Refusal('dateWrong', { got: effectiveFrom, earliest: today })
  if (endsOn === null && content.kind !== 'derogation') return
  if (endsOn === null || !isDay(endsOn) || endsOn < effectiveFrom)
    throw new Refusal('dateWrong', { got: endsOn ?? '', earliest: effectiveFrom })
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)
