import { quarterOfDate, ratio, toDecimalString, type Quarter } from '@/lib/values'
import { fundSources, type FundSource } from './plan-task'

/** What of an entry of a city's ledger counts: reversals have amounts below zero. */
export interface CountedEntry {
  readonly kind: 'receipt' | 'spending'
  readonly source: FundSource
  readonly yuan: bigint
}

/** The money of one source, in yuan. */
export interface SourceBalance {
  readonly source: FundSource
  readonly received: bigint
  readonly spent: bigint
  readonly balance: bigint
  /** 执行率: spent ÷ received, exact; null where nothing was received. */
  readonly rate: string | null
}

/** Received, spent and left of each source: central, local and social money are never added together. */
export function fundBalances(entries: readonly CountedEntry[]): SourceBalance[] {
  return fundSources.map((source) => {
    const sum = (kind: CountedEntry['kind']): bigint =>
      entries.reduce(
        (all, each) => (each.source === source && each.kind === kind ? all + each.yuan : all),
        0n,
      )
    const [received, spent] = [sum('receipt'), sum('spending')]
    return {
      source,
      received,
      spent,
      balance: received - spent,
      rate: received > 0n ? toDecimalString(ratio(spent, received)) : null,
    }
  })
}

/** What was spent in each quarter of each source, earliest first; quarters in which nothing was spent are left out. */
export function spendingByQuarter(
  entries: readonly (CountedEntry & { readonly onDay: string })[],
): { readonly quarter: Quarter; readonly spent: Readonly<Record<FundSource, bigint>> }[] {
  const quarters = new Map<Quarter, Record<FundSource, bigint>>()
  for (const { kind, source, yuan, onDay } of entries) {
    if (kind !== 'spending') continue
    const quarter = quarterOfDate(new Date(`${onDay}T12:00:00+08:00`))
    const spent = quarters.get(quarter) ?? { central: 0n, local: 0n, social: 0n }
    quarters.set(quarter, { ...spent, [source]: spent[source] + yuan })
  }
  return [...quarters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, spent]) => ({ quarter, spent }))
}
