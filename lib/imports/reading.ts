import type { FormulaState } from '@/lib/documents/read-table'
import type { CellText } from '@/lib/entry/content'
import type { Did, PastedRefusalCode } from '@/lib/entry/pasted-number'
import type { RowContent } from '@/lib/entry/row-content'
import type { IndicatorCode, RegisterCode } from '@/lib/notice'
import type { Part } from '@/lib/store/cells'
import type { CreditCodeRefusal, FigureRefusal, RefusalDetail, RefusalNote } from '@/lib/values'

/** Where in a file something stands: sheet and cell as a spreadsheet program names them. */
export interface Place {
  readonly sheet: string
  /** `H12`; of a row of a register the cell where it begins. */
  readonly cell: string
}

/** What only a file can get wrong. */
export type FileProblem =
  /** It says that there is no figure (——, 无): neither a figure nor a reason. */
  | 'saysNone'
  /** A number beside "not applicable" or "not yet available". */
  | 'bothSaid'
  | 'answerUnknown'
  | 'codeUnknown'
  /** An earlier line is for the same result. */
  | 'twice'
  /** A number of more digits than a spreadsheet keeps. */
  | 'digitsLost'
  | 'noSuchDay'
  | 'sheetError'
  /** The row that the file means is not in this register. */
  | 'rowUnknown'
  /** Which register a table is of cannot be told. */
  | 'registerUnclear'
  | `formula.${Exclude<FormulaState, 'verified' | 'unverified'>}`

export type Wrong =
  | { readonly kind: 'file'; readonly code: FileProblem; readonly detail: RefusalDetail }
  | { readonly kind: 'number'; readonly code: PastedRefusalCode }
  | { readonly kind: 'figure'; readonly refusal: FigureRefusal }
  | { readonly kind: 'creditCode'; readonly refusal: CreditCodeRefusal }
  | { readonly kind: 'rule'; readonly refusal: RefusalNote }

/** What is wrong with one cell of a file. */
export interface Problem extends Place {
  /** As it stands there. */
  readonly got: string
  readonly wrong: Wrong
}

/** What a person should know of a value that was read: nothing is wrong with it. */
export type Remark = Did | { readonly code: 'formula'; readonly text: string } | { readonly code: 'repeat' }

/** One cell of a report as a file gives it. What the file leaves blank is null and stays as it is. */
export interface ReadFigure {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly answer: CellText | null
  readonly office: string | null
  readonly document: string | null
  readonly at: Place
  readonly remarks: readonly Remark[]
}

/** One row of a register as a file gives it. */
export interface ReadEntry {
  readonly indicator: RegisterCode
  /** Which row of the portal it is, where the file says so. */
  readonly id: string | null
  readonly content: RowContent
  readonly at: Place
  readonly remarks: readonly Remark[]
}

/** What was left out, and is no error. */
export type Skipped =
  /** A count is counted from its register; the number beside it is not taken. */
  | { readonly code: 'countFromRegister'; readonly at: Place }
  | { readonly code: 'sheet'; readonly name: string }
  | { readonly code: 'lines'; readonly sheet: string; readonly count: number }
  | { readonly code: 'totals'; readonly sheet: string; readonly count: number }
  | { readonly code: 'columns'; readonly sheet: string; readonly heads: readonly string[] }
  | { readonly code: 'hiddenRows'; readonly sheet: string; readonly count: number }
  | { readonly code: 'externalLinks' }

/** Everything a file says about a report, before it is compared with what the portal has. */
export interface Reading {
  /** Ours with its seal, or any table. */
  readonly layout: 'workbook' | 'table'
  /** As of when our workbook was filled in with what the portal had; null for a table. */
  readonly knownAt: string | null
  readonly figures: readonly ReadFigure[]
  readonly rows: readonly ReadEntry[]
  readonly problems: readonly Problem[]
  readonly skipped: readonly Skipped[]
}
