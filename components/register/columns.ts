import { choiceText, spokenColumns } from '@/lib/i18n/register-text'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { RegisterColumn } from '@/lib/notice/register-columns'
import type { Locale } from '@/lib/values'

/** A column of a register as a table shows it. */
export interface Column extends RegisterColumn {
  readonly head: string
  /** What to put in it. */
  readonly help: string
}

/** The columns of a register, in the order in which a person reads them off a document. */
export const columnsOf = (locale: Locale, code: RegisterCode): readonly Column[] =>
  spokenColumns(locale, code)

/** What a cell shows: of a choice its name, of anything else what was typed. */
export const shownIn = (locale: Locale, { kind }: Column, text: string): string =>
  kind === 'choice' ? choiceText(locale, text) : text
