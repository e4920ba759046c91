import program from '@/package.json'
import { notice } from '@/lib/notice'
import type { Decision } from '@/lib/decisions/decision'
import type { SigningKey } from '@/lib/ledger/signing-key'
import { decisionFile } from '../decision-file'
import type { CityPack, PackInstalment } from '@/lib/review/read-city-pack'
import type { Provenance } from '@/lib/review/trace-figures'
import type { CityReport } from '@/lib/review/read-city-report'
import type { Quarter } from '@/lib/values'
import { writeExplanations, writeLedger } from '../explanations-file'
import type { PackFile } from './archive'
import { evaluationReference, printedReference, type TraceReference } from '../trace-reference'
import { jsonFile, writePack } from './manifest'

/** What a pack is made of. */
export interface PackSources {
  readonly asOf: Quarter
  readonly pack: CityPack
  readonly report: CityReport
  /** Documents and workbook of the same report, under the names they have in the pack. */
  readonly documents: readonly PackFile[]
  readonly demonstration: boolean
  /** The portal's own. */
  readonly key: SigningKey
}

/** 证据包 of a city as of a quarter, which `npm run verify` checks without the portal. */
export function cityPack({
  asOf,
  pack,
  report,
  documents,
  demonstration,
  key,
}: PackSources): Promise<Uint8Array> {
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
  const files = [
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
    jsonFile('traces.json', tracesOf(report.city.code, pack)),
    jsonFile('evaluations.json', {
      schema: 'chengji.evaluations/1',
      evaluations: pack.sealed.map((seal) => ({
        reference: evaluationReference(report.city.code, seal),
        round: seal.round,
        title: seal.title,
        version: seal.version,
        score: seal.score,
        sha256: seal.sha256,
        firstSigner: seal.firstSignerName,
        secondSigner: seal.secondSignerName,
        sealedAt: seal.sealedAt.toISOString(),
      })),
    }),
    ...pack.sealed.map(({ round, version, snapshot }) => ({
      name: `evaluations/${round}-${String(version)}.json`,
      bytes: text.encode(`${snapshot}\n`),
    })),
    jsonFile('money.json', moneyOf(report.city.code, pack)),
    ...pack.instalments.map((each) => ({
      name: `instalments/${String(each.seq)}.json`,
      bytes: decisionFile(each.city, { ...each, yuan: amountOf(each), decidedAt: each.answer.at }),
    })),
    ...documents,
  ]
  return writePack(head, files, key)
}

const decisionOf = ({ proposedAt, second, ...decision }: Decision) => ({
  ...decision,
  proposedAt: proposedAt.toISOString(),
  second: second === null ? null : { ...second, at: second.at.toISOString() },
})

/** What was decided: both amounts are the same. */
const amountOf = ({ answer }: PackInstalment): bigint => answer.enteredYuan ?? 0n

const moneyOf = (city: string, { instalments, payments, entries }: CityPack) => ({
  schema: 'chengji.money/1',
  city,
  decisions: instalments.map((each) => ({
    number: each.seq,
    yuan: amountOf(each).toString(),
    inputsSha256: each.inputsSha256,
    proposedBy: each.proposedByName,
    decidedBy: each.answer.byName,
    reversed: each.isReversed,
  })),
  payments: payments.map(
    ({ seq, yuan, instalment, decision, reverses, paidOn, documentNumber, answer, ...payment }) => ({
      number: seq,
      instalment,
      decision,
      reverses,
      yuan: yuan.toString(),
      paidOn,
      documentNumber,
      recordedBy: payment.recordedByName,
      recordedAt: payment.recordedAt.toISOString(),
      confirmed: answer?.confirmed ?? null,
      answer: answer && { by: answer.byName, at: answer.at.toISOString(), reason: answer.reason },
    }),
  ),
  entries: entries.map((entry) => ({
    number: entry.seq,
    kind: entry.kind,
    source: entry.source,
    yuan: entry.yuan.toString(),
    onDay: entry.onDay,
    task: entry.task,
    form: entry.form,
    purpose: entry.purpose,
    payee: entry.payee,
    document: entry.document,
    reverses: entry.reverses,
    recordedBy: entry.recordedByName,
    recordedAt: entry.recordedAt.toISOString(),
  })),
})

/** Every figure, row and count under the reference that is printed beside the number in documents. */
function tracesOf(city: string, { traces, rows, counts }: CityPack) {
  const printed = (each: TraceReference): string => printedReference(city, each)
  return {
    schema: 'chengji.traces/2',
    traces: traces.map((each) => ({
      reference: printed(each),
      part: each.part,
      content: each.content,
      ...sourceOf(each),
    })),
    rows: rows.map((each) => ({ reference: printed(each), row: each.id, ...sourceOf(each) })),
    counts: counts.map((each) => ({
      reference: printed(each),
      rows: each.rows,
      total: each.total,
      fresh: each.fresh,
      accepted: each.accepted,
    })),
  }
}

const sourceOf = ({ save, origin, restatement }: Provenance) => ({
  enteredBy: save?.by ?? null,
  enteredAt: save?.at.toISOString() ?? null,
  restatement,
  origin: origin && {
    file: origin.file,
    name: origin.fileName,
    sha256: origin.sha256,
    sheet: origin.sheet,
    cell: origin.cell,
  },
})
