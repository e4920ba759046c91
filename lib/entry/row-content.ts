import {
  cleanLine,
  parseCreditCode,
  type CreditCodeRefusal,
  type RefusalNote,
  type Result,
} from '@/lib/values'
import { isCalendarDate } from './content'

export const LEVELS = ['national', 'provincial', 'municipal'] as const
export type Level = (typeof LEVELS)[number]

/** What a register row says. Exactly one of `creditCode` and `noCodeReason` is there. */
export interface RowContent {
  readonly name: string
  readonly creditCode: string | null
  readonly noCodeReason: string | null
  /** The day the entity began to count, `2022-09-30`. */
  readonly countedOn: string
  /** For operation centres. */
  readonly level: Level | null
  readonly evidence: string
  readonly note: string
}

export const ROW_FIELDS = [
  'name',
  'creditCode',
  'noCodeReason',
  'countedOn',
  'level',
  'evidence',
  'note',
] as const
export type RowField = (typeof ROW_FIELDS)[number]

/** A register row as a person fills it in. */
export type RowText = Readonly<Record<RowField, string>>

export const EMPTY_ROW: RowText = {
  name: '',
  creditCode: '',
  noCodeReason: '',
  countedOn: '',
  level: '',
  evidence: '',
  note: '',
}

export type RowRefusal =
  | (RefusalNote & { readonly field: RowField })
  | {
      readonly code: 'creditCodeUnreadable'
      readonly field: 'creditCode'
      readonly creditCode: CreditCodeRefusal
    }

/** What a register asks of its rows. */
export interface RowRules {
  /** Whether rows say a level (产业知识产权运营中心: national, provincial or municipal). */
  readonly asksLevel: boolean
  /** The last day that may count, `2022-09-30`. */
  readonly lastDay: string
}

const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text)

const LENGTHS = { name: 200, noCodeReason: 200, evidence: 1000, note: 1000 } as const

/**
 * Reads a row, or says everything that is wrong with it. The grid reads with it when a person leaves a row, the server
 * when it saves: what one accepts the other does.
 */
export function readRow(
  { asksLevel, lastDay }: RowRules,
  row: RowText,
): Result<RowContent, readonly RowRefusal[]> {
  const refusals: RowRefusal[] = []
  const refuse = (field: RowField, code: RefusalNote['code'], detail: RefusalNote['detail'] = {}) =>
    void refusals.push({ field, code, detail })
  const text = {
    name: cleanLine(row.name),
    noCodeReason: cleanLine(row.noCodeReason),
    evidence: cleanLine(row.evidence),
    note: cleanLine(row.note),
  }
  for (const field of ['name', 'noCodeReason', 'evidence', 'note'] as const) {
    if (text[field].length > LENGTHS[field]) {
      refuse(field, 'tooLong', { limit: String(LENGTHS[field]), got: String(text[field].length) })
    }
  }
  if (text.name === '') refuse('name', 'nameMissing')

  let creditCode: string | null = null
  if (cleanLine(row.creditCode) !== '') {
    const code = parseCreditCode(row.creditCode)
    if (code.ok) creditCode = code.value
    else refusals.push({ field: 'creditCode', code: 'creditCodeUnreadable', creditCode: code.error })
    if (text.noCodeReason !== '') refuse('noCodeReason', 'identityWrong')
  } else if (text.noCodeReason === '') refuse('creditCode', 'identityWrong')

  const countedOn = readDay(row.countedOn)
  if (!isCalendarDate(countedOn) || countedOn > lastDay) {
    refuse('countedOn', 'dateWrong', { got: row.countedOn.trim(), latest: lastDay })
  }

  const level = row.level.trim()
  if (asksLevel ? !isLevel(level) : level !== '') refuse('level', 'levelWrong', { got: level })

  if (refusals.length > 0) return { ok: false, error: refusals }
  return {
    ok: true,
    value: {
      name: text.name,
      creditCode,
      noCodeReason: creditCode === null ? text.noCodeReason : null,
      countedOn,
      level: isLevel(level) ? level : null,
      evidence: text.evidence,
      note: text.note,
    },
  }
}

/**
 * A day as people write it and as spreadsheets give it away: 2022-9-30, 2022/9/30, 2022.09.30, 20220930, 2022年9月30日,
 * with or without an hour. What is none of these comes back as it was.
 */
export function readDay(text: string): string {
  const typed = text.slice(0, 60).normalize('NFKC').trim()
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T][\d:.]+)?$/.exec(typed) ??
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (parts === null) return typed
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The controls that show a row. */
export function rowText(content: RowContent): RowText {
  return {
    name: content.name,
    creditCode: content.creditCode ?? '',
    noCodeReason: content.noCodeReason ?? '',
    countedOn: content.countedOn,
    level: content.level ?? '',
    evidence: content.evidence,
    note: content.note,
  }
}

/** Whether two rows, as typed, say the same. */
export const sameText = (a: RowText, b: RowText): boolean =>
  ROW_FIELDS.every((field) => a[field] === b[field])

/** Whether two rows, as read, say the same. */
export const sameRow = (a: RowContent, b: RowContent): boolean => sameText(rowText(a), rowText(b))
