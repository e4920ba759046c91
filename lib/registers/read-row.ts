import { isCalendarDate } from '@/lib/entry/content'
import type { Indicator } from '@/lib/notice'
import type { Level, RegisterContent } from '@/lib/store/register-rows'
import { parseCreditCode, type CreditCodeRefusal, type RefusalNote, type Result } from '@/lib/values'

/** A register row as a person fills it in. */
export interface RowText {
  readonly name: string
  readonly creditCode: string
  readonly noCodeReason: string
  readonly countedOn: string
  readonly level: string
  readonly evidence: string
  readonly note: string
}

export type RowRefusal =
  | (RefusalNote & { readonly field: keyof RowText })
  | {
      readonly code: 'creditCodeUnreadable'
      readonly field: 'creditCode'
      readonly creditCode: CreditCodeRefusal
    }

const LEVELS: readonly string[] = ['national', 'provincial', 'municipal'] satisfies Level[]
const isLevel = (text: string): text is Level => LEVELS.includes(text)

const LENGTHS = { name: 200, noCodeReason: 200, evidence: 1000, note: 1000 } as const

/** Whether rows of this indicator say a level (产业知识产权运营中心: national, provincial or municipal). */
export const asksLevel = (indicator: Indicator): boolean => indicator.code === 'operation_centres'

/** Reads a row, or says everything that is wrong with it. `lastDay`: the last day that may count, `2022-09-30`. */
export function readRow(
  indicator: Indicator,
  row: RowText,
  lastDay: string,
): Result<RegisterContent, readonly RowRefusal[]> {
  const refusals: RowRefusal[] = []
  const refuse = (field: keyof RowText, code: RefusalNote['code'], detail: RefusalNote['detail'] = {}) =>
    void refusals.push({ field, code, detail })
  const text = {
    name: clean(row.name),
    noCodeReason: clean(row.noCodeReason),
    evidence: clean(row.evidence),
    note: clean(row.note),
  }
  for (const field of ['name', 'noCodeReason', 'evidence', 'note'] as const) {
    if (text[field].length > LENGTHS[field]) {
      refuse(field, 'tooLong', { limit: String(LENGTHS[field]), got: String(text[field].length) })
    }
  }
  if (text.name === '') refuse('name', 'nameMissing')

  let creditCode: string | null = null
  if (clean(row.creditCode) !== '') {
    const code = parseCreditCode(row.creditCode)
    if (code.ok) creditCode = code.value
    else refusals.push({ field: 'creditCode', code: 'creditCodeUnreadable', creditCode: code.error })
    if (text.noCodeReason !== '') refuse('noCodeReason', 'identityWrong')
  } else if (text.noCodeReason === '') refuse('creditCode', 'identityWrong')

  const countedOn = row.countedOn.trim()
  if (!isCalendarDate(countedOn) || countedOn > lastDay)
    refuse('countedOn', 'dateWrong', { got: countedOn, latest: lastDay })

  const level = row.level.trim()
  if (asksLevel(indicator) ? !isLevel(level) : level !== '') refuse('level', 'levelWrong', { got: level })

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

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
