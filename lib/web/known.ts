import 'server-only'
import { asKnown, type LookingBack, type Permit } from '@/lib/access/authorize'

/**
 * The past moment that an address asks for: an instant as `2022-10-12T01:00:00.000Z`, or a day, to its end in Beijing. Null
 * where it asks for none, or for what is no moment.
 */
export function knownMoment(asked: unknown): Date | null {
  if (typeof asked !== 'string') return null
  const text = /^\d{4}-\d\d-\d\d$/.test(asked) ? `${asked}T23:59:59.999+08:00` : asked
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|\+08:00)$/.test(text)) return null
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** A permit to read as known at what the address asks for. */
export const knownPermit = <A extends LookingBack>(permit: Permit<A>, asked: unknown): Permit<A> =>
  asKnown(permit, knownMoment(asked))

/** What an address is followed by so that it looks back to the same moment; nothing for now. */
export const knownQuery = ({ known }: Permit): string =>
  known === null ? '' : `?known=${encodeURIComponent(known.toISOString())}`
