import { authorizePortal } from '@/lib/access/authorize'
import { readCity } from '@/lib/store/cities'
import type { ToldTurn } from '@/lib/store/conversations'
import type { ToldEvaluation } from '@/lib/store/evaluation-news'
import { readExtensions } from '@/lib/store/extensions'
import type { Instalment } from '@/lib/store/instalments'
import { readRecipients, writeMessages } from '@/lib/store/messages'
import type { ToldEvent } from '@/lib/store/told-events'
import { mailOf, putMails } from '@/lib/store/queue'
import { readReviewHandovers } from '@/lib/store/review-handovers'
import { readRoute } from '@/lib/store/review-routes'
import { readTargetRequests } from '@/lib/store/target-requests'
import { asPortal, type Work } from '@/lib/store/work'
import { messagesDue } from './messages-due'
import { moneyDue, paymentDue, type ToldPayment } from './money-due'

/** What has just been done to the permit's city. */
export type Deed =
  | { readonly of: 'step'; readonly step: ToldEvent }
  | { readonly of: 'turn'; readonly turn: ToldTurn }
  | { readonly of: 'extension' | 'target' }
  | { readonly of: 'evaluation'; readonly step: ToldEvaluation }
  /** Of the second instalment, as it stands after the deed. */
  | { readonly of: 'instalment'; readonly instalment: Instalment }
  | { readonly of: 'payment'; readonly payment: ToldPayment }

/**
 * Tells everybody concerned of a deed in its own transaction, and puts the mails of those who want each at once in the queue.
 * What lib/jobs collects every five minutes would say the same, and so says nothing twice; of payments it says nothing.
 */
export async function tellAtOnce(work: Work, deed: Deed): Promise<void> {
  const city = await readCity(work)
  if (city === null) return
  const route = await readRoute(work)
  await asPortal(work, authorizePortal('message.collect'), async (portal) => {
    const isOfCity = (each: { readonly city: string }): boolean => each.city === city.code
    const people = await readRecipients(portal, city.code)
    const due = [
      ...(deed.of === 'instalment'
        ? moneyDue({ now: work.now, cities: [city], people, instalments: [deed.instalment] })
        : []),
      ...(deed.of === 'payment' ? paymentDue(city, deed.payment, people) : []),
      ...messagesDue({
        now: work.now,
        cities: [city],
        windows: [],
        summaries: [],
        decisions: [],
        people,
        events: deed.of === 'step' ? [deed.step] : [],
        turns: deed.of === 'turn' ? [deed.turn] : [],
        extensions: deed.of === 'extension' ? (await readExtensions(portal)).filter(isOfCity) : [],
        targets: deed.of === 'target' ? (await readTargetRequests(portal)).filter(isOfCity) : [],
        evaluations: deed.of === 'evaluation' ? [deed.step] : [],
        routes: new Map([[city.cohort, route]]),
        briefs: [],
        handovers: deed.of === 'turn' ? await readReviewHandovers(portal) : [],
      }),
    ]
    const told = await writeMessages(portal, due)
    const wants = new Set(
      people.filter(({ email, pace }) => email !== null && pace === 'each').map(({ id }) => id),
    )
    await putMails(
      portal,
      told.filter(({ account }) => wants.has(account)).map(({ account, id }) => mailOf(account, id)),
    )
  })
}
