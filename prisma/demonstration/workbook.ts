import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { sealedIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import { workbookFileName, workbookOfDraft, type RowToFill } from '@/lib/documents/workbook-of-draft'
import { commitProposal } from '@/lib/imports/commit-proposal'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { readPeriodToFill } from '@/lib/imports/read-period'
import { readUploads } from '@/lib/imports/read-proposal'
import { registerColumns, type RegisterCode } from '@/lib/notice'
import type { RowEdit } from '@/lib/registers/save-rows'
import type { CellEdit } from '@/lib/reporting/save-cells'
import type { Quarter } from '@/lib/values'
import type { DemonstrationCity } from './cities'

/** Its seal need only hold between download and upload: the same file is the same bytes in every demonstration. */
const SECRET = 'demonstration'

/** What is filled in offline in place of being typed. */
interface Offline {
  readonly figures: readonly CellEdit[]
  readonly register: RegisterCode
  readonly rows: readonly RowEdit[]
}

/**
 * A part of a quarter comes as people bring it: the workbook downloaded, figures and the rows of a register filled in, uploaded,
 * compared and taken over. Taken over before, nothing happens.
 */
export async function playWorkbook(
  officer: Actor,
  city: DemonstrationCity,
  quarter: Quarter,
  { figures, register, rows }: Offline,
): Promise<void> {
  const [prepare, read] = [
    authorize(officer, 'report.prepare', city.code),
    authorize(officer, 'draft.read', city.code),
  ]
  const { heads } = await readUploads(read, quarter, null)
  if (heads.some(({ answer }) => answer !== null)) return
  const { draft, form } = await readPeriodToFill(read, quarter)
  const filled = form.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => answered(cell, row.indicator, figures)),
    parts: row.parts.map((part) => answered(part, row.indicator, figures)),
  }))
  const lines = rows.map((row): RowToFill => ({
    id: '',
    indicator: register,
    fields: Object.fromEntries(registerColumns(register).map(({ field }) => [field, row[field] ?? ''])),
  }))
  const identity = sealedIdentity(SECRET, {
    template: TEMPLATE,
    city: city.code,
    period: quarter,
    version: String(draft.version),
    knownAt: draft.now.toISOString(),
  })
  const how = { locale: 'zh-CN', demonstration: true, isToRead: false } as const
  const id = await proposeUpload(prepare, quarter, {
    name: `${workbookFileName(draft, 'zh-CN')}.xlsx`,
    bytes: await writeWorkbook(periodWorkbook(workbookOfDraft(draft, filled, lines, how, identity))),
    register: null,
    secret: SECRET,
  })
  const { proposal } = await readUploads(read, quarter, id)
  await commitProposal(prepare, quarter, id, {
    shown: proposal?.shown ?? '',
    formulas: false,
    withdraw: null,
  })
}

/** A box with what was filled into it, or as it was. */
function answered<C extends { readonly part: string }>(
  cell: C,
  indicator: string,
  figures: readonly CellEdit[],
) {
  const edit = figures.find((each) => each.indicator === indicator && each.part === cell.part)
  if (edit?.text === undefined) return cell
  const { text: value, source } = edit
  return {
    ...cell,
    content: { state: 'figure', value, ...(source === undefined ? {} : { source }) } as const,
  }
}
