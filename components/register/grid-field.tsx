'use client'

import { useWords } from '@/components/ui/locale-provider'
import { LEVELS, type RowField } from '@/lib/entry/row-content'
import { register } from '@/lib/i18n/words/register'

/** The name of a cell's control, by which keys find their way and messages their control. */
export const fieldId = (row: string, field: RowField): string => `row-${row}-${field}`

const LONG: Readonly<Record<RowField, number>> = {
  name: 400,
  creditCode: 60,
  noCodeReason: 400,
  countedOn: 40,
  level: 20,
  evidence: 2000,
  note: 2000,
}

const LOOK =
  'block min-h-8 w-full bg-transparent px-2 py-1 -outline-offset-2 aria-invalid:bg-danger-wash focus:bg-paper max-sm:border max-sm:border-edge'

/** The name of what is said to be wrong with a cell. */
export const errorId = (row: string, field: RowField): string => `${fieldId(row, field)}-error`

/** One cell of the grid: its control. What is wrong with it stands under the row. */
export function GridField({
  rowKey,
  field,
  label,
  text,
  isWrong,
  suggestions,
  onType,
}: {
  rowKey: string
  field: RowField
  label: string
  text: string
  isWrong: boolean
  /** The id of a list of likely texts. */
  suggestions?: string
  onType: (text: string) => void
}) {
  const { grid, level } = useWords(register)
  const common = {
    id: fieldId(rowKey, field),
    'aria-label': label,
    'aria-invalid': isWrong ? (true as const) : undefined,
    'aria-describedby': isWrong ? errorId(rowKey, field) : undefined,
    'data-field': field,
    value: text,
  }
  if (field === 'level') {
    return (
      <select
        className={LOOK}
        {...common}
        onChange={(event) => {
          onType(event.target.value)
        }}
      >
        <option value="">{grid.chooseLevel}</option>
        {LEVELS.map((each) => (
          <option key={each} value={each}>
            {level[each]}
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
      maxLength={LONG[field]}
      list={suggestions}
      placeholder={field === 'countedOn' ? grid.dateHint : undefined}
      className={`${LOOK} ${field === 'creditCode' ? 'font-mono' : ''} placeholder:text-transparent focus:placeholder:text-muted`}
      {...common}
      onChange={(event) => {
        onType(event.target.value)
      }}
    />
  )
}
