import { authorizePortal } from '@/lib/access/authorize'
import { messagesDue } from '@/lib/reporting/messages-due'
import { moneyDue } from '@/lib/reporting/money-due'
import { readToldBriefs } from '@/lib/store/briefs'
import { readCities } from '@/lib/store/cities'
import { readToldTurns } from '@/lib/store/conversations'
import { readDecisions } from '@/lib/store/decisions'
import { readToldEvaluations } from '@/lib/store/evaluation-news'
import { readExtensions } from '@/lib/store/extensions'
import { readMailWaiting, readRecipients, writeMessages } from '@/lib/store/messages'
import { readToldEvents } from '@/lib/store/told-events'
import { readReviewHandovers } from '@/lib/store/review-handovers'
import { readInstalments } from '@/lib/store/instalments'
import { readToldPlans } from '@/lib/store/plans'
import { readPeriods } from '@/lib/store/periods'
import { mailOf, type MailDue } from '@/lib/store/queue'
import { readRoutes } from '@/lib/store/review-routes'
import { readSummaries } from '@/lib/store/summary'
import { readTargetRequests } from '@/lib/store/target-requests'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { plansDue } from './plans-due'

/** How long a step is told of: longer than the portal is ever off without somebody noticing. */
const TOLD_FOR = 7 * 86_400_000
/** When those who want one mail a day get it, Asia/Shanghai. */
const DAILY_HOUR = 8

/** Writes what people should have heard by now, and says which mails should go out. */
export function collectMessages(): Promise<MailDue[]> {
  return begin(authorizePortal('message.collect'), async (work) => {
    const known = {
      now: work.now,
      cities: await readCities(work),
      windows: await readPeriods(work),
      extensions: await readExtensions(work),
      summaries: await readSummaries(work),
      decisions: await readDecisions(work),
      events: await readToldEvents(work, new Date(work.now.getTime() - TOLD_FOR)),
      turns: await readToldTurns(work, new Date(work.now.getTime() - TOLD_FOR)),
      people: await readRecipients(work),
      targets: await readTargetRequests(work),
      briefs: await readToldBriefs(work, new Date(work.now.getTime() - TOLD_FOR)),
      evaluations: await readToldEvaluations(work, new Date(work.now.getTime() - TOLD_FOR)),
      routes: await readRoutes(work),
      handovers: await readReviewHandovers(work),
    }
    const { now, cities, people } = known
    await writeMessages(work, [
      ...messagesDue(known),
      ...plansDue({ now, cities, people, plans: await readToldPlans(work) }),
      ...moneyDue({ now, cities, people, instalments: await readInstalments(work) }),
    ])
    const waiting = await readMailWaiting(work)
    const isMorning = new Date(work.now.getTime() + 8 * 3_600_000).getUTCHours() >= DAILY_HOUR
    const daily = new Set(waiting.filter(({ pace }) => pace === 'daily').map(({ account }) => account))
    return [
      ...waiting.filter(({ pace }) => pace === 'each').map(({ account, id }) => mailOf(account, id)),
      ...(isMorning ? [...daily] : []).map((account) => ({
        account,
        message: '',
        key: `${account}/${dayOf(work.now)}`,
      })),
    ]
  })
}
