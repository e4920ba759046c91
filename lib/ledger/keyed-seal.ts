import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonical, type Canonical } from './canonical'

/**
 * A seal that only the holder of the secret can make: HMAC-SHA-256 over the canonical form, hex. `purpose` parts the seals
 * of different things made with one secret.
 */
export function keyedSeal(secret: string, purpose: string, value: Canonical): string {
  const key = createHmac('sha256', secret).update(purpose).digest()
  return createHmac('sha256', key).update(canonical(value)).digest('hex')
}

/** Whether a seal is that of this value; takes as long for a wrong one as for the right one. */
export function isSealed(secret: string, purpose: string, value: Canonical, seal: string): boolean {
  const [right, given] = [Buffer.from(keyedSeal(secret, purpose, value)), Buffer.from(seal)]
  return right.length === given.length && timingSafeEqual(right, given)
}
