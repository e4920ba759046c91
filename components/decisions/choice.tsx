'use client'

import { Field, Select } from '@/components/ui/field'

/** A choice among words. */
export function Choice({
  name,
  label,
  options,
  values,
  fallback,
}: {
  name: string
  label: string
  options: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  fallback?: string
}) {
  return (
    <Field id={name} label={label}>
      {(control) => (
        <Select
          {...control}
          name={name}
          required
          defaultValue={values[name] ?? fallback}
          className="max-w-96"
        >
          {Object.entries(options).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
