import type { Permit } from '@/lib/access/authorize'
import { signExplanations } from '@/lib/store/explanations'
import { readVersionHeads } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { checkWorkingCopy } from './check-report'
import { outcomeOf } from './check-outcome'
import { beginMove, finishMove } from './move-report'
import { reportContent, sealContent } from './report-content'
import { holding } from './soft-findings'
import { lastReturn, openWindow } from './working-copy'

export interface Signature {
  /** Hash of the content that the signer was shown. */
  readonly contentHash: string
  /** The declaration was ticked. */
  readonly declared: boolean
}

/**
 * 签审: another person than any preparer signs exactly what was shown. From here the working copy is frozen.
 * @throws Refusal notNow, periodNotOpen, declarationMissing, contentChanged, checksFailed, findingsOpen, nothingChanged,
 * certifierPrepared
 */
export function certifyReport(
  permit: Permit<'report.certify'>,
  period: Period,
  signature: Signature,
): Promise<void> {
  return begin(permit, async (work) => {
    await openWindow(work, period)
    const moving = await beginMove(work, period, 'certified')
    if (!signature.declared) throw new Refusal('declarationMissing')
    const { cells, rows, withdrawn, findings, unanswered, history, links } = await checkWorkingCopy(
      work,
      period,
    )
    const { errors, open, explained, isClear } = outcomeOf(findings, unanswered, history)
    const signed = holding(explained)
    const { hash } = sealContent(reportContent(work.city, period, cells, rows, withdrawn, signed, links))
    if (hash !== signature.contentHash) throw new Refusal('contentChanged')
    if (!isClear) {
      if (errors.length === 0 && unanswered.length === 0) {
        throw new Refusal('findingsOpen', { open: String(open.length) })
      }
      throw new Refusal('checksFailed', {
        hard: String(errors.length),
        unanswered: String(unanswered.length),
      })
    }
    const returned = lastReturn(moving.events)
    if (returned !== null) {
      const before = (await readVersionHeads(work, period)).find(
        ({ version }) => version === returned.version,
      )
      if (before?.contentHash === hash) throw new Refusal('nothingChanged')
    }
    await finishMove(work, moving, { kind: 'certified', contentHash: hash })
    await signExplanations(work, period, moving.events.length + 1, signed)
  })
}
