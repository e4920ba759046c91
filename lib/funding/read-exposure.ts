import { mayEver, type Permit } from '@/lib/access/authorize'
import { bandTableInForce } from '@/lib/decisions/in-force'
import { readProposal, type Fields } from '@/lib/decisions/read-proposal'
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
import { checkBands } from '@/lib/rules/instalments'
import { simulateBands, type BandSimulation } from '@/lib/rules/simulate-bands'
import type { City } from '@/lib/store/cities'
import { readCityMoney, type CityMoney } from '@/lib/store/city-money'
import { readDecisions } from '@/lib/store/decisions'
import { readInstalments } from '@/lib/store/instalments'
import { begin } from '@/lib/store/work'
import { dayOf, grouped, ok, pageOf, refuse, Refusal, type Page, type Result } from '@/lib/values'
import { instalmentFact, stateOf } from '@/lib/review/instalment-facts'
import { recomputeInstalment } from './freeze-instalment'

/** Where a city's second instalment stands. */
export type ExposureStanding = InstalmentState | 'notEvaluated' | 'demonstration' | 'reopened' | 'sealed'

/** A city's money of the ministry, in yuan. */
interface CityExposure {
  readonly city: City
  readonly exposure: Exposure
  readonly shares: readonly ExposureShare[]
  readonly standing: ExposureStanding
}

/** The money of the ministry, city by city and altogether, in yuan. */
export interface ExposurePage {
  readonly now: Date
  /** Those with most at risk first, then in pinyin order. */
  readonly cities: readonly CityExposure[]
  /** As many of them as a page shows. */
  readonly shown: Page<CityExposure>
  readonly total: Exposure
  readonly totalShares: readonly ExposureShare[]
  /** Decisions by band of the table that holds; null: bands unspecified (R12). */
  readonly bands: { readonly documentNumber: string; readonly lines: readonly BandLine[] } | null
  /** What the bands that were asked for would pay; null where none were, `maySimulate` where they may be. */
  readonly simulation: Result<BandSimulation, Pick<Refusal, 'code' | 'detail'>> | null
  readonly maySimulate: boolean
}

/**
 * Reads the money of every city, in three statements. Amounts that one person has proposed and nobody confirmed are not among
 * it.
 * @param supposed bands to simulate, as the form sends them. Whoever is to work amounts out gets no simulation.
 * @param page which page of cities is shown, from 1
 */
export function readExposure(
  permit: Permit<'exposure.read'>,
  supposed: Fields = {},
  page = 1,
): Promise<ExposurePage> {
  return begin(permit, async (work) => {
    const money = await readCityMoney(work)
    const instalments = await readInstalments(work)
    const table = bandTableInForce(await readDecisions(work), dayOf(work.now))
    const ofCity = grouped(instalments, ({ city }) => city)
    const all = money.map(({ city, payments, seal }): CityExposure => {
      const own = ofCity.get(city.code) ?? []
      const last = own.at(-1)
      const exposure = exposureOf(payments, own.map(instalmentFact))
      return {
        city,
        exposure,
        shares: exposureShares(exposure),
        standing: last === undefined ? sealStanding(seal) : stateOf(last),
      }
    })
    const cities = all.toSorted((a, b) => Number(b.exposure.atRisk - a.exposure.atRisk))
    const decided = instalments.filter((each) => isDecided(stateOf(each)) && each.bandTable === table?.id)
    const total = sumExposure(cities.map(({ exposure }) => exposure))
    const maySimulate = mayEver(permit.actor, 'decision.propose')
    const scores = money.map(({ seal }) => seal?.score ?? null)
    return {
      now: work.now,
      cities,
      shown: pageOf(cities, page),
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
      maySimulate,
      simulation: maySimulate ? simulated(supposed, scores) : null,
    }
  })
}

function simulated(supposed: Fields, scores: readonly (string | null)[]): ExposurePage['simulation'] {
  if (!Object.keys(supposed).some((name) => name.startsWith('band-'))) return null
  try {
    const content = readProposal({ ...supposed, kind: 'bandTable' })
    const { bands } = content.kind === 'bandTable' ? content : { bands: [] }
    // What is supposed has no document, and needs none.
    const checked = checkBands({ documentNumber: '模拟', bands })
    if (checked.ok) return ok(simulateBands(bands, scores))
    const band = 'band' in checked.error ? String(checked.error.band) : ''
    return refuse({ code: 'bandsWrong', detail: { why: checked.error.code, band } })
  } catch (error) {
    if (error instanceof Refusal) return refuse({ code: error.code, detail: error.detail })
    throw error
  }
}

function sealStanding(seal: CityMoney['seal']): ExposureStanding {
  if (seal === null) return 'notEvaluated'
  if (seal.isReopened) return 'reopened'
  return seal.demonstration ? 'demonstration' : 'sealed'
}
