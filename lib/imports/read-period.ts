import type { Permit } from '@/lib/access/authorize'
import type { RowToFill } from '@/lib/documents/workbook-of-draft'
import { rowText } from '@/lib/entry/row-content'
import { formRows, type FormRow } from '@/lib/reporting/form-rows'
import { readDraft, type Draft } from '@/lib/reporting/read-draft'
import type { Period } from '@/lib/values'

/** What the workbook of a report is filled in with. */
export interface PeriodToFill {
  readonly draft: Draft
  readonly form: readonly FormRow[]
  readonly rows: readonly RowToFill[]
}

/** Reads a report in hand for its workbook. @throws AccessRefused notFound when there is no such period */
export async function readPeriodToFill(permit: Permit<'draft.read'>, period: Period): Promise<PeriodToFill> {
  const draft = await readDraft(permit, period)
  return {
    draft,
    form: formRows(draft),
    rows: draft.rows.map((row) => ({ id: row.id, indicator: row.indicator, fields: rowText(row) })),
  }
}
