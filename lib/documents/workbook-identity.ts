import { isSealed, keyedSeal } from '@/lib/ledger/keyed-seal'
import type { Period } from '@/lib/values'

/** What a workbook says of itself, in a hidden sheet and once more beside the sheets: programs drop now one, now the other. */
export interface WorkbookIdentity {
  readonly template: string
  readonly city: string
  readonly period: string
  /** The version of the report that was being prepared. */
  readonly version: string
  /** ISO instant as of which it was filled in with what the portal had. */
  readonly knownAt: string
  /** Of one that says what was known at a past moment: it is to be read, and is not taken back. */
  readonly use?: string
}

/** The template that is written now. What an older one says is still read: by the heads of its columns. */
export const TEMPLATE = '1'

/** The sheet that bears the identity and the lists to choose from. */
export const IDENTITY_SHEET = 'chengji'

const PREFIX = 'chengji-'
const PURPOSE = 'workbook'
const FIELDS = ['template', 'city', 'period', 'version', 'knownAt', 'use'] as const

/** The identity with its seal, as pairs to be written into the file. */
export function sealedIdentity(
  secret: string,
  identity: WorkbookIdentity & { readonly period: Period },
): Readonly<Record<string, string>> {
  const pairs = FIELDS.flatMap((field): [string, string][] => {
    const said = identity[field]
    return said === undefined ? [] : [[PREFIX + field, said]]
  })
  return { ...Object.fromEntries(pairs), [`${PREFIX}seal`]: keyedSeal(secret, PURPOSE, { ...identity }) }
}

export type ReadIdentity =
  | { readonly found: 'none' }
  /** It says it is ours and is not, or its two places disagree. */
  | { readonly found: 'forged' }
  | { readonly found: 'genuine'; readonly identity: WorkbookIdentity }

/** Reads the identity from the two places where it stands; one genuine place is enough, two that differ are none. */
export function readIdentity(secret: string, places: readonly ReadonlyMap<string, string>[]): ReadIdentity {
  const said = places.filter((place) => place.has(`${PREFIX}seal`))
  if (said.length === 0) return { found: 'none' }
  const read = said.map((place) => {
    const at = (field: string): string => place.get(PREFIX + field) ?? ''
    const use = at('use')
    const identity: WorkbookIdentity = {
      template: at('template'),
      city: at('city'),
      period: at('period'),
      version: at('version'),
      knownAt: at('knownAt'),
      ...(use !== '' && { use }),
    }
    return { identity, isGenuine: isSealed(secret, PURPOSE, { ...identity }, at('seal')) }
  })
  const genuine = read.filter(({ isGenuine }) => isGenuine).map(({ identity }) => identity)
  const [first] = genuine
  const agree = genuine.every((each) => FIELDS.every((field) => each[field] === first?.[field]))
  return first === undefined || !agree ? { found: 'forged' } : { found: 'genuine', identity: first }
}
