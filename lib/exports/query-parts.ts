import { grouped } from '@/lib/values'

/** A query as a page receives it: what occurs several times is a list. */
export function queryParts(query: string): Record<string, string | string[]> {
  return Object.fromEntries(
    [...grouped([...new URLSearchParams(query)], ([name]) => name)].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}
