import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GENESIS, nextEntry, verifyChain, type LedgerEntry } from '@/lib/ledger/chain'

const CITY = '910100'

/** A chain of so many entries. */
function chainOf(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (let i = 0; i < length; i++) {
    const entry = {
      city: CITY,
      kind: `deed.${i}`,
      at: `2022-10-12T01:00:0${i % 10}.000Z`,
      body: `{"n":${i}}`,
    }
    entries.push(nextEntry(entries.at(-1) ?? null, entry))
  }
  return entries
}

describe('a chain', () => {
  it('begins at the genesis, and holds', () => {
    const chain = chainOf(8)
    expect(chain[0]).toMatchObject({ seq: 1, previous: GENESIS })
    expect(verifyChain(CITY, chain)).toBeNull()
    expect(verifyChain(CITY, [])).toBeNull()
  })

  it('shows the first entry at which anything was changed', () => {
    const fields = ['kind', 'at', 'body', 'hash', 'previous'] as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.constantFrom(...fields), (index, field) => {
        const chain = chainOf(8).map((entry, i) =>
          i === index ? { ...entry, [field]: `${entry[field]}0` } : entry,
        )
        const found = verifyChain(CITY, chain)
        expect(found).toEqual({ seq: index + 1, fault: field === 'previous' ? 'link' : 'hash' })
      }),
    )
  })

  it('shows an entry that was taken out, put in, moved, or belongs to another city', () => {
    const chain = chainOf(5)
    expect(verifyChain(CITY, chain.toSpliced(2, 1))).toEqual({ seq: 4, fault: 'gap' })
    expect(verifyChain(CITY, chain.toSpliced(2, 0, ...chain.slice(2, 3)))).toEqual({ seq: 3, fault: 'gap' })
    expect(verifyChain(CITY, chain.toReversed())).toEqual({ seq: 5, fault: 'gap' })
    expect(verifyChain('920100', chain)).toEqual({ seq: 1, fault: 'city' })
  })

  it('cannot be mended by hashing one changed entry anew: the next one does not follow it', () => {
    const chain = chainOf(5)
    const [first, second] = chain
    if (first === undefined || second === undefined) throw new Error('too short')
    const forged = nextEntry(first, { ...second, body: '{"n":99}' })
    expect(verifyChain(CITY, chain.with(1, forged))).toEqual({ seq: 3, fault: 'link' })
  })

  it('does not show that its end was cut off, which is why receipts carry what they carry', () => {
    expect(verifyChain(CITY, chainOf(5).slice(0, 3))).toBeNull()
  })
})
