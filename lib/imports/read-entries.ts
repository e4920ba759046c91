import type { ReadRow } from '@/lib/documents/read-table'
import { tableAmount } from '@/lib/entry/headed-fields'
import { saysNone } from '@/lib/entry/pasted-number'
import { EMPTY_ROW, readDay, readRow, type RowText } from '@/lib/entry/row-content'
import { choiceNames, columnNames, usualReason } from '@/lib/i18n/register-text'
import { registerColumns, ROW_FIELDS, type RegisterColumn, type RowField } from '@/lib/notice'
import { rowRules } from '@/lib/registers/row-rules'
import type { Quarter } from '@/lib/values'
import { cellAt, objectionsTo, said, type Objections } from './cell-at'
import type { Problem, ReadEntry, Remark, Skipped, Wrong } from './reading'
import { plainHead, type RegisterHeads } from './table-heads'

/** Reads the lines below the heads of a table as rows of a register, one after the other. */
export interface EntryReader {
  /** The row that a line is; null where it is none, or something is wrong with it. */
  readonly read: (line: ReadRow) => ReadEntry | null
  /** What is said of the table once all its lines were read. */
  readonly end: () => { readonly problems: readonly Problem[]; readonly skipped: readonly Skipped[] }
}

const totals = new Set(columnNames('total').map(plainHead))

export function entryReader(sheet: string, heads: RegisterHeads, period: Quarter): EntryReader {
  const objections = objectionsTo(sheet)
  const asked = registerColumns(heads.register).filter(({ field }) => heads.columns.has(field))
  const choices = choicesOf(asked)
  // A table of what never has a code has no column for it; what a row says is kept in Chinese.
  const isCodeless = !heads.columns.has('creditCode') && !heads.columns.has('noCodeReason')
  const noCodeReason = isCodeless ? usualReason('zh-CN', heads.register) : ''
  const rules = rowRules(heads.register, period)
  let total = 0
  return {
    read: (line) => {
      const { text, remarks, isWrong } = textOf(line, heads, asked, choices, objections)
      if (!isWrong && isEmpty(text)) return null
      if (text.creditCode === '' && totals.has(plainHead(text.name))) {
        total++
        return null
      }
      if (isWrong) return null
      const content = readRow(rules, isCodeless ? { ...text, noCodeReason } : text)
      if (content.ok) {
        const id = cellAt(line, heads.id ?? undefined)?.text.trim() ?? ''
        return {
          indicator: heads.register,
          id: /^[0-9a-f-]{36}$/.test(id) ? id : null,
          content: content.value,
          at: { sheet, cell: line.begins },
          remarks,
        }
      }
      for (const refusal of content.error) {
        const cell = cellAt(line, heads.columns.get(refusal.field))
        objections.object(cell ?? missingAt(sheet, line, heads, refusal.field), wrongOf(refusal))
      }
      return null
    },
    end: () => {
      const skipped: Skipped[] = []
      if (total > 0) skipped.push({ code: 'totals', sheet, count: total })
      if (heads.ignored.length > 0)
        skipped.push({ code: 'columns', sheet, heads: heads.ignored.slice(0, 20) })
      return { problems: objections.problems, skipped }
    },
  }
}

const isEmpty = (text: RowText): boolean => ROW_FIELDS.every((field) => text[field] === '')

type Refused = Extract<ReturnType<typeof readRow>, { ok: false }>['error'][number]

const wrongOf = (refusal: Refused): Wrong =>
  refusal.code === 'creditCodeUnreadable'
    ? { kind: 'creditCode', refusal: refusal.creditCode }
    : { kind: 'rule', refusal: { code: refusal.code, detail: refusal.detail } }

/** Where a value is missing, the cell in which it should stand; the first of the line where there is no such column. */
function missingAt(sheet: string, line: ReadRow, { columns }: RegisterHeads, field: RowField) {
  const column = columns.get(field) ?? columns.get('name') ?? 0
  return { sheet, cell: `${lettersOf(column)}${line.number}` }
}

const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** Columns that take no text as it comes; where no row needs one, a word that says there is none yet (暂无) leaves it open. */
const FORMED: readonly RegisterColumn['kind'][] = ['day', 'choice', 'amount', 'whole']
/** A dash where a code or a reason would stand says that there is none: the row has the other. */
const EITHER: readonly RegisterColumn['kind'][] = ['creditCode', 'reason']

type Choices = ReadonlyMap<RowField, ReadonlyMap<string, string>>

const choicesOf = (asked: readonly RegisterColumn[]): Choices =>
  new Map(
    asked
      .filter(({ kind }) => kind === 'choice')
      .map(({ field, choices }) => [
        field,
        new Map(
          choices.flatMap((choice) =>
            [choice, ...choiceNames(choice)].map((name) => [plainHead(name), choice] as const),
          ),
        ),
      ]),
  )

function textOf(
  line: ReadRow,
  { columns, amountHead }: RegisterHeads,
  asked: readonly RegisterColumn[],
  choices: Choices,
  objections: Objections,
): { readonly text: RowText; readonly remarks: readonly Remark[]; readonly isWrong: boolean } {
  const text: Record<RowField, string> = { ...EMPTY_ROW }
  const remarks: Remark[] = []
  let isWrong = false
  for (const { field, kind, required } of asked) {
    const cell = cellAt(line, columns.get(field))
    if (cell === undefined) continue
    const given = said(cell, objections)
    isWrong ||= given.isWrong
    remarks.push(...given.remarks)
    const mayBeOpen = EITHER.includes(kind) || (required !== 'row' && FORMED.includes(kind))
    if (mayBeOpen && saysNone(given.text)) continue
    if (kind === 'amount') {
      const amount = tableAmount(given.text, amountHead)
      text[field] = amount.text
      remarks.push(...amount.did)
    } else
      text[field] =
        kind === 'day'
          ? readDay(cell.kind === 'date' ? given.text.slice(0, 10) : given.text)
          : kind === 'choice'
            ? (choices.get(field)?.get(plainHead(given.text)) ?? given.text)
            : given.text
  }
  return { text, remarks, isWrong }
}
