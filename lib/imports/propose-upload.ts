import { actorOf, type Permit } from '@/lib/access/authorize'
import { keepBytes, noteFile, weighFile } from '@/lib/evidence/keep-file'
import { requireRoom } from '@/lib/evidence/quota'
import type { RegisterCode } from '@/lib/notice'
import { openForEditing } from '@/lib/reporting/working-copy'
import type { NewFile } from '@/lib/store/stored-files'
import { answerProposal, writeProposal } from '@/lib/store/upload-proposals'
import { begin } from '@/lib/store/work'
import { Refusal, type Period, type RefusalNote, type Result } from '@/lib/values'
import { LARGEST_IMPORT } from './limits'
import { oneAtATime } from './one-at-a-time'
import { readUpload, takeUpload, type ReadUpload, type UploadContent, type UploadedFor } from './read-upload'

/** A file as it was dropped on a page. */
export interface UploadedTable {
  readonly name: string
  readonly bytes: Uint8Array
  /** The register whose page it was dropped on; null for the report's. */
  readonly register: RegisterCode | null
  /** With which our workbooks are sealed. */
  readonly secret: string
}

/**
 * Reads a file for a report that may be edited, keeps the original, and keeps what it would make of the report as a proposal.
 * Nothing of the report is changed. A file of another city or period is kept with its refusal. Gives the proposal's id.
 * @throws Refusal when the report cannot be edited, or the file is none that can be taken
 */
export function proposeUpload(
  permit: Permit<'report.prepare'>,
  period: Period,
  { name, bytes, register, secret }: UploadedTable,
): Promise<string> {
  if (bytes.length > LARGEST_IMPORT)
    throw new Refusal('importTooLarge', { got: String(bytes.length), limit: String(LARGEST_IMPORT) })
  const asked = { city: permit.scope.city, period, register, secret }
  return oneAtATime(actorOf(permit).id, async () => {
    const reading = readUpload(bytes, name, asked)
    try {
      const weighed = weighFile({ name, purpose: 'workbook', bytes })
      // While it is read: whether the report may be changed at all and the city has room for the file, and its bytes on their way.
      const allowed = begin(permit, async (work) => {
        await openForEditing(work, period)
        await requireRoom(work, weighed)
      })
      const read = allowed.then(() => reading).then(orRefusal)
      const [taken] = await Promise.all([
        read.then((content) => takenOrRefused(content, asked)),
        // Only what could be read is kept.
        keepBytes(permit, bytes, weighed, read),
      ])
      return await keep(permit, { period, weighed }, taken)
    } finally {
      // A person's next file waits for the reader of this one, whatever became of it.
      await reading.catch(() => undefined)
    }
  })
}

function orRefusal<T>(result: Result<T, RefusalNote>): T {
  if (!result.ok) throw new Refusal(result.error.code, result.error.detail)
  return result.value
}

/** What a file says for this report, or why all of it is refused. */
async function takenOrRefused(content: UploadContent, asked: UploadedFor): Promise<ReadUpload | Refusal> {
  try {
    return await takeUpload(content, asked)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Original, row and proposal at once; the refusal of a whole file stands in its history. */
async function keep(
  permit: Permit<'report.prepare'>,
  { period, weighed }: { readonly period: Period; readonly weighed: NewFile },
  taken: ReadUpload | Refusal,
): Promise<string> {
  const refusal = taken instanceof Refusal ? taken : null
  const { problems, packed } = taken instanceof Refusal ? { problems: [], packed: '' } : taken
  const id = await begin(permit, async (work) => {
    const { version } = await openForEditing(work, period)
    const file = await noteFile(work, weighed)
    const proposal = {
      period,
      reportVersion: version,
      file: file.id,
      fileName: file.name,
      sha256: file.sha256,
      problems: problems.length,
      reading: packed,
    }
    if (refusal === null) return writeProposal(work, proposal, { problems: problems.length })
    const { code, detail } = refusal
    const id = await writeProposal(work, proposal, { refused: code })
    await answerProposal(work, id, { kind: 'refused', reason: JSON.stringify({ code, detail }) })
    return id
  })
  if (refusal !== null) throw refusal
  return id
}
