import type { Permit } from '@/lib/access/authorize'
import { bandTableInForce } from '@/lib/decisions/in-force'
import {
  exposureByBand,
  exposureOf,
  exposureShares,
  sumExposure,
  type BandLine,
  type Exposure,
  type ExposureShare,
} from '@/lib/rules/exposure'
import { isDecided, type InstalmentState } from '@/lib/rules/instalment-life'
import type { City } from '@/lib/store/cities'
import { readCityMoney, type CityMoney } from '@/lib/store/city-money'
import { readDecisions } from '@/lib/store/decisions'
import { readInstalments } from '@/lib/store/instalments'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { instalmentFact, stateOf } from '@/lib/review/instalment-facts'
import { recomputeInstalment } from './freeze-instalment'

/** Where a city's second instalment stands. */
export type ExposureStanding = InstalmentState | 'notEvaluated' | 'demonstration' | 'reopened' | 'sealed'

/** The money of the ministry, city by city and altogether, in yuan. */
export interface ExposurePage {
  readonly now: Date
  readonly cities: readonly {
    readonly city: City
    readonly exposure: Exposure
    readonly shares: readonly ExposureShare[]
    readonly standing: ExposureStanding
  }[]
  readonly total: Exposure
  readonly totalShares: readonly ExposureShare[]
  /** Decisions by band of the table that holds; null: bands unspecified (R12). */
  readonly bands: { readonly documentNumber: string; readonly lines: readonly BandLine[] } | null
}

/** Reads the money of every city. Amounts that one person has proposed and nobody confirmed are not among it. */
export function readExposure(permit: Permit<'exposure.read'>): Promise<ExposurePage> {
  return begin(permit, async (work) => {
    const money = await readCityMoney(work)
    const instalments = await readInstalments(work)
    const table = bandTableInForce(await readDecisions(work), dayOf(work.now))
    const cities = money.map(({ city, payments, seal }) => {
      const own = instalments.filter((each) => each.city === city.code)
      const last = own.at(-1)
      const exposure = exposureOf(payments, own.map(instalmentFact))
      return {
        city,
        exposure,
        shares: exposureShares(exposure),
        standing: last === undefined ? sealStanding(seal) : stateOf(last),
      }
    })
    const decided = instalments.filter((each) => isDecided(stateOf(each)) && each.bandTable === table?.id)
    const total = sumExposure(cities.map(({ exposure }) => exposure))
    return {
      now: work.now,
      cities,
      total,
      totalShares: exposureShares(total),
      bands:
        table === undefined
          ? null
          : {
              documentNumber: table.documentNumber,
              lines: exposureByBand(
                table.content.bands,
                decided.map((each) => recomputeInstalment(each)),
              ),
            },
    }
  })
}

function sealStanding(seal: CityMoney['seal']): ExposureStanding {
  if (seal === null) return 'notEvaluated'
  if (seal.isReopened) return 'reopened'
  return seal.demonstration ? 'demonstration' : 'sealed'
}
