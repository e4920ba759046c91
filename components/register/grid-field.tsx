'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { choiceText } from '@/lib/i18n/register-text'
import { register } from '@/lib/i18n/words/register'
import type { RowField } from '@/lib/notice/register-columns'
import type { Column } from './columns'

/** The name of a cell's control, by which keys find their way and messages their control. */
export const fieldId = (row: string, field: RowField): string => `row-${row}-${field}`

const LOOK =
  'block min-h-8 w-full bg-transparent px-2 py-1 -outline-offset-2 aria-invalid:bg-danger-wash focus:bg-paper max-sm:border max-sm:border-edge'

/** The name of what is said to be wrong with a cell. */
export const errorId = (row: string, field: RowField): string => `${fieldId(row, field)}-error`

/** One cell of the grid: its control. What is wrong with it stands under the row. */
export function GridField({
  rowKey,
  column,
  label,
  text,
  isWrong,
  suggestions,
  onType,
}: {
  rowKey: string
  column: Column
  label: string
  text: string
  isWrong: boolean
  /** The id of a list of likely texts. */
  suggestions?: string
  onType: (text: string) => void
}) {
  const locale = useLocale()
  const { grid } = useWords(register)
  const { field, kind, choices, longest, help } = column
  const common = {
    id: fieldId(rowKey, field),
    'aria-label': label,
    'aria-invalid': isWrong ? (true as const) : undefined,
    'aria-describedby': isWrong ? errorId(rowKey, field) : undefined,
    'data-field': field,
    value: text,
  }
  if (kind === 'choice') {
    return (
      <select
        className={LOOK}
        {...common}
        onChange={(event) => {
          onType(event.target.value)
        }}
      >
        <option value="">{grid.choose}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {choiceText(locale, each)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      maxLength={longest * 2}
      list={suggestions}
      placeholder={kind === 'day' ? grid.dateHint : undefined}
      title={help}
      className={`${LOOK} ${kind === 'creditCode' ? 'font-mono' : kind === 'amount' || kind === 'whole' ? 'text-right tabular-nums' : ''} placeholder:text-transparent focus:placeholder:text-muted`}
      {...common}
      onChange={(event) => {
        onType(event.target.value)
      }}
    />
  )
}
