import type { Permit } from '@/lib/access/authorize'
import {
  CONTACT_PLACES,
  readOwnContact,
  writeCityContact,
  writeOwnContact,
  type Reach,
} from '@/lib/store/contacts'
import { begin } from '@/lib/store/work'
import { cleanLine, Refusal } from '@/lib/values'

const LIMITS = { name: 60, office: 120, phone: 60, email: 254 } as const

/** Digits with what stands between them; an extension may be named. */
const PHONE =
  /^\+?[\d（(][\d\s()（）+-]{4,}(?:\s*(?:转|ext\.?|x)\s*\d{1,6})?(?:[,，;；/、]\s*[\d\s()（）+-]{5,})?$/i
const EMAIL = /^[^@\s<>"',;]+@[^@\s<>"',;.]+(?:\.[^@\s<>"',;.]+)+$/

/** How somebody is reached, as it is kept. @throws Refusal contactWrong naming the field, tooLong */
function reachOf(fields: Reach): Reach {
  const reach = {
    name: cleanLine(fields.name),
    office: cleanLine(fields.office),
    phone: cleanLine(fields.phone),
    email: cleanLine(fields.email),
  }
  for (const field of ['name', 'office', 'phone', 'email'] as const)
    if (reach[field].length > LIMITS[field])
      throw new Refusal('tooLong', { limit: String(LIMITS[field]), got: String(reach[field].length) })
  for (const [field, shape] of [
    ['phone', PHONE],
    ['email', EMAIL],
  ] as const)
    if (reach[field] !== '' && !shape.test(reach[field]))
      throw new Refusal('contactWrong', { field, got: reach[field] })
  return reach
}

const isNobody = ({ office, phone, email }: Reach): boolean => office + phone + email === ''

/**
 * Says whom a city names in one place; everything empty says that there is nobody. What was said before is kept.
 * @throws Refusal contactWrong, tooLong, formWrong
 */
export async function keepCityContact(
  permit: Permit<'contact.keep' | 'storage.configure'>,
  placeAsked: string,
  fields: Reach,
): Promise<void> {
  const place = CONTACT_PLACES.find((each) => each === placeAsked)
  if (place === undefined) throw new Refusal('formWrong', { field: 'place' })
  const reach = reachOf(fields)
  if (reach.name === '' && !isNobody(reach)) throw new Refusal('contactWrong', { field: 'name', got: '' })
  await begin(permit, (work) => writeCityContact(work, place, reach))
}

/** Says how a reviewer is reached. @throws Refusal contactWrong, tooLong */
export async function keepOwnContact(permit: Permit<'contact.keepOwn'>, fields: Reach): Promise<void> {
  const reach = reachOf(fields)
  if (reach.name === '') throw new Refusal('contactWrong', { field: 'name', got: '' })
  if (reach.phone + reach.email === '') throw new Refusal('contactWrong', { field: 'phone', got: '' })
  await begin(permit, (work) => writeOwnContact(work, reach))
}

/** How whoever asks is reached, as said last; null where never. */
export const readOwnReach = (permit: Permit<'account.readOwn'>): Promise<Reach | null> =>
  begin(permit, readOwnContact)
