import { actorOf, type Permit } from '@/lib/access/authorize'
import { readPeriod } from '@/lib/store/periods'
import { readPresence, writePresence, type Beat, type Present } from '@/lib/store/presence'
import { readEvents, versionInHand } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

/**
 * Notes that a person is at the form of a report, and says who else is.
 * @throws Refusal periodUnknown
 */
export function notePresence(
  permit: Permit<'report.prepare'>,
  period: Period,
  beat: Beat,
): Promise<readonly Present[]> {
  return begin(permit, async (work) => {
    if ((await readPeriod(work, period)) === null) throw new Refusal('periodUnknown', { period })
    const version = versionInHand(await readEvents(work, period))
    await writePresence(work, period, version, beat)
    const others = await readPresence(work, period, version)
    return others.filter(({ account, isHere }) => isHere && account !== actorOf(permit).id)
  })
}
