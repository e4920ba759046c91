import { Select } from './field'

/** One choice of a form, with its name above. */
export function Choice({
  name,
  label,
  chosen,
  options,
}: {
  name: string
  label: string
  chosen: string
  options: readonly (readonly [value: string, text: string])[]
}) {
  return (
    <label>
      <span className="block text-sm text-muted">{label}</span>
      <Select name={name} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </label>
  )
}
