import type { RowContent } from '@/lib/entry/row-content'
import type { RefusalNote } from '@/lib/values'

/** What a line of the file gives over the row that stands: what it leaves blank, or has no column for, stays. */
export const overRow = (row: RowContent, given: RowContent): RowContent => ({
  ...given,
  level: given.level ?? row.level,
  details: { ...row.details, ...given.details },
  evidence: given.evidence === '' ? row.evidence : given.evidence,
  note: given.note === '' ? row.note : given.note,
})

/** One day of a certificate from the file and the other as it stands may not fit together. */
export function validityOf({ details }: RowContent): RefusalNote | null {
  const { validFrom = '', validTo = '' } = details
  if (validFrom === '' || validTo === '' || validTo >= validFrom) return null
  return { code: 'validityWrong', detail: { got: validTo, from: validFrom } }
}
