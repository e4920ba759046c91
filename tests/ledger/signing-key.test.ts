import { describe, expect, it } from 'vitest'
import { isSignedBy, signingKey } from '@/lib/ledger/signing-key'

const key = signingKey('a secret of the portal that is long enough')
const text = new TextEncoder().encode('清单')

describe('a signing key', () => {
  it('is the same for the same secret, and signs the same text the same way', () => {
    const again = signingKey('a secret of the portal that is long enough')
    expect(again.publicKey).toBe(key.publicKey)
    expect(again.sign(text)).toBe(key.sign(text))
    expect(isSignedBy(key.publicKey, text, key.sign(text))).toBe(true)
    expect(signingKey('another secret').publicKey).not.toBe(key.publicKey)
  })

  it('holds for no other text, key or signature, however it is written', () => {
    const signature = key.sign(text)
    const other = signingKey('another secret')
    expect(isSignedBy(key.publicKey, new TextEncoder().encode('清单 '), signature)).toBe(false)
    expect(isSignedBy(other.publicKey, text, signature)).toBe(false)
    expect(isSignedBy(key.publicKey, text, other.sign(text))).toBe(false)
    for (const spelling of [`${signature}=`, ` ${signature}`, '', 'no signature'])
      expect(isSignedBy(key.publicKey, text, spelling)).toBe(false)
    for (const spelling of [`${key.publicKey}=`, '', 'no key'])
      expect(isSignedBy(spelling, text, signature)).toBe(false)
  })
})
