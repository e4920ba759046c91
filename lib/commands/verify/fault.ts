import { printable } from '../evaluate-csv'

/** What is checked of an explanation, in this order. */
export const checkCodes = ['form', 'steps', 'verdict', 'parameters', 'figures'] as const
export type CheckCode = (typeof checkCodes)[number]

/** What does not hold. lib/commands/verify/words.ts has a sentence for each. */
export type FaultCode =
  | 'notCanonical'
  | 'notOfForm'
  | 'anotherQuarter'
  | 'operandDiffers'
  | 'resultDiffers'
  | 'doesNotFollow'
  | 'notOfNotice'
  | 'notTheFigures'
  | 'ledgerCity'
  | 'ledgerGap'
  | 'ledgerLink'
  | 'ledgerHash'
  | 'ledgerBody'
  | 'packNotZip'
  | 'packSums'
  | 'packManifest'
  | 'packBytes'
  | 'packMissing'
  | 'packSignature'
  | 'packKey'
  | 'packPerson'
  | 'packIssued'
  | 'packVersion'
  | 'packLedger'
  | 'packInput'
  | 'decisionDigest'
  | 'decisionCity'
  | 'decisionAmount'
  | 'evaluationVerdict'
  | 'evaluationMark'
  | 'evaluationOverride'
  | 'evaluationWeights'
  | 'evaluationScore'
  | 'evaluationSample'
  | 'moneyGap'
  | 'moneyReversal'
  | 'moneyOver'
  | 'moneyBalance'
  | 'decisionContent'
  | 'packSeal'
  | 'packSealLedger'
  | 'packDecision'
  | 'packGround'
  | 'moneyLedger'
  | 'packTrace'
  | 'packEvidence'
  | 'packForm'
  | 'packCity'

/** One thing that does not hold: where (a JSON pointer into the file), what was expected and what is there. */
export interface Fault {
  readonly code: FaultCode
  readonly place: string
  readonly expected: string
  readonly got: string
}

/** A value of a JSON file as it can stand in a sentence: its JSON, cut where it is long; nothing where there is none. */
export function written(value: unknown): string {
  if (value === undefined) return '∅'
  const text = printable(JSON.stringify(value))
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const LONGEST = 120

/** A place inside a place, after RFC 6901. */
export function within(place: string, key: string | number): string {
  return `${place}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`
}
