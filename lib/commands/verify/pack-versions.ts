import { digestOf } from '@/lib/documents/pack/manifest'
import { indicator, isIndicatorCode } from '@/lib/notice'
import { written, type Fault } from './fault'
import { isLoose, json, ledgerBodies, recordsOf } from './pack-files'

type Files = ReadonlyMap<string, Uint8Array>

interface VersionLine {
  readonly period?: unknown
  readonly version?: unknown
  readonly contentHash?: unknown
}

/** Each submitted version is the text its digest was made of, and the ledger names that digest. */
export function versionFaults(files: Files): { versions: number; faults: Fault[] } {
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
export function inputFaults(files: Files): { inputs: number; faults: Fault[] } {
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
function submitted(files: Files, code: string, period: string, version: number): string | undefined {
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
