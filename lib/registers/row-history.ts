import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { RowChange } from '@/lib/entry/row-change'
import { EMPTY_ROW, rowText } from '@/lib/entry/row-content'
import { ROW_FIELDS } from '@/lib/notice'
import { readRowChanges, type StoredRowChange } from '@/lib/store/register-rows'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** The history of one row, latest first: who changed what when, from what to what. @throws AccessRefused notFound */
export async function rowHistory(
  permit: Permit<'draft.read'>,
  period: Period,
  id: string,
): Promise<readonly RowChange[]> {
  const changes = await begin(permit, (work) => readRowChanges(work, period, id))
  if (changes.length === 0) throw new AccessRefused('notFound')
  return changes.map((change, i) => changeFrom(changes[i - 1], change)).toReversed()
}

function changeFrom(before: StoredRowChange | undefined, change: StoredRowChange): RowChange {
  const [was, is] = [before === undefined ? EMPTY_ROW : rowText(before.content), rowText(change.content)]
  return {
    version: change.version,
    reportVersion: change.reportVersion,
    by: change.by,
    at: change.at.toISOString(),
    deed:
      before === undefined
        ? 'added'
        : change.content.removed === before.content.removed
          ? 'changed'
          : change.content.removed
            ? 'removed'
            : 'restored',
    fields: ROW_FIELDS.filter((field) => was[field] !== is[field]).map((field) => ({
      field,
      before: was[field],
      after: is[field],
    })),
  }
}
