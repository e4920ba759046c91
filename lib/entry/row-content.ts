import {
  DETAIL_FIELDS,
  LEVELS,
  ROW_FIELDS,
  type CoreField,
  type DetailField,
  type Level,
  type RegisterColumn,
  type RowField,
} from '@/lib/notice/register-columns'
import {
  cleanLine,
  parseCreditCode,
  parseDecimal,
  toDecimalString,
  type CreditCodeRefusal,
  type RefusalNote,
  type Result,
} from '@/lib/values'
import { isCalendarDate } from './content'

/** What only some registers ask: a day as `2022-09-30`, a choice as its code, numbers as plain decimals; never empty. */
export type RowDetails = Readonly<Partial<Record<DetailField, string>>>

/** What a register row says. Exactly one of `creditCode` and `noCodeReason` is there. */
export interface RowContent {
  readonly name: string
  readonly creditCode: string | null
  readonly noCodeReason: string | null
  /** The day the entity began to count, `2022-09-30`. */
  readonly countedOn: string
  /** For operation centres. */
  readonly level: Level | null
  readonly details: RowDetails
  readonly evidence: string
  readonly note: string
}

/** A register row as a person fills it in. */
export type RowText = Readonly<Record<RowField, string>>

/** A row as it is sent: what a register does not ask may be left out. */
export type SentText = Readonly<Record<CoreField, string> & Partial<Record<RowField, string>>>

export const EMPTY_ROW = Object.fromEntries(ROW_FIELDS.map((field) => [field, ''])) as RowText

export type RowRefusal =
  | (RefusalNote & { readonly field: RowField })
  | {
      readonly code: 'creditCodeUnreadable'
      readonly field: 'creditCode'
      readonly creditCode: CreditCodeRefusal
    }

/** What a register asks of its rows. */
export interface RowRules {
  /** Its columns; any other field must be empty. */
  readonly columns: readonly RegisterColumn[]
  /** The last day that may count, `2022-09-30`. */
  readonly lastDay: string
}

const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text)

type Refuse = (field: RowField, code: RefusalNote['code'], detail?: RefusalNote['detail']) => void

/**
 * Reads a row, or says everything that is wrong with it. The grid reads with it when a person leaves a row, the server
 * when it saves: what one accepts the other does.
 */
export function readRow(rules: RowRules, row: RowText): Result<RowContent, readonly RowRefusal[]> {
  const refusals: RowRefusal[] = []
  const refuse: Refuse = (field, code, detail = {}) => void refusals.push({ field, code, detail })
  const read: Record<RowField, string> = { ...EMPTY_ROW }
  for (const asked of rules.columns) read[asked.field] = readField(asked, row[asked.field], rules, refuse)
  for (const field of ROW_FIELDS) {
    if (row[field] === '' || rules.columns.some((asked) => asked.field === field)) continue
    if (cleanLine(row[field]) !== '') refuse(field, 'fieldNotAsked', { got: cleanLine(row[field]) })
  }

  let creditCode: string | null = null
  if (cleanLine(row.creditCode) !== '') {
    const code = parseCreditCode(row.creditCode)
    if (code.ok) creditCode = code.value
    else refusals.push({ field: 'creditCode', code: 'creditCodeUnreadable', creditCode: code.error })
    if (read.noCodeReason !== '') refuse('noCodeReason', 'identityWrong')
  } else if (read.noCodeReason === '') refuse('creditCode', 'identityWrong')

  if (read.validFrom !== '' && read.validTo !== '' && read.validTo < read.validFrom) {
    refuse('validTo', 'validityWrong', { got: read.validTo, from: read.validFrom })
  }
  if (refusals.length > 0) {
    const order = (refusal: RowRefusal): number => ROW_FIELDS.indexOf(refusal.field)
    return { ok: false, error: refusals.toSorted((a, b) => order(a) - order(b)) }
  }
  return {
    ok: true,
    value: {
      name: read.name,
      creditCode,
      noCodeReason: creditCode === null ? read.noCodeReason : null,
      countedOn: read.countedOn,
      level: isLevel(read.level) ? read.level : null,
      details: Object.fromEntries(
        DETAIL_FIELDS.filter((field) => read[field] !== '').map((field) => [field, read[field]]),
      ),
      evidence: read.evidence,
      note: read.note,
    },
  }
}

