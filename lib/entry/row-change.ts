import { ROW_FIELDS, type RowField } from '@/lib/notice/register-columns'

interface RowOrigin {
  readonly proposal: string
  readonly fileName: string
  readonly sheet: string
  readonly cell: string
}

/** One change of a row, as its history tells it. */
export interface RowChange {
  /** Of the row, from 1. */
  readonly version: number
  /** Of the report in hand when it was made. */
  readonly reportVersion: number
  readonly by: string
  /** ISO instant. */
  readonly at: string
  readonly deed: 'added' | 'changed' | 'removed' | 'restored'
  /** Why it was withdrawn with this change; '' where it was not. */
  readonly reason: string
  /** Where it stands in the file that brought it; null where it was typed. */
  readonly origin: RowOrigin | null
  /** What differs from the change before; everything that was filled in when the row was added. */
  readonly fields: readonly { readonly field: RowField; readonly before: string; readonly after: string }[]
}

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Reads a history as it came over the wire; null for whatever is none. */
export function readRowChanges(body: unknown): readonly RowChange[] | null {
  if (!isJson(body) || !Array.isArray(body.changes)) return null
  return body.changes.every(isRowChange) ? body.changes : null
}

const ORIGIN = ['proposal', 'fileName', 'sheet', 'cell']
const DEEDS = ['added', 'changed', 'removed', 'restored']

const isRowChange = (value: unknown): value is RowChange =>
  isJson(value) &&
  typeof value.version === 'number' &&
  typeof value.reportVersion === 'number' &&
  typeof value.by === 'string' &&
  typeof value.at === 'string' &&
  typeof value.reason === 'string' &&
  (value.origin === null ||
    (isJson(value.origin) &&
      ORIGIN.every((field) => isJson(value.origin) && typeof value.origin[field] === 'string'))) &&
  DEEDS.some((deed) => deed === value.deed) &&
  Array.isArray(value.fields) &&
  value.fields.every(
    (each: unknown) =>
      isJson(each) &&
      ROW_FIELDS.some((field) => field === each.field) &&
      typeof each.before === 'string' &&
      typeof each.after === 'string',
  )
