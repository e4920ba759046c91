import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { readTables } from '@/lib/documents/read-tables'
import type { ReadTables } from '@/lib/documents/read-table'
import { fileStore } from '@/lib/files/configured-store'
import { counted } from '@/lib/files/counted'
import { fileKey } from '@/lib/files/file-store'
import { readFileRow } from '@/lib/store/stored-files'
import { readProposals, type ProposalHead } from '@/lib/store/upload-proposals'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

/** The original of a proposal, byte for byte. @throws AccessRefused notFound */
export async function readOriginal(
  permit: Permit<'draft.read'>,
  period: Period,
  id: string,
): Promise<{ readonly head: ProposalHead; readonly bytes: Uint8Array }> {
  const { head, file } = await begin(permit, async (work) => {
    const found = (await readProposals(work, period)).find((each) => each.id === id)
    return { head: found, file: found === undefined ? null : await readFileRow(work, found.file) }
  })
  if (head === undefined || file === null) throw new AccessRefused('notFound')
  const stored = await fileStore().get(fileKey(permit.scope.city, file.sha256))
  const blocks: Uint8Array[] = []
  for await (const block of counted(stored, file)) blocks.push(block)
  return { head, bytes: new Uint8Array(Buffer.concat(blocks)) }
}

/** The original once more as its cells, to be written out with its problems beside them. @throws Refusal as its reader */
export async function readOriginalTables(
  permit: Permit<'draft.read'>,
  period: Period,
  id: string,
): Promise<{ readonly head: ProposalHead; readonly tables: ReadTables }> {
  const { head, bytes } = await readOriginal(permit, period, id)
  const read = await readTables(bytes, head.fileName)
  if (!read.ok) throw new Refusal(read.error.code, read.error.detail)
  return { head, tables: read.value }
}
