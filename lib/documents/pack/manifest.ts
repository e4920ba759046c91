import { createHash } from 'node:crypto'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical } from '@/lib/ledger/canonical'
import type { SigningKey } from '@/lib/ledger/signing-key'
import type { Quarter } from '@/lib/values'
import { writeArchive, type PackFile } from './archive'

/** What a pack is about, and by which rules and which program it was made. */
export interface PackHead {
  readonly city: string
  readonly asOf: Quarter
  /** ISO instant as of which everything in it is known. */
  readonly knownAt: string
  /** Number of the notice. */
  readonly notice: string
  readonly ruleVersion: string
  readonly engine: string
  readonly demonstration: boolean
}

export interface Manifest extends PackHead {
  readonly schema: 'chengji.pack/1'
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature.json'
export const SUMS = 'SHA256SUMS'

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Canonical JSON and a line feed: the same value is the same bytes. */
export const jsonFile = (name: string, value: unknown): PackFile => ({
  name,
  bytes: new TextEncoder().encode(`${canonical(asCanonical(value))}\n`),
})

/** `digest  name` a line, as sha256sum writes and checks them. */
export const sumsOf = (files: readonly PackFile[]): PackFile => ({
  name: SUMS,
  bytes: new TextEncoder().encode(files.map(({ name, bytes }) => `${digestOf(bytes)}  ${name}\n`).join('')),
})

/** The portal's signature under the manifest, and with that under every file it lists. */
const signatureOf = (manifest: PackFile, { publicKey, sign }: SigningKey): PackFile =>
  jsonFile(SIGNATURE, {
    schema: 'chengji.signature/1',
    algorithm: 'Ed25519',
    file: manifest.name,
    publicKey,
    signature: sign(manifest.bytes),
  })

/**
 * 证据包: these files with a signed manifest before and digests after them; the same files, head and key give the same bytes.
 */
export function writePack(head: PackHead, files: readonly PackFile[], key: SigningKey): Promise<Uint8Array> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  const manifest: Manifest = {
    schema: 'chengji.pack/1',
    ...head,
    files: sorted.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: digestOf(bytes) })),
  }
  const first = jsonFile(MANIFEST, manifest)
  const all = [first, signatureOf(first, key), ...sorted]
  return writeArchive([...all, sumsOf(all)])
}
