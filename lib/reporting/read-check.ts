import { actorOf, type Permit } from '@/lib/access/authorize'
import { readPresence, type Present } from '@/lib/store/presence'
import { readPreparers, type Preparer } from '@/lib/store/preparers'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { outcomeOf, type CheckOutcome } from './check-outcome'
import { draftLine, type ContentLine } from './content-lines'
import { formRows } from './form-rows'
import { readDraft, type Draft } from './read-draft'

/** A report with what 全审 says of it, and who prepared the version in hand. */
export interface CheckedDraft extends Draft {
  readonly outcome: CheckOutcome
  /** It is exactly what was returned, which cannot be certified again. */
  readonly isAsReturned: boolean
  readonly preparers: readonly Preparer[]
  /** Other people with entries on the form that are not saved or cannot be. */
  readonly unsaved: readonly Present[]
  /** What is signed, result by result. */
  readonly lines: readonly ContentLine[]
}

/**
 * 全审 of the working copy, for its page. The findings are on exactly the content whose hash is shown, so that whoever
 * signs that hash signs what was checked. @throws AccessRefused notFound when there is no such period
 */
export async function readCheck(permit: Permit<'draft.read'>, period: Period): Promise<CheckedDraft> {
  const draft = await readDraft(permit, period)
  return begin(permit, async (work) => ({
    ...draft,
    outcome: outcomeOf(draft.findings, draft.completeness.unanswered, draft.history),
    isAsReturned:
      draft.returned !== null &&
      draft.versions.find(({ version }) => version === draft.returned?.version)?.contentHash ===
        draft.contentHash,
    preparers: await readPreparers(work, period, draft.version),
    unsaved:
      permit.known === null
        ? (await readPresence(work, period, draft.version)).filter(
            (each) => each.account !== actorOf(permit).id && each.unsaved + each.invalid > 0,
          )
        : [],
    lines: formRows(draft).map(draftLine),
  }))
}
