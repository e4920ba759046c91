import { actorOf, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { readExtensions, writeExtensionDecision } from '@/lib/store/extensions'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

/**
 * Grants or refuses more time for a city's report: by another person than who asked; a refusal says why.
 * @throws Refusal extensionUnknown, extensionDecided, extensionOwn, extensionPassed, reasonMissing
 */
export async function decideExtension(
  permit: Permit<'extension.decide'>,
  period: Period,
  seq: number,
  { granted, reason }: { readonly granted: boolean; readonly reason: string },
): Promise<void> {
  const said = requireReason(reason, !granted)
  await begin(permit, async (work) => {
    const asked = (await readExtensions(work, period)).find((each) => each.seq === seq)
    if (asked === undefined) throw new Refusal('extensionUnknown')
    if (asked.decision !== null) throw new Refusal('extensionDecided')
    if (asked.askedBy === actorOf(permit).id) throw new Refusal('extensionOwn')
    // What is granted after its own end would make nothing less late.
    if (granted && asked.until <= work.now)
      throw new Refusal('extensionPassed', { until: asked.until.toISOString() })
    await writeExtensionDecision(work, { period, seq, granted, reason: said })
    await tellAtOnce(work, { of: 'extension' })
  })
}
