import { MANIFEST, SIGNATURE } from '@/lib/documents/pack/manifest'
import { isSignedBy } from '@/lib/ledger/signing-key'
import { written, type Fault } from './fault'
import { differs } from './first-difference'
import { isLoose, json } from './pack-files'

/**
 * Whether the manifest is what the owner of the key in the pack signed, and, where the portal's key is known, that it is this
 * one: without it whoever changes a pack can sign it with a key of his own.
 */
export function signatureFaults(
  files: ReadonlyMap<string, Uint8Array>,
  known: string | null,
): { readonly key: string | null; readonly faults: readonly Fault[] } {
  const said = json(files.get(SIGNATURE))
  const { publicKey, signature, ...head } = isLoose(said) ? said : {}
  const expected = { schema: 'chengji.signature/1', algorithm: 'Ed25519', file: MANIFEST }
  const form = differs('packForm', `${SIGNATURE}#`, expected, head)
  if (form.length > 0 || typeof publicKey !== 'string' || typeof signature !== 'string')
    return { key: null, faults: form.length > 0 ? form : differs('packForm', SIGNATURE, 'a signature', null) }
  const isSigned = isSignedBy(publicKey, files.get(MANIFEST) ?? new Uint8Array(), signature)
  return {
    key: isSigned ? publicKey : null,
    faults: [
      ...(isSigned
        ? []
        : [
            {
              code: 'packSignature',
              place: MANIFEST,
              expected: written(publicKey),
              got: written(signature),
            } as const,
          ]),
      ...(known === null ? [] : differs('packKey', `${SIGNATURE}#/publicKey`, known, publicKey)),
    ],
  }
}
