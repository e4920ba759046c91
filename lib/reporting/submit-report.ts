import type { Permit } from '@/lib/access/authorize'
import { readCellChanges } from '@/lib/store/cells'
import { readSignedExplanations } from '@/lib/store/explanations'
import { writeBurden } from '@/lib/store/burden'
import { readEffort } from '@/lib/store/presence'
import { newReceiptNumber, writeReceipt } from '@/lib/store/receipts'
import { readEvents, statusOf, lockReport } from '@/lib/store/reports'
import { readVersionHeads, writeVersion, type VersionHead } from '@/lib/store/versions'
import { writeVersionFindings } from '@/lib/store/version-findings'
import { actorIn, begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { completenessOf } from './asked-cells'
import { checkWorkingCopy } from './check-report'
import { keepPendingFacts } from './keep-pending-facts'
import { itemsReused } from './items-reused'
import { findingsInLife } from './findings-in-life'
import { beginMove, finishMove } from './move-report'
import { reportContent, sealContent } from './report-content'
import { softFindings } from './soft-findings'

/**
 * 上报: makes the certified content a version for good and gives its receipt. Submitting the same certified content again
 * (a double click, a repeated request) gives the same receipt and changes nothing.
 * @throws Refusal notNow, contentChanged
 */
export function submitReport(
  permit: Permit<'report.submit'>,
  period: Period,
  contentHash: string,
): Promise<VersionHead> {
  return begin(permit, async (work) => {
    await lockReport(work, period)
    if (statusOf(await readEvents(work, period)) === 'submitted') {
      const done = (await readVersionHeads(work, period)).at(-1)
      if (done?.contentHash === contentHash) return done
    }
    const moving = await beginMove(work, period, 'submitted')
    const certified = moving.events.findLast((event) => event.kind === 'certified')
    const { cells, rows, withdrawn, findings, links, known, checks } = await checkWorkingCopy(work, period)
    const signed = await readSignedExplanations(work, period, moving.version)
    const content = reportContent(work.city, period, cells, rows, withdrawn, signed, links)
    const { text, hash } = sealContent(content)
    if (certified?.contentHash !== hash || contentHash !== hash) throw new Refusal('contentChanged')
    const { asked, answered } = completenessOf(period, cells, rows)
    // The checks may have changed since the certification; what is said of the findings is what was signed.
    const soft = softFindings(findings, signed)
    const softExplained = soft.filter(({ explanation }) => explanation !== null).length
    const actor = actorIn(work)
    const head: VersionHead = {
      period,
      version: moving.version,
      contentHash: hash,
      receiptNumber: newReceiptNumber(work.city, period, moving.version),
      cellsAsked: asked,
      cellsAnswered: answered,
      softOpen: soft.length - softExplained,
      softExplained,
      certifiedByName: certified.actorName,
      certifiedAt: certified.at,
      submittedByName: actor.name,
      submittedAt: work.now,
    }
    await writeVersion(work, {
      ...head,
      certifiedBy: certified.actorId,
      submittedBy: actor.id,
      canonicalContent: text,
      content,
    })
    const changes = await readCellChanges(work, period)
    const lived = { period, version: moving.version, known, checks, findings, soft, changes }
    await writeVersionFindings(work, period, moving.version, findingsInLife(lived))
    await writeBurden(work, {
      period,
      version: moving.version,
      ...(await readEffort(work, period, moving.version)),
      itemsAsked: asked,
      itemsReused: itemsReused(period, content.cells, content.rows, known.narratives),
    })
    await writeReceipt(work, { ...head, findings: head.softOpen })
    await finishMove(
      work,
      moving,
      { kind: 'submitted', contentHash: hash },
      { submittedAt: work.now, cellsAsked: asked, cellsAnswered: answered },
    )
    await keepPendingFacts(work)
    return head
  })
}