/** Reads one field as it is kept; says what is wrong with it. The credit code is read by itself. */
function readField(asked: RegisterColumn, text: string, rules: RowRules, refuse: Refuse): string {
  // Asked for one by one: to take a column apart costs more than to read it, and a file has thousands of rows.
  const { field, kind } = asked
  if (kind === 'creditCode') return ''
  const line = cleanLine(text)
  if (line === '') {
    if (field === 'name') refuse(field, 'nameMissing')
    else if (kind === 'day' && asked.required === 'row')
      refuse(field, 'dateWrong', { got: '', latest: rules.lastDay })
    else if (kind === 'choice' && asked.required === 'row') refuse(field, 'choiceWrong', { got: '' })
    return ''
  }
  if (line.length > asked.longest) {
    refuse(field, 'tooLong', { limit: String(asked.longest), got: String(line.length) })
    return line
  }
  switch (kind) {
    case 'day': {
      const day = readDay(text)
      // What a document is valid until may lie ahead; what counts may not.
      const latest = field === 'countedOn' ? rules.lastDay : '9999-12-31'
      if (!isCalendarDate(day) || day > latest) {
        refuse(field, 'dateWrong', { got: text.trim(), ...(field === 'countedOn' ? { latest } : {}) })
      }
      return day
    }
    case 'choice':
      if (!asked.choices.some((each) => each === line)) {
        refuse(field, 'choiceWrong', { got: line })
      }
      return line
    case 'amount':
    case 'whole': {
      const number = readNumber(line, kind === 'amount' ? 6 : 0)
      if (number === null) refuse(field, kind === 'amount' ? 'amountWrong' : 'wholeWrong', { got: line })
      return number ?? line
    }
    default:
      return line
  }
}

/** A number as people write it: full-width digits and separators of thousands are taken; null for anything else. */
function readNumber(text: string, places: number): string | null {
  const plain = text.normalize('NFKC').replace(/[,\s](?=\d{3}(?:\D|$))/g, '')
  const fits = new RegExp(`^\\d{1,18}${places > 0 ? `(?:\\.\\d{1,${places}})?` : ''}$`)
  const value = fits.test(plain) ? parseDecimal(plain) : undefined
  return value === undefined ? null : toDecimalString(value)
}

/**
 * A day as people write it and as spreadsheets give it away: 2022-9-30, 2022/9/30, 2022.09.30, 20220930, 2022年9月30日,
 * with or without an hour. What is none of these comes back as it was.
 */
export function readDay(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const typed = text.slice(0, 60).normalize('NFKC').trim()
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T][\d:.]+)?$/.exec(typed) ??
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (parts === null) return spokenDay(typed)
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 15 Nov 2022, as the portal itself writes it in English; every other text comes back as it is. */
function spokenDay(typed: string): string {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(typed) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  return month === 0 ? typed : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The controls that show a row. */
export function rowText(content: RowContent): RowText {
  return {
    ...EMPTY_ROW,
    ...content.details,
    name: content.name,
    creditCode: content.creditCode ?? '',
    noCodeReason: content.noCodeReason ?? '',
    countedOn: content.countedOn,
    level: content.level ?? '',
    evidence: content.evidence,
    note: content.note,
  }
}

/** What the control of one field shows, without a thought for the others. */
export function fieldContent(content: RowContent, field: RowField): string {
  switch (field) {
    case 'name':
    case 'countedOn':
    case 'evidence':
    case 'note':
      return content[field]
    case 'creditCode':
    case 'noCodeReason':
    case 'level':
      return content[field] ?? ''
    default:
      return content.details[field] ?? ''
  }
}

/** Whether two rows, as typed, say the same. */
export const sameText = (a: RowText, b: RowText): boolean =>
  ROW_FIELDS.every((field) => a[field] === b[field])

/** Whether two rows, as read, say the same. */
export const sameRow = (a: RowContent, b: RowContent): boolean => sameText(rowText(a), rowText(b))
