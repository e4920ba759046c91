import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readFundEntries, writeFundEntries } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'

/**
 * 冲正: takes an entry of the ledger back by another that says why; what is right is entered anew. Nothing is ever edited.
 * @throws Refusal reasonMissing, entryUnknown, entryReversed, fundShort when what was received has been spent
 */
export async function reverseEntry(
  permit: Permit<'funds.record'>,
  seq: number,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    const entries = await readFundEntries(work)
    const wrong = entries.find((each) => each.seq === seq)
    if (wrong === undefined) throw new Refusal('entryUnknown', { number: String(seq) })
    if (wrong.reverses !== null || entries.some(({ reverses }) => reverses === seq))
      throw new Refusal('entryReversed')
    const { kind, source, task, form, payee, document } = wrong
    await writeFundEntries(work, [
      {
        kind,
        source,
        task,
        form,
        payee,
        document,
        yuan: -wrong.yuan,
        onDay: dayOf(work.now),
        purpose: said,
        reverses: seq,
      },
    ])
  })
}
