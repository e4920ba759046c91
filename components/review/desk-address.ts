import type { Query } from '@/lib/values'
/** The address of the desk with another comparison or filter; the rest of what was asked for stays. */
export function deskAddress(
  path: string,
  query: Query,
  other: Readonly<Record<string, string | undefined>>,
): string {
  const kept = ['version', 'known', 'against', 'only', 'from', 'then'].flatMap((name): [string, string][] => {
    const value = name in other ? other[name] : query[name]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`
}
