import type { Permit } from '@/lib/access/authorize'
import { readCells } from '@/lib/store/cells'
import { readRows } from '@/lib/store/register-rows'
import { readEvents, statusOf, lockReport } from '@/lib/store/reports'
import { readVersionHeads, writeVersion, type VersionHead } from '@/lib/store/versions'
import { actorIn, begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { completenessOf } from './asked-cells'
import { beginMove, finishMove } from './move-report'
import { reportContent, sealContent } from './report-content'

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
    const cells = await readCells(work, period)
    const rows = await readRows(work, period)
    const content = reportContent(work.city, period, cells, rows)
    const { text, hash } = sealContent(content)
    if (certified?.contentHash !== hash || contentHash !== hash) throw new Refusal('contentChanged')
    const { asked, answered } = completenessOf(period, cells, rows)
    const actor = actorIn(work)
    const head: VersionHead = {
      period,
      version: moving.version,
      contentHash: hash,
      receiptNumber: `CJ-${work.city}-${period}-${moving.version}-${hash.slice(0, 8).toUpperCase()}`,
      cellsAsked: asked,
      cellsAnswered: answered,
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
    await finishMove(
      work,
      moving,
      { kind: 'submitted', contentHash: hash },
      { submittedAt: work.now, cellsAsked: asked, cellsAnswered: answered },
    )
    return head
  })
}
