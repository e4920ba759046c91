import type { CellContent } from '@/lib/entry/content'
import { isContent } from '@/lib/entry/kept'
import type { RegisterStanding } from '@/lib/rules/register-standing'

/** What the server says of a register as a whole. */
export interface Told {
  readonly standing: RegisterStanding
  /** What the cell beside the register says; null if it was never filled in. */
  readonly declaration: { readonly content: CellContent; readonly version: number } | null
}

/** Whether an unknown value, as it came over the wire, is that. */
export function isTold(value: unknown): value is Told {
  if (typeof value !== 'object' || value === null || !('standing' in value) || !('declaration' in value)) {
    return false
  }
  const { standing, declaration } = value
  return (
    (declaration === null || isDeclaration(declaration)) &&
    typeof standing === 'object' &&
    standing !== null &&
    'total' in standing &&
    typeof standing.total === 'number' &&
    'fresh' in standing &&
    typeof standing.fresh === 'number' &&
    'rows' in standing &&
    typeof standing.rows === 'object' &&
    standing.rows !== null
  )
}

const isDeclaration = (value: unknown): value is NonNullable<Told['declaration']> =>
  typeof value === 'object' &&
  value !== null &&
  'content' in value &&
  isContent(value.content) &&
  'version' in value &&
  typeof value.version === 'number'
