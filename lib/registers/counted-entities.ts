import type { CountedEntity } from '@/lib/rules/count-history'
import { parseQuarter, type Quarter, type Query } from '@/lib/values'

/** So many entities stand on one page. */
const ENTITIES_A_PAGE = 200

/** Which entities of a count are wanted: all, those that count, those that do not, or those that somebody else claims too. */
export type EntityState = 'all' | 'counted' | 'uncounted' | 'elsewhere'
export const ENTITY_STATES: readonly EntityState[] = ['all', 'counted', 'uncounted', 'elsewhere']

/** What a count, opened, is asked for: the whole of it lies in the address. */
export interface EntityQuestion {
  /** Part of a name, as any row has it, or of a credit code; '' for all. */
  readonly text: string
  readonly state: EntityState
  /** Those that began to count in this quarter. */
  readonly since: Quarter | null
  /** From 1. */
  readonly page: number
}

/** Reads the question of an address; what is not understood is left at its default. */
export function entityQuestionOf(asked: Query): EntityQuestion {
  const text = (name: string): string => {
    const value = asked[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    text: text('q').slice(0, 60),
    state: ENTITY_STATES.find((state) => state === text('state')) ?? 'all',
    since: parseQuarter(text('since')) ?? null,
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/** A page of the entities that were asked for, each with its number among all of the count. */
export interface EntityPage {
  readonly entities: readonly (CountedEntity & { readonly number: number })[]
  /** How many there are on all pages. */
  readonly found: number
  readonly page: number
  readonly pages: number
}

/** Finds the entities of a count that are asked for. */
export function countedEntities(
  all: readonly CountedEntity[],
  { text, state, since, page }: EntityQuestion,
): EntityPage {
  const wanted = plain(text)
  const found = all
    .map((entity, i) => ({ ...entity, number: i + 1 }))
    .filter((entity) => since === null || entity.since === since)
    .filter((entity) => isIn(entity, state))
    .filter(
      ({ identity, sources }) =>
        plain(identity).includes(wanted) || sources.some(({ name }) => plain(name).includes(wanted)),
    )
  const pages = Math.max(1, Math.ceil(found.length / ENTITIES_A_PAGE))
  const shown = Math.min(page, pages)
  const from = (shown - 1) * ENTITIES_A_PAGE
  return { entities: found.slice(from, from + ENTITIES_A_PAGE), found: found.length, page: shown, pages }
}

function isIn({ since, case: claimed }: CountedEntity, state: EntityState): boolean {
  if (state === 'all') return true
  return state === 'elsewhere' ? claimed !== null : (since !== null) === (state === 'counted')
}

/** As people look for a name: without width, case and spaces. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
