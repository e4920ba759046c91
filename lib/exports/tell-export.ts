import { authorizePortal } from '@/lib/access/authorize'
import type { ExportClaim } from '@/lib/store/export-work'
import { writeMessages } from '@/lib/store/messages'
import { mailOf, putMails } from '@/lib/store/queue'
import { asPortal, type Work } from '@/lib/store/work'

/** Tells the person what became of an export, in the transaction in which it did; by e-mail goes the way to it, not the file. */
export async function tellExport(
  work: Work<'export.work'>,
  { request, recipient, attempt }: ExportClaim,
  outcome: { readonly kind: 'exportReady' | 'exportFailed'; readonly until: Date },
): Promise<void> {
  await asPortal(work, authorizePortal('message.collect'), async (portal) => {
    const told = await writeMessages(portal, [
      {
        to: recipient,
        matter: `export/${request.id}/${String(attempt)}`,
        kind: outcome.kind,
        about: {
          city: '',
          cityZh: '',
          cityEn: '',
          ...(request.parameters.asOf !== null && { period: request.parameters.asOf }),
          until: outcome.until.toISOString(),
          export: request.kind,
          exportId: request.id,
          ...(request.parameters.name !== undefined && { exportName: request.parameters.name }),
        },
      },
    ])
    if (recipient.email === null || recipient.pace !== 'each') return
    await putMails(
      portal,
      told.map(({ account, id }) => mailOf(account, id)),
    )
  })
}
