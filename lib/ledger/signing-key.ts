import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'

/** What a portal signs with (Ed25519): whoever knows its public key can tell what it signed from what it did not. */
export interface SigningKey {
  /** 43 signs of base64url: the 32 bytes that may be published. */
  readonly publicKey: string
  /** The same text gets the same signature: 86 signs of base64url. */
  readonly sign: (bytes: Uint8Array) => string
}

/** The key that follows from a secret: the same secret is the same key, and the secret cannot be told from it. */
export function signingKey(secret: string): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'chengji signing key 1', 32))
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
  const published = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: published.subarray(PUBLIC.length).toString('base64url'),
    sign: (bytes) => sign(null, bytes, key).toString('base64url'),
  }
}

/** Whether the owner of the public key signed exactly these bytes; false for what is no key or no signature. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  const signed = Buffer.from(signature, 'base64url')
  // Each of them has one spelling: else a sign of it could be changed and nothing would be found.
  if (raw.length !== 32 || raw.toString('base64url') !== publicKey) return false
  if (signed.toString('base64url') !== signature) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' })
  return verify(null, bytes, key, signed)
}

// What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410).
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')
