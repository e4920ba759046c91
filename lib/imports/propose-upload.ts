import { actorOf, type Permit } from '@/lib/access/authorize'
import { keepFile } from '@/lib/evidence/keep-file'
import type { RegisterCode } from '@/lib/notice'
import { openForEditing } from '@/lib/reporting/working-copy'
import { recordAudit } from '@/lib/store/audit'
import type { StoredFile } from '@/lib/store/stored-files'
import { answerProposal, writeProposal } from '@/lib/store/upload-proposals'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { LARGEST_IMPORT } from './limits'
import { oneAtATime } from './one-at-a-time'
import { readUpload, takeUpload, type UploadContent, type UploadedFor } from './read-upload'

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
  return oneAtATime(actorOf(permit).id, async () => {
    // What may not be changed anyway is not read.
    await begin(permit, (work) => openForEditing(work, period))
    const asked = { city: permit.scope.city, period, register, secret }
    const reading = readUpload(bytes, name, asked).then((read) => {
      if (!read.ok) throw new Refusal(read.error.code, read.error.detail)
      return read.value
    })
    // Weighed while its reader reads; only what could be read is kept.
    const keeping = keepFile(permit, { name, purpose: 'workbook', bytes }, reading)
    keeping.catch(() => undefined)
    const content = await reading
    const kept = { period, file: await keeping }
    try {
      return await keep(permit, kept, content, asked)
    } catch (error) {
      if (error instanceof Refusal) await keepRefused(permit, kept, error)
      throw error
    }
  })
}

interface Kept {
  readonly period: Period
  readonly file: StoredFile
}

async function keep(
  permit: Permit<'report.prepare'>,
  { period, file }: Kept,
  content: UploadContent,
  asked: UploadedFor,
): Promise<string> {
  const { problems: all, packed } = await takeUpload(content, asked)
  return begin(permit, async (work) => {
    const { version } = await openForEditing(work, period)
    const problems = all.length
    const id = await writeProposal(work, {
      ...headOf(period, file, version),
      problems,
      reading: packed,
    })
    await recordAudit(work, { period, proposal: id, file: file.id, problems })
    return id
  })
}

/** The refusal of a whole file stands in its history. */
function keepRefused(
  permit: Permit<'report.prepare'>,
  { period, file }: Kept,
  { code, detail }: Refusal,
): Promise<void> {
  return begin(permit, async (work) => {
    const { version } = await openForEditing(work, period)
    const id = await writeProposal(work, { ...headOf(period, file, version), problems: 0, reading: '' })
    await answerProposal(work, id, { kind: 'refused', reason: JSON.stringify({ code, detail }) })
    await recordAudit(work, { period, proposal: id, file: file.id, refused: code })
  })
}

const headOf = (period: Period, file: StoredFile, reportVersion: number) => ({
  period,
  reportVersion,
  file: file.id,
  fileName: file.name,
  sha256: file.sha256,
})
