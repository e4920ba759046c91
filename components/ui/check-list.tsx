import type { ReactNode } from 'react'
import { Checkbox } from './field'

/** Boxes of which any may be ticked, in a frame that scrolls where there are very many. */
export function CheckList({
  name,
  label,
  legend = label,
  hint,
  options,
  chosen = [],
}: {
  name: string
  /** What is listed, for those who come to the frame with the keyboard. */
  label: string
  /** What stands above; the label where nothing else is said. */
  legend?: ReactNode
  hint?: string
  options: readonly (readonly [value: string, text: string])[]
  chosen?: readonly string[]
}) {
  return (
    <fieldset className="mt-2">
      <legend className="text-sm text-muted">{legend}</legend>
      {hint !== undefined && <p className="text-sm text-muted">{hint}</p>}
      <div
        className="flex max-h-60 flex-wrap gap-x-6 overflow-y-auto"
        role="group"
        aria-label={label}
        tabIndex={0}
      >
        {options.map(([value, text]) => (
          <Checkbox
            key={value}
            name={name}
            value={value}
            label={text}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
