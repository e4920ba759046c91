import { REFUSAL_CODES, type RefusalNote } from '@/lib/values'
import type { CellText } from './content'
import type { CellAnswer, Saved } from './cell'
import { isContent } from './kept'

/** A cell as it is sent. */
export interface Edit extends CellText {
  readonly indicator: string
  readonly part: string
  readonly baseVersion: number
}

/** What came of sending. Only `answered` means that the server has decided on the cells. */
export type SendAnswer =
  | {
      readonly kind: 'answered'
      readonly cells: ReadonlyMap<string, CellAnswer>
      readonly asked: number
      readonly answered: number
    }
  | Undecided

/** Why the server decided on nothing of what was sent. */
export type Undecided =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'otherAccount' }
  /** The report as a whole: certified meanwhile, locked, not open. */
  | { readonly kind: 'closed'; readonly refusal: RefusalNote }

type Json = Readonly<Record<string, unknown>>

/** Whether a value is a record or a list, of which nothing else is known. */
export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/**
 * What the server decided. Whatever is not an answer of the portal (a proxy's page, a restart, half a body) counts as
 * offline: what was sent stays queued.
 */
export function readDecided(
  status: number,
  body: unknown,
): { readonly kind: 'decided'; readonly body: Json } | Undecided {
  if (status === 401) return { kind: 'signedOut' }
  if (status === 403 || status === 404) return { kind: 'otherAccount' }
  if (!isJson(body)) return { kind: 'offline' }
  if (status === 200) return { kind: 'decided', body }
  return (status === 400 || status === 409) && isJson(body.refusal)
    ? { kind: 'closed', refusal: readRefusal(body.refusal, 'formWrong') }
    : { kind: 'offline' }
}

/** Reads what the server says of the cells that were sent. */
export function readAnswer(status: number, body: unknown): SendAnswer {
  const read = readDecided(status, body)
  if (read.kind !== 'decided') return read
  const { outcomes, asked, answered } = read.body
  if (!Array.isArray(outcomes) || typeof asked !== 'number' || typeof answered !== 'number')
    return { kind: 'offline' }
  const cells = new Map(outcomes.map(readOutcome).filter((each) => each !== undefined))
  return { kind: 'answered', cells, asked, answered }
}

function readOutcome(value: unknown): [string, CellAnswer] | undefined {
  if (!isJson(value) || typeof value.indicator !== 'string' || typeof value.part !== 'string')
    return undefined
  const key = `${value.indicator}/${value.part}`
  if (value.outcome === 'refused') {
    return [key, { outcome: 'refused', refusal: readRefusal(value.refusal, 'contentWrong') }]
  }
  const saved = readCell(value.outcome === 'saved' ? value.cell : value.theirs)
  if (saved === undefined) return undefined
  return [
    key,
    value.outcome === 'saved' ? { outcome: 'saved', saved } : { outcome: 'conflict', theirs: saved },
  ]
}

function readCell(value: unknown): Saved | undefined {
  if (!isJson(value) || !isContent(value.content) || typeof value.version !== 'number') return undefined
  return {
    content: value.content,
    version: value.version,
    by: typeof value.changedByName === 'string' ? value.changedByName : null,
    at: typeof value.changedAt === 'string' ? value.changedAt : null,
  }
}

/** A code this page does not know (the portal was renewed meanwhile) becomes the general one. */
export function readRefusal(value: unknown, otherwise: RefusalNote['code']): RefusalNote {
  const { code, detail } = isJson(value) ? value : {}
  return {
    code: REFUSAL_CODES.find((each) => each === code) ?? otherwise,
    detail: Object.fromEntries(
      Object.entries(isJson(detail) ? detail : {}).map(([name, each]) => [name, String(each)]),
    ),
  }
}

/** When the server last confirmed a save among these answers: ISO instant. */
export function lastSave(cells: ReadonlyMap<string, CellAnswer>): string | null {
  const times = [...cells.values()].flatMap((one) => (one.outcome === 'saved' ? (one.saved.at ?? []) : []))
  return times.sort().at(-1) ?? null
}
