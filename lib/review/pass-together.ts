import { AccessRefused, actorOf, authorize, mayEver, type Permit } from '@/lib/access/authorize'
import { readEvents } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import { Refusal, type RefusalCode } from '@/lib/values'
import { acceptReport } from './accept-report'
import { forwardReport } from './forward-report'
import { MOST_TOGETHER, type ChosenReport } from './read-together'

/** A report as it was shown in the preview. */
export interface ShownReport extends ChosenReport {
  readonly contentHash: string
}

/** What became of one report: done now, done before by the same person, or refused and why. */
export interface Passed extends ChosenReport {
  readonly outcome: 'accepted' | 'forwarded' | 'already' | RefusalCode | AccessRefused['code']
}

/**
 * Accepts (or, of a province, forwards) several reports in which nothing is open, each in a transaction of its own: one that
 * is refused keeps no other back. Sent twice, it does nothing twice.
 */
export async function passTogether(
  permit: Permit<'queue.read'>,
  shown: readonly ShownReport[],
): Promise<Passed[]> {
  const done: Passed[] = []
  for (const { city, period, contentHash } of shown.slice(0, MOST_TOGETHER)) {
    done.push({ city, period, outcome: await passOne(permit, { city, period, contentHash }) })
  }
  return done
}

async function passOne(permit: Permit<'queue.read'>, shown: ShownReport): Promise<Passed['outcome']> {
  const actor = actorOf(permit)
  const { city, period, contentHash } = shown
  const kind = mayEver(actor, 'report.accept') ? 'accepted' : 'forwarded'
  try {
    if (kind === 'accepted') {
      await acceptReport(authorize(actor, 'report.accept', city), period, contentHash, 'clean')
    } else {
      await forwardReport(authorize(actor, 'report.forward', city), period, contentHash, '', 'clean')
    }
    return kind
  } catch (error) {
    if (error instanceof AccessRefused) return error.code
    if (!(error instanceof Refusal)) throw error
    const events = await begin(authorize(actor, 'report.read', city), (work) => readEvents(work, period))
    const isOwn = events.some(
      (event) => event.kind === kind && event.contentHash === contentHash && event.actorId === actor.id,
    )
    return isOwn ? 'already' : error.code
  }
}
