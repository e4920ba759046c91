import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { RowChange } from '@/lib/entry/row-change'
import { EMPTY_ROW, rowText } from '@/lib/entry/row-content'
import { ROW_FIELDS } from '@/lib/notice'
import { readRowChanges, type StoredRowChange } from '@/lib/store/register-rows'
import { readRowOrigins, type Origin } from '@/lib/store/upload-origins'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** The history of one row, latest first: who changed what when, from what to what. @throws AccessRefused notFound */
export async function rowHistory(
  permit: Permit<'draft.read'>,
  period: Period,
  id: string,
): Promise<readonly RowChange[]> {
  const { changes, origins } = await begin(permit, async (work) => ({
    changes: await readRowChanges(work, period, id),
    origins: await readRowOrigins(work, period, id),
  }))
  if (changes.length === 0) throw new AccessRefused('notFound')
  return changes
    .map((change, i) => ({
      ...changeFrom(changes[i - 1], change),
      origin: originOf(origins.find(({ version }) => version === change.version)),
    }))
    .toReversed()
}

const originOf = (origin: Origin | undefined): RowChange['origin'] =>
  origin === undefined
    ? null
    : {
        proposal: origin.proposal,
        fileName: origin.fileName,
        sheet: origin.sheet,
        cell: origin.cell,
      }

function changeFrom(before: StoredRowChange | undefined, change: StoredRowChange): Omit<RowChange, 'origin'> {
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
    reason: change.content.removed && before?.content.removed === false ? change.content.withdrawn : '',
    fields: ROW_FIELDS.filter((field) => was[field] !== is[field]).map((field) => ({
      field,
      before: was[field],
      after: is[field],
    })),
  }
}
