import type { Permit } from '@/lib/access/authorize'
import {
  CONTACT_PLACES,
  readContactBook,
  type CityContactEntry,
  type ContactBook,
  type ContactPlace,
  type ReviewerContact,
} from '@/lib/store/contacts'
import type { ReviewHandover } from '@/lib/store/review-handovers'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { handoverOn } from './stand-in'

/** A reviewer of the city, and who does the work meanwhile. */
interface ReviewerInReach extends ReviewerContact {
  readonly handover: ReviewHandover | null
}

/** Whom to call about a city's reports. */
export interface Contacts {
  /** Every place in its order; null where nobody is named. */
  readonly city: readonly { readonly place: ContactPlace; readonly entry: CityContactEntry | null }[]
  readonly reviewers: readonly ReviewerInReach[]
  /** Hand-overs that hold today between reviewers of this city. */
  readonly handovers: readonly ReviewHandover[]
  /** What was said before and now, the latest first. */
  readonly history: readonly CityContactEntry[]
}

/** The people a city names, and the reviewers it can turn to, with whoever stands in for them today. */
export function readContacts(
  permit: Permit<'city.read' | 'report.read' | 'draft.read' | 'storage.configure'>,
): Promise<Contacts> {
  return begin(permit, async (work) => contactsOf(await readContactBook(work), dayOf(work.now)))
}

/** What a contact book says on a day. */
export function contactsOf(
  { entries: history, reviewers, handovers: steps }: ContactBook,
  today: string,
): Contacts {
  const givers = [...new Set(steps.map(({ giver }) => giver))]
  const handovers = givers.flatMap((giver) => handoverOn(steps, giver, today) ?? [])
  return {
    city: CONTACT_PLACES.map((place) => {
      const last = history.find((entry) => entry.place === place)
      return { place, entry: last === undefined || last.name === '' ? null : last }
    }),
    reviewers: reviewers.map((contact) => ({
      ...contact,
      handover: handovers.find(({ giver }) => giver === contact.account) ?? null,
    })),
    handovers,
    history,
  }
}
