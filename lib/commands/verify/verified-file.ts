import { canonicalOf, isCanonical } from '@/lib/ledger/is-canonical'
import { ok, refuse, type Result } from '@/lib/values'
import { decodeUtf8 } from '../evaluate-bytes'
import { written, type Fault } from './fault'

const KINDS = {
  'chengji.explanations/1': 'explanations',
  'chengji.ledger/1': 'ledger',
  'chengji.instalmentDecision/1': 'instalment',
  'chengji.evaluation/1': 'evaluation',
  'chengji.money/1': 'money',
} as const

/** A file of a kind that can be verified, as read; whether its content holds is another question. */
export interface Verifiable {
  readonly kind: (typeof KINDS)[keyof typeof KINDS]
  readonly value: unknown
  /** Whether it is written in the one form that gives the same content the same bytes. */
  readonly faults: readonly Fault[]
}

/** Reads one file; refused, with what was expected and what came, if it is no JSON of a kind that can be verified. */
export function readVerifiable(bytes: Uint8Array): Result<Verifiable, Pick<Fault, 'expected' | 'got'>> {
  const text = decodeUtf8(bytes)
  if (!text.ok) return refuse({ expected: text.error.expected, got: text.error.got })
  let value: unknown
  try {
    value = JSON.parse(text.value)
  } catch {
    return refuse({ expected: 'JSON', got: written(text.value.slice(0, BESIDE)) })
  }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  const kind = Object.entries(KINDS).find(([name]) => name === schema)?.[1]
  if (!kind) return refuse({ expected: `schema ${Object.keys(KINDS).join(' | ')}`, got: written(schema) })
  return ok({ kind, value, faults: notCanonical(value, text.value) })
}

const BESIDE = 24

function notCanonical(value: unknown, text: string): readonly Fault[] {
  if (text.endsWith('\n') && isCanonical(text.slice(0, -1), value)) return []
  // Nothing for a value that has no such form.
  const form = canonicalOf(value)
  const expected = form === undefined ? '' : `${form}\n`
  let at = 0
  while (at < text.length && text[at] === expected[at]) at++
  return [
    {
      code: 'notCanonical',
      place: `#${at + 1}`,
      expected: written(expected.slice(at, at + BESIDE)),
      got: written(text.slice(at, at + BESIDE)),
    },
  ]
}
