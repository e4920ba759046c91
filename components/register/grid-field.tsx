'use client'

import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { LEVELS, type RowField, type RowRefusal } from '@/lib/entry/row-content'
import { fieldRefusalSentence } from '@/lib/i18n/refusal-sentence'
import { register } from '@/lib/i18n/words/register'
import { likelyCreditCode } from '@/lib/values'

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

/** One cell of the grid: its control, and under it what is wrong with it. */
export function GridField({
  rowKey,
  field,
  label,
  text,
  refusals,
  suggestions,
  onType,
  onCorrect,
}: {
  rowKey: string
  field: RowField
  label: string
  text: string
  refusals: readonly RowRefusal[]
  /** The id of a list of likely texts. */
  suggestions?: string
  onType: (text: string) => void
  /** Types a whole correction and is done with the row. */
  onCorrect: (text: string) => void
}) {
  const locale = useLocale()
  const { grid, level } = useWords(register)
  const id = fieldId(rowKey, field)
  const wrong = refusals.filter((refusal) => refusal.field === field)
  const likely = field === 'creditCode' && wrong.length > 0 ? likelyCreditCode(text) : null
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': wrong.length > 0 ? (true as const) : undefined,
    'aria-describedby': wrong.length > 0 ? `${id}-error` : undefined,
    'data-field': field,
    value: text,
  }
  return (
    <>
      {field === 'level' ? (
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
      ) : (
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
      )}
      {wrong.length > 0 && (
        <div className="px-2 pb-1">
          <FieldError id={`${id}-error`}>
            {wrong.map((refusal) => fieldRefusalSentence(locale, refusal)).join(' ')}
          </FieldError>
          {likely !== null && (
            <Button
              variant="secondary"
              className="mt-1"
              onClick={() => {
                onCorrect(likely)
              }}
            >
              {grid.useSuggestion(likely)}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
