import { clause } from './clauses'
import type { Indicator } from './indicators'

/** The words of a clause that fix a floor, with what stands before and after them. */
export interface Passage {
  readonly before: string
  readonly floor: string
  readonly after: string
}

/** Where in its clause a result's floor stands, in the Chinese wording; null for results without one. */
export function passageOf(indicator: Indicator): Passage | null {
  if (indicator.kind === 'qualitative') return null
  const { zh } = clause(indicator.clause)
  const number = indicator.kind === 'growth' ? `${indicator.floor}%` : `${indicator.floor}${indicator.unit}`
  const parts = zh.split(/(?<=[；，。])/)
  const index = parts.findIndex((part) => new RegExp(`(?<!\\d)${number}`).test(part))
  const found = parts[index]
  if (found === undefined) return null
  const bare = found.replace(/[；，。]$/, '')
  const before = parts.slice(0, index).join('')
  return { before, floor: bare, after: zh.slice(before.length + bare.length) }
}
