import type { Saved, Typed } from './cell'
import type { CellContent, Source } from './content'

/** Whose drafts of which report: no other account, city or period ever sees them. */
export interface KeptScope {
  readonly account: string
  readonly city: string
  readonly period: string
}

/** A draft as it is kept in the browser, so that neither a reload nor an expired session nor a power cut loses it. */
export interface Kept {
  readonly typed: Typed
  readonly base: Saved
  readonly sent: readonly CellContent[]
  /** The version of the report it was typed for; null once it was shown as a proposal, and of drafts that do not say. */
  readonly report: number | null
}

/** The beginning of the names under which the drafts of one report are kept; the key of the cell follows. */
export const keptPrefix = ({ account, city, period }: KeptScope): string =>
  `chengji/draft/1/${account}/${city}/${period}/`

/** A draft as text. */
export const writeKept = ({ typed, base, sent, report }: Kept): string =>
  JSON.stringify({ typed, base, sent, report })

/** A draft read back; undefined for whatever else stands there, since anything can be in a browser's storage. */
export function readKept(text: string): Kept | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || !isTyped(value.typed) || !isSaved(value.base)) return undefined
  const sent = Array.isArray(value.sent) ? value.sent.filter(isContent) : []
  const report = typeof value.report === 'number' ? value.report : null
  return { typed: value.typed, base: value.base, sent, report }
}

const STATES: readonly unknown[] = [
  'figure',
  'blank',
  'notApplicable',
  'notYetAvailable',
  'narrative',
] satisfies CellContent['state'][]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isTyped = (value: unknown): value is Typed =>
  isRecord(value) &&
  STATES.includes(value.state) &&
  [value.text, value.reason, value.expectedOn].every((each) => typeof each === 'string') &&
  (value.source === undefined || isSource(value.source))

const isSource = (value: unknown): value is Source =>
  isRecord(value) && typeof value.office === 'string' && typeof value.document === 'string'

/** Whether an unknown value is the content of a cell. */
export function isContent(value: unknown): value is CellContent {
  if (!isRecord(value) || !(value.source === undefined || isSource(value.source))) return false
  switch (value.state) {
    case 'blank':
      return true
    case 'figure':
      return typeof value.value === 'string' && /^\d+(\.\d+)?$/.test(value.value)
    case 'narrative':
      return typeof value.narrative === 'string'
    case 'notApplicable':
      return typeof value.reason === 'string'
    case 'notYetAvailable':
      return typeof value.reason === 'string' && typeof value.expectedOn === 'string'
    default:
      return false
  }
}

/** Whether an unknown value is a saved state of a cell. */
const isSaved = (value: unknown): value is Saved =>
  isRecord(value) &&
  isContent(value.content) &&
  Number.isSafeInteger(value.version) &&
  [value.by, value.at].every((each) => each === null || typeof each === 'string')
