import { readArchive, writeArchive, type PackFile } from '@/lib/documents/pack/archive'
import { digestOf, MANIFEST, SUMS, sumsOf, type Manifest } from '@/lib/documents/pack/manifest'
import { indicator, isIndicatorCode } from '@/lib/notice'
import { written, type Fault } from './fault'
import { decode, isLoose, json, ledgerBodies, recordsOf } from './pack-files'
import { cityFaults, decisionFaults, formFaults, moneyFaults, sealFaults } from './pack-links'
import { evidenceFaults, traceFaults } from './pack-traces'
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
}

/**
 * Checks that every byte of a pack is where it belongs: each file by its digest, the list of digests and the zip around them by
 * making them again; that each submitted version and sealed evaluation is what the ledger names; that the figures of the explanations
 * stand in those versions; and that money, decisions and sources of figures are what the rest of the pack says.
 */
export async function openPack(bytes: Uint8Array): Promise<OpenedPack> {
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
  const whole = [...sums(list), ...listed(list, manifest), ...(await container(list, bytes))]
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
      ],
    },
    files,
  }
}

/** Every file against the digest that SHA256SUMS has for it. */
function sums(list: readonly PackFile[]): Fault[] {
  const last = list.at(-1)
  if (last?.name !== SUMS)
    return [{ code: 'packSums', place: SUMS, expected: 'the last file', got: written(last?.name) }]
  const should = decode(sumsOf(list.slice(0, -1)).bytes).split('\n')
  const is = decode(last.bytes).split('\n')
  return Array.from({ length: Math.max(should.length, is.length) }, (_, i) => i).flatMap((i): Fault[] =>
    should[i] === is[i]
      ? []
      : [
          {
            code: 'packSums',
            place: list[i]?.name ?? SUMS,
            expected: written(is[i]),
            got: written(should[i]),
          },
        ],
  )
}

/** The manifest against the files there are. */
function listed(list: readonly PackFile[], manifest: Partial<Manifest> | null): Fault[] {
  if (manifest?.schema !== 'chengji.pack/1' || !Array.isArray(manifest.files))
    return [
      { code: 'packManifest', place: MANIFEST, expected: 'chengji.pack/1', got: written(manifest?.schema) },
    ]
  const should = list
    .filter(({ name }) => name !== MANIFEST && name !== SUMS)
    .map(({ name, bytes }) => ({ bytes: bytes.length, name, sha256: digestOf(bytes) }))
  const is: readonly unknown[] = manifest.files
  return Array.from({ length: Math.max(should.length, is.length) }, (_, i) => i).flatMap((i): Fault[] => {
    const [found, named] = [written(should[i]), written(sorted(is[i]))]
    return found === named
      ? []
      : [{ code: 'packManifest', place: `${MANIFEST}#/files/${String(i)}`, expected: named, got: found }]
  })
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

interface VersionLine {
  readonly period?: unknown
  readonly version?: unknown
  readonly contentHash?: unknown
}

/** Each submitted version is the text its digest was made of, and the ledger names that digest. */
function versionFaults(files: ReadonlyMap<string, Uint8Array>): { versions: number; faults: Fault[] } {
  const lines = recordsOf(json(files.get('versions.json')), 'versions') as readonly VersionLine[]
  const hashes = new Set(
    ledgerBodies(json(files.get('ledger.json'))).flatMap(({ contentHash }) =>
      typeof contentHash === 'string' ? [contentHash] : [],
    ),
  )
  const faults = lines.flatMap(({ period, version, contentHash }): Fault[] => {
    const name = `versions/${String(period)}-${String(version)}.json`
    const content = files.get(name)
    const digest = content === undefined ? undefined : digestOf(content)
    if (digest !== contentHash)
      return [{ code: 'packVersion', place: name, expected: written(contentHash), got: written(digest) }]
    return digest !== undefined && hashes.has(digest)
      ? []
      : [{ code: 'packLedger', place: name, expected: written(digest), got: written(undefined) }]
  })
  return { versions: lines.length, faults }
}

interface Input {
  readonly period?: unknown
  readonly value?: unknown
  readonly version?: unknown
}

/** Each figure that an explanation of a growth result takes stands in the version it names. Counts rest on rows. */
function inputFaults(files: ReadonlyMap<string, Uint8Array>): { inputs: number; faults: Fault[] } {
  let inputs = 0
  const faults: Fault[] = []
  for (const [i, explanation] of recordsOf(json(files.get('explanations.json')), 'explanations').entries()) {
    const { indicator: code } = explanation
    if (typeof code !== 'string' || !isIndicatorCode(code) || indicator(code).kind !== 'growth') continue
    for (const [k, input] of recordsOf(explanation, 'inputs').entries()) {
      const { period, value, version } = input as Input
      if (typeof period !== 'string' || typeof value !== 'string' || typeof version !== 'number') continue
      inputs += 1
      const found = submitted(files, code, period, version)
      if (found !== value)
        faults.push({
          code: 'packInput',
          place: `/explanations/${String(i)}/inputs/${String(k)}`,
          expected: written(found),
          got: written(value),
        })
    }
  }
  return { inputs, faults }
}

/** The figure of a result in a version: of a quarter, or of a quarter or the whole of a base year. */
function submitted(
  files: ReadonlyMap<string, Uint8Array>,
  code: string,
  period: string,
  version: number,
): string | undefined {
  const [, year = '', quarter] = /^(\d{4})(Q[1-4])?$/.exec(period) ?? []
  const own = cellOf(
    files.get(`versions/${period}-${String(version)}.json`),
    code,
    quarter === undefined ? 'Y' : '',
  )
  return own ?? cellOf(files.get(`versions/${year}-${String(version)}.json`), code, quarter ?? 'Y')
}

function cellOf(content: Uint8Array | undefined, code: string, part: string): string | undefined {
  const cell = recordsOf(json(content), 'cells').find((each) => each.indicator === code && each.part === part)
  const said = cell?.content
  return isLoose(said) && typeof said.value === 'string' ? said.value : undefined
}

/** What `verify` knows how to check by itself, by its name in the pack. */
export const verifiableIn = (files: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  [...files].flatMap(([name, bytes]) => (name.endsWith('.json') && readVerifiable(bytes).ok ? [name] : []))
