import type { Permit } from '@/lib/access/authorize'
import { readExplanation } from '@/lib/entry/explanation'
import { recordAudit } from '@/lib/store/audit'
import { writeExplanations } from '@/lib/store/explanations'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { checkWorkingCopy } from './check-report'
import { softFindings } from './soft-findings'
import { openForEditing } from './working-copy'

/**
 * 出错说明: says in writing why soft findings are true; one text may be given to several. `abouts` are the digests of the
 * findings as they were shown, so that nobody explains a value that he or she did not see. The same text again changes
 * nothing. Whoever explains has prepared the version and cannot certify it.
 * @throws Refusal findingGone, explanationShort, tooLong, and what refuses editing: notEditable, periodLocked …
 */
export function explainFindings(
  permit: Permit<'report.prepare'>,
  period: Period,
  abouts: readonly string[],
  typed: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period)
    const { findings, history } = await checkWorkingCopy(work, period)
    const soft = softFindings(findings, history)
    const named = [...new Set(abouts)].map((about) => soft.find((each) => each.about === about))
    if (named.length === 0 || named.includes(undefined)) throw new Refusal('findingGone')
    const text = readExplanation(typed)
    const explained = named
      .filter((each) => each !== undefined)
      .filter(({ explanation }) => explanation?.text !== text)
      .map(({ finding }) => ({ ...finding, text }))
    if (explained.length === 0) return
    await writeExplanations(work, period, report.version, history.length, explained)
    await recordAudit(work, {
      period,
      explained: explained.map(({ rule, indicator, part }) => [rule, indicator, part].join('/')),
    })
  })
}
