import { env } from '@/lib/env'
import { signingKey, type SigningKey } from '@/lib/ledger/signing-key'

/** The key by which this portal signs evidence packs. Anybody may know its public half; it is shown where receipts are checked. */
export function portalKey(): SigningKey {
  const { CHENGJI_SIGNING_SECRET: secret } = env()
  if (secret === undefined) throw new Error('CHENGJI_SIGNING_SECRET is not set')
  return signingKey(secret)
}
