import type { CellContent } from '@/lib/entry/content'
import type { RowContent } from '@/lib/entry/row-content'
import type { IndicatorCode, RegisterCode } from '@/lib/notice'
import type { Cell, Part } from '@/lib/store/cells'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { Period, RefusalNote } from '@/lib/values'
import type { Place, Remark } from './reading'

/** What a file makes of a cell or a row. */
export type Change = 'new' | 'changed' | 'unchanged'

/** What stands and what a file makes of it. */
export interface Compared extends Place {
  readonly change: Change
  readonly remarks: readonly Remark[]
  /** Who changed it in the portal after the workbook was downloaded, and when (ISO). */
  readonly newer: { readonly by: string; readonly at: string } | null
  /** Why it cannot be taken. */
  readonly blocked: RefusalNote | null
}

/** One cell of the report: what the portal has and what the file makes of it. */
export interface FigureDifference extends Compared {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly was: CellContent
  readonly becomes: CellContent
  /** The version that stands; 0 where nothing was ever saved. */
  readonly version: number
}

/** One row of a register. */
export interface RowDifference extends Compared {
  readonly indicator: RegisterCode
  /** Null for a row that is new. */
  readonly id: string | null
  readonly was: RowContent | null
  readonly becomes: RowContent
  /** Why the row was withdrawn, which a file does not change; '' where it was not. */
  readonly withdrawn: string
  readonly version: number
}

/** A row of the portal that a file's sheet of its register does not have. */
export interface LackingRow {
  readonly indicator: RegisterCode
  readonly id: string
  readonly version: number
  readonly content: RowContent
}

/** What a file would make of the report as it stands. */
export interface Differences {
  readonly figures: readonly FigureDifference[]
  readonly rows: readonly RowDifference[]
  /** Rows that may be changed and that the file's registers do not have: they stay, unless somebody says otherwise. */
  readonly lacking: readonly LackingRow[]
}

/** The working copy that a file is compared with. */
export interface Standing {
  readonly period: Period
  readonly cells: readonly Cell[]
  /** Removed ones included. */
  readonly rows: readonly RegisterRow[]
  /** What may be edited now. */
  readonly scope: readonly IndicatorCode[] | 'all'
  /** Rows that were given back by themselves, in registers outside the scope. */
  readonly returnedRows: readonly { readonly indicator: IndicatorCode; readonly id: string }[]
}
