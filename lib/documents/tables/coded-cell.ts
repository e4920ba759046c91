import type { CellDoubt, CellKind } from '../read-table'

const KINDS: readonly (readonly [string, CellKind])[] = [
  ['t', 'text'],
  ['n', 'number'],
  ['d', 'date'],
  ['b', 'boolean'],
  ['e', 'error'],
  ['z', 'blank'],
]
const DOUBTS: readonly (readonly [string, CellDoubt])[] = [
  ['L', 'digitsLost'],
  ['N', 'noSuchDay'],
]

const codeOfKind = new Map(KINDS.map(([code, kind]) => [kind, code]))
const codeOfDoubt = new Map(DOUBTS.map(([code, doubt]) => [doubt, code]))
const kindOfCode = new Map(KINDS)
const doubtOfCode = new Map(DOUBTS)

/** Kind and doubt in one or two letters. */
export const codeOf = (kind: CellKind, doubt: CellDoubt | null): string =>
  (codeOfKind.get(kind) ?? 'z') + (doubt === null ? '' : (codeOfDoubt.get(doubt) ?? ''))

export const kindOf = (code: string): CellKind => kindOfCode.get(code[0] ?? '') ?? 'blank'

export const doubtOf = (code: string): CellDoubt | null => doubtOfCode.get(code[1] ?? '') ?? null
