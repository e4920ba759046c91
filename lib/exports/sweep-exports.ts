import { authorizePortal } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { putExport } from '@/lib/store/export-requests'
import {
  expireExports,
  markExportCleared,
  readUnclearedExports,
  readUnfinishedExports,
} from '@/lib/store/export-work'
import { begin, type Work } from '@/lib/store/work'

const working = <T>(task: (work: Work<'export.work'>) => Promise<T>): Promise<T> =>
  begin(authorizePortal('export.work'), task)

/**
 * Puts right what a stop of the portal left behind, and takes away what has expired: an export whose maker died is put in
 * the queue again, and the bytes of what was cancelled or is past its day are deleted.
 */
export async function sweepExports(): Promise<void> {
  await working(async (work) => {
    await expireExports(work)
    for (const { seconds, ...due } of await readUnfinishedExports(work)) await putExport(work, due, seconds)
  })
  for (const due of await working(readUnclearedExports)) {
    // First the bytes: what is noted as cleared is never looked at again.
    await fileStore().dropExport(due.account, due.id)
    await working((work) => markExportCleared(work, due))
  }
}
