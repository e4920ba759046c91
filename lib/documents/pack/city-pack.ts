import program from '@/package.json'
import { notice } from '@/lib/notice'
import type { Decision } from '@/lib/decisions/decision'
import type { CityPack } from '@/lib/review/read-city-pack'
import type { CityReport } from '@/lib/review/read-city-report'
import type { Quarter } from '@/lib/values'
import { writeExplanations, writeLedger } from '../explanations-file'
import type { PackFile } from './archive'
import { jsonFile, writePack } from './manifest'

/** What a pack is made of. */
export interface PackSources {
  readonly asOf: Quarter
  readonly pack: CityPack
  readonly report: CityReport
  /** Documents and workbook of the same report, under the names they have in the pack. */
  readonly documents: readonly PackFile[]
  readonly demonstration: boolean
}

/** 证据包 of a city as of a quarter, which `npm run verify` checks without the portal. */
export function cityPack({ asOf, pack, report, documents, demonstration }: PackSources): Promise<Uint8Array> {
  const text = new TextEncoder()
  const head = {
    city: report.city.code,
    asOf,
    knownAt: pack.now.toISOString(),
    notice: notice.documentNumber,
    ruleVersion: report.ruleVersion,
    engine: `chengji ${program.version}`,
    demonstration,
  }
  return writePack(head, [
    { name: 'explanations.json', bytes: writeExplanations(report.city.code, asOf, pack.explanations) },
    { name: 'ledger.json', bytes: writeLedger(pack.ledger) },
    jsonFile('decisions.json', { schema: 'chengji.decisions/1', decisions: pack.decisions.map(decisionOf) }),
    jsonFile('evidence.json', {
      schema: 'chengji.evidence/1',
      period: report.period,
      version: report.head.version,
      files: report.evidence.map(({ indicator, kind, target, name, bytes, sha256 }) => ({
        indicator,
        kind,
        target,
        name,
        bytes,
        sha256,
      })),
    }),
    jsonFile('versions.json', {
      schema: 'chengji.versions/1',
      versions: pack.versions.map(({ period, version, contentHash, receiptNumber, ...head_ }) => ({
        period,
        version,
        contentHash,
        receiptNumber,
        certifiedBy: head_.certifiedByName,
        certifiedAt: head_.certifiedAt.toISOString(),
        submittedBy: head_.submittedByName,
        submittedAt: head_.submittedAt.toISOString(),
      })),
    }),
    ...pack.versions.map(({ period, version, content }) => ({
      name: `versions/${period}-${String(version)}.json`,
      bytes: text.encode(content),
    })),
    ...documents,
  ])
}

const decisionOf = ({ proposedAt, second, ...decision }: Decision) => ({
  ...decision,
  proposedAt: proposedAt.toISOString(),
  second: second === null ? null : { ...second, at: second.at.toISOString() },
})
