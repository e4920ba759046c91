import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readCase } from '@/lib/store/case-pages'
import { appendProvinceNote } from '@/lib/store/province-notes'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/**
 * A province's note to a case that one of its cities is part of: what it asked or found out. It decides nothing.
 * @throws Refusal caseUnknown (also of a case of other provinces), reasonMissing, tooLong
 */
export function noteForProvince(permit: Permit<'case.note'>, number: number, note: string): Promise<void> {
  const text = requireReason(note)
  return begin(permit, async (work) => {
    const found = await readCase(work, number)
    if (found === null) throw new Refusal('caseUnknown', { number: String(number) })
    await appendProvinceNote(work, number, text)
  })
}
