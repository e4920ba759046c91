import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { indicators, isRegisterCode, type RegisterCode } from '@/lib/notice'
import { countDistinct } from '@/lib/rules/count-distinct'
import { markElsewhere } from '@/lib/rules/countable'
import { readOwnCases } from '@/lib/store/cases'
import { readCity, type City } from '@/lib/store/cities'
import { readAcceptedRows } from '@/lib/store/register-rows'
import { readPeriods } from '@/lib/store/periods'
import { begin } from '@/lib/store/work'
import { isQuarter, type Period, type Quarter } from '@/lib/values'

/** One register of a city, by its accepted rows. */
export interface RegisterInShort {
  readonly code: RegisterCode
  readonly entities: number
  readonly rows: number
  /** The latest quarter that brought a row; null where none did. */
  readonly last: Period | null
  /** In how many cases somebody else claims one of its entities too. */
  readonly cases: number
}

export interface RegistersInShort {
  readonly city: City
  readonly now: Date
  /** In the order of the notice. */
  readonly registers: readonly RegisterInShort[]
  /** The latest quarter that may be reported. */
  readonly inHand: Quarter | null
}

/** Every register of a city at a glance. @throws AccessRefused notFound */
export function readRegisters(permit: Permit<'report.read'>): Promise<RegistersInShort> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const rows = await readAcceptedRows(work)
    const cases = await readOwnCases(work)
    const periods = await readPeriods(work)
    const registers = indicators
      .map(({ code }) => code)
      .filter(isRegisterCode)
      .map((code): RegisterInShort => {
        const own = rows.filter(({ indicator }) => indicator === code)
        return {
          code,
          entities: countDistinct(markElsewhere(own, cases)),
          rows: own.length,
          last: own.at(-1)?.period ?? null,
          cases: cases.filter(({ indicator }) => indicator === code).length,
        }
      })
    const inHand = periods
      .filter(({ opensAt }) => opensAt <= work.now)
      .map(({ period }) => period)
      .filter(isQuarter)
      .sort()
      .at(-1)
    return { city, now: work.now, registers, inHand: inHand ?? null }
  })
}
