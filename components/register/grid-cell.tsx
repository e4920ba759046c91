'use client'

import type { RowField } from '@/lib/notice/register-columns'
import { HeardInput, HeardSelect } from '@/components/ui/heard-controls'
import { useLocale } from '@/components/ui/locale-provider'
import { shownIn, type Column } from './columns'

/** The name of the control in the cell where a person is, by which messages find their control. */
const fieldId = (row: string, field: RowField): string => `row-${row}-${field}`

/** The name of what is said to be wrong with a cell. */
export const errorId = (row: string, field: RowField): string => `${fieldId(row, field)}-error`

const LOOK =
  'block h-8 w-full bg-paper px-2 font-[inherit] outline-2 -outline-offset-2 outline-edge focus:outline-focus aria-invalid:bg-danger-wash'

/** The control of the one cell where a person is: always there, so that input methods work from the first sign on. */
export function GridCell({
  rowKey,
  column,
  label,
  text,
  isWrong,
  suggestions,
  choose,
  onType,
}: {
  rowKey: string
  column: Column
  label: string
  text: string
  isWrong: boolean
  /** The id of a list of likely texts. */
  suggestions?: string
  /** The choice of nothing. */
  choose: string
  onType: (text: string) => void
}) {
  const locale = useLocale()
  const { field, kind, choices } = column
  const common = {
    id: fieldId(rowKey, field),
    'aria-label': label,
    'aria-invalid': isWrong ? (true as const) : undefined,
    'aria-describedby': isWrong ? errorId(rowKey, field) : undefined,
    value: text,
  }
  if (kind === 'choice') {
    return (
      <HeardSelect
        className={LOOK}
        {...common}
        onChange={(event) => {
          onType(event.target.value)
        }}
      >
        <option value="">{choose}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {shownIn(locale, column, choice)}
          </option>
        ))}
      </HeardSelect>
    )
  }
  return (
    <HeardInput
      type="text"
      spellCheck={false}
      maxLength={column.longest * 2}
      list={suggestions}
      placeholder={column.help}
      className={`${LOOK} ${kind === 'creditCode' ? 'font-mono' : ''} placeholder:text-muted`}
      {...common}
      onChange={(event) => {
        onType(event.target.value)
      }}
    />
  )
}
