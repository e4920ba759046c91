import { readArchive, writeArchive, type PackFile } from '@/lib/documents/pack/archive'
import { digestOf, MANIFEST, SIGNATURE, SUMS, type Manifest } from '@/lib/documents/pack/manifest'
import { written, type Fault } from './fault'
import { differs } from './first-difference'
import { decode, json, recordsOf } from './pack-files'
import { cityFaults, decisionFaults, formFaults, moneyFaults, sealFaults } from './pack-links'
import { issuedFaults, personFaults } from './pack-persons'
import { signatureFaults } from './pack-signature'
import { evidenceFaults, traceFaults } from './pack-traces'
import { inputFaults, versionFaults } from './pack-versions'
import { readVerifiable } from './verified-file'

/** A pack as verified; what it holds that can be verified by itself is left to that. */
export interface VerifiedPack {
  readonly city: string | null
  readonly asOf: string | null
  readonly knownAt: string | null
  readonly ruleVersion: string | null
  /** How many files, submitted versions and figures of explanations were checked. */
  readonly files: number
  readonly versions: number
  readonly inputs: number
  /** How many sealed evaluations, and figures whose source is told. */
  readonly seals: number
  readonly traces: number
  /** The public key that signed it; null where it has no signature that can be read. */
  readonly key: string | null
  /** Whether the key was known to be the portal's. */
  readonly isKeyKnown: boolean
  readonly faults: readonly Fault[]
}

/** What was read of a pack: its report, and its files by name. */
export interface OpenedPack {
  readonly report: VerifiedPack
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** A zip begins like this; no JSON does. */
export const isPack = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const NOTHING = {
  city: null,
  asOf: null,
  knownAt: null,
  ruleVersion: null,
  files: 0,
  versions: 0,
  inputs: 0,
  seals: 0,
  traces: 0,
  key: null,
  isKeyKnown: false,
}

/**
 * Checks that every byte of a pack is where it belongs: each file by its digest, the list of digests and the zip around them by
 * making them again; that the portal signed the list of them; that each submitted version and sealed evaluation is what the ledger names; that the figures of the explanations
 * stand in those versions; and that money, decisions and sources of figures are what the rest of the pack says.
 * @param known the portal's public key, by whoever has it from the portal itself
 */
export async function openPack(bytes: Uint8Array, known: string | null = null): Promise<OpenedPack> {
  let list: PackFile[]
  try {
    list = await readArchive(bytes)
  } catch (error) {
    const got = error instanceof Error ? error.message : 'error'
    return {
      report: {
        ...NOTHING,
        faults: [{ code: 'packNotZip', place: '#1', expected: 'a zip', got: written(got) }],
      },
      files: new Map(),
    }
  }
  const files = new Map(list.map(({ name, bytes: content }) => [name, content]))
  const manifest = json(files.get(MANIFEST)) as Partial<Manifest> | null
  const { key, faults: ofSignature } = signatureFaults(files, known)
  const whole = [...listed(list, manifest), ...sums(list), ...(await container(list, bytes)), ...ofSignature]
  const { versions, faults: ofVersions } = versionFaults(files)
  const { inputs, faults: ofInputs } = inputFaults(files)
  const { seals, faults: ofSeals } = sealFaults(files)
  const { traces, faults: ofTraces } = traceFaults(files, manifest?.city)
  const said = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    report: {
      city: said(manifest?.city),
      asOf: said(manifest?.asOf),
      knownAt: said(manifest?.knownAt),
      ruleVersion: said(manifest?.ruleVersion),
      files: list.length,
      versions,
      inputs,
      seals,
      traces,
      key,
      isKeyKnown: known !== null && known === key,
      faults: [
        ...whole,
        ...ofVersions,
        ...ofInputs,
        ...formFaults(files),
        ...cityFaults(files, manifest?.city),
        ...decisionFaults(files),
        ...evidenceFaults(files),
        ...ofSeals,
        ...moneyFaults(files),
        ...ofTraces,
        ...issuedFaults(files),
        ...personFaults(files),
      ],
    },
    files,
  }
}

/** Every file against the digest that SHA256SUMS has for it: by its name, so that what is missing is named and nothing else. */
function sums(list: readonly PackFile[]): Fault[] {
  const last = list.at(-1)
  if (last?.name !== SUMS)
    return [{ code: 'packSums', place: SUMS, expected: 'the last file', got: written(last?.name) }]
  const lines = decode(last.bytes)
    .split('\n')
    .slice(0, -1)
    .map((line) => [line.slice(66), line] as const)
  return byName(
    'packSums',
    (name) => name,
    lines,
    list.slice(0, -1).map(({ name, bytes }) => [name, `${digestOf(bytes)}  ${name}`]),
  )
}

/** The manifest against the files there are. */
function listed(list: readonly PackFile[], manifest: Partial<Manifest> | null): Fault[] {
  if (manifest?.schema !== 'chengji.pack/1' || !Array.isArray(manifest.files))
    return [
      { code: 'packManifest', place: MANIFEST, expected: 'chengji.pack/1', got: written(manifest?.schema) },
    ]
  const lines = recordsOf(manifest, 'files')
  return byName(
    'packManifest',
    (_, i) => `${MANIFEST}#/files/${String(i < 0 ? lines.length : i)}`,
    lines.map((line) => [String(line.name), sorted(line)]),
    list
      .filter(({ name }) => ![MANIFEST, SIGNATURE, SUMS].includes(name))
      .map(({ name, bytes }) => [name, { bytes: bytes.length, name, sha256: digestOf(bytes) }]),
  )
}

/** What a list says of files against what they are: each that is missing, was added, is another or stands elsewhere. */
function byName(
  code: 'packSums' | 'packManifest',
  placeOf: (name: string, i: number) => string,
  said: readonly (readonly [name: string, line: unknown])[],
  found: readonly (readonly [name: string, line: unknown])[],
): Fault[] {
  const [is, should] = [new Map(found), new Map(said)]
  const lines = said.flatMap(([name, line], i): Fault[] => {
    if (!is.has(name))
      return [{ code: 'packMissing', place: name, expected: written(line), got: written(undefined) }]
    const [expected, got] = [written(line), written(is.get(name))]
    return expected === got ? [] : [{ code, place: placeOf(name, i), expected, got }]
  })
  const added = found.flatMap(([name, line]): Fault[] =>
    should.has(name)
      ? []
      : [{ code, place: placeOf(name, -1), expected: written(undefined), got: written(line) }],
  )
  const faults = [...lines, ...added]
  if (faults.length > 0) return faults
  // Nothing is missing and nothing more: what is left is their order, and a line that stands there twice.
  const names = (list: typeof said) => list.map(([name]) => name)
  return differs(code, placeOf(said[0]?.[0] ?? '', 0), names(said), names(found))
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The zip itself: packing the same files again gives the same bytes. */
async function container(list: readonly PackFile[], bytes: Uint8Array): Promise<Fault[]> {
  const again = await writeArchive(list)
  if (Buffer.from(again).equals(bytes)) return []
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at++
  return [
    { code: 'packBytes', place: `#${String(at + 1)}`, expected: written(again[at]), got: written(bytes[at]) },
  ]
}

/** What `verify` knows how to check by itself, by its name in the pack. */
export const verifiableIn = (files: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  [...files].flatMap(([name, bytes]) => (name.endsWith('.json') && readVerifiable(bytes).ok ? [name] : []))
