import type { Permit } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/store/audit'
import { lockReport } from '@/lib/store/reports'
import { answerProposal, readProposals } from '@/lib/store/upload-proposals'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

/** Leaves a proposal for good. The file and what was read stay in its history. @throws Refusal proposalUnknown, proposalAnswered */
export function discardProposal(permit: Permit<'report.prepare'>, period: Period, id: string): Promise<void> {
  return begin(permit, async (work) => {
    await lockReport(work, period)
    const head = (await readProposals(work, period)).find((each) => each.id === id)
    if (head === undefined) throw new Refusal('proposalUnknown')
    if (head.answer !== null)
      throw new Refusal('proposalAnswered', { by: head.answer.byName, at: head.answer.at.toISOString() })
    await answerProposal(work, id, { kind: 'discarded' })
    await recordAudit(work, { period, proposal: id, discarded: true })
  })
}
