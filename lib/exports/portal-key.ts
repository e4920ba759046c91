import { env } from '@/lib/env'
import { signingKey, type SigningKey } from '@/lib/ledger/signing-key'

/** The key by which this portal signs evidence packs. Anybody may know its public half; it is shown where receipts are checked. */
export function portalKey(): SigningKey {
  const { CHENGJI_SIGNING_SECRET, NEXTAUTH_SECRET } = env()
  const secret = CHENGJI_SIGNING_SECRET ?? NEXTAUTH_SECRET
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is not set')
  return signingKey(secret)
}
