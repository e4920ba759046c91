import type { Permit } from '@/lib/access/authorize'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { checkWorkingCopy, type Checked } from './check-report'

/** 全审 of the working copy, for its page. */
export function readCheck(permit: Permit<'draft.read'>, period: Period): Promise<Checked> {
  return begin(permit, (work) => checkWorkingCopy(work, period))
}
