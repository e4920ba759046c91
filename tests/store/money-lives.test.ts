import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { enterInstalment, refuseInstalment, withdrawInstalment } from '@/lib/funding/answer-instalment'
import { answerPayment } from '@/lib/funding/answer-payment'
import { recomputeInstalment } from '@/lib/funding/freeze-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { readExposure } from '@/lib/funding/read-exposure'
import { recordPayment, recordRecovery } from '@/lib/funding/record-payment'
import { answerReversal, askReversal } from '@/lib/funding/reverse-instalment'
import { verifyChain } from '@/lib/ledger/chain'
import { CITY_YUAN } from '@/lib/rules/exposure'
import { readInstalments } from '@/lib/store/instalments'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'
import { bandTable, midTermRound, openEvaluation, sealEvaluation } from '../support/instalments'
import {
  CITIES,
  confirms,
  deeds,
  enteredWrong,
  isSame,
  MoneyModel,
  paidYuan,
  TABLES,
  type Deed,
} from '../support/money-lives'

// 三: the same lives as tests/rules/money-lives.test.ts, led through the use-cases and the database. What was reported is a
// number here; tests/store/random-lives.test.ts leads reports and restatements.
const LIVES = 60
const LENGTH = 20
/** What every life begins with, so that most come to money: two cities have reported, are sealed and proposed. */
const BEGINNING: readonly Deed[] = [0, 1].flatMap((city) =>
  (['report', 'seal', 'propose'] as const).map((kind) => ({ kind, city, n: 700 + 250 * city })),
)

let world: World
let round: string
beforeAll(async () => {
  world = await makeWorld()
  round = await midTermRound(world.owner)
})
afterAll(() => world.drop())

/** Five cities of a life of their own. */
async function cities(life: number): Promise<readonly string[]> {
  const codes = Array.from({ length: CITIES }, (_, i) => `93${String(life * CITIES + i).padStart(4, '0')}`)
  await world.owner.query(
    `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
     SELECT c, c, c, '南省', 'South', c FROM unnest($1::text[]) c`,
    [codes],
  )
  return codes
}

/** Leads one deed; who is the wrong person for it has no such permit, so that only right ones come. */
async function lead(city: string, deed: Deed, model: MoneyModel): Promise<string> {
  const money = model.cities[deed.city]
  const finance = (action: 'instalment.propose') => authorize(people.finance, action, city)
  const approve = authorize(people.approver, 'instalment.answer', city)
  // Which there are, the model knows: that it is right, every answer and the end of each life say.
  const seq = Math.max(1, money?.decisions.length ?? 0)
  switch (deed.kind) {
    case 'seal':
      if (money?.sealed === null) await openEvaluation(world.owner, round, city)
      await sealEvaluation(world.owner, round, city, (Math.min(1000, money?.reported ?? 0) / 10).toFixed(1))
      return 'done'
    case 'reopen':
      await openEvaluation(world.owner, round, city)
      return 'done'
    case 'table':
      await bandTable(world.owner, TABLES[model.table % 2])
      return 'done'
    case 'propose':
      return outcomeOf(() => proposeInstalment(finance('instalment.propose')))
    case 'enter': {
      const amount = await world.owner.query<{ yuan: string }>(
        'SELECT yuan FROM instalment_amount WHERE city = $1 AND seq = $2',
        [city, seq],
      )
      const right = BigInt(amount.rows[0]?.yuan ?? '0')
      return outcomeOf(() =>
        enterInstalment(approve, seq, (enteredWrong(deed) ? right + 1n : right).toString()),
      )
    }
    case 'refuse':
      return outcomeOf(async () => refuseInstalment(approve, seq, 'no'))
    case 'withdraw':
      return outcomeOf(async () => withdrawInstalment(finance('instalment.propose'), seq, 'no'))
    case 'askReversal':
      return outcomeOf(async () =>
        askReversal(authorize(people.finance, 'instalment.reverse', city), seq, 'audited'),
      )
    case 'answerReversal':
      return outcomeOf(async () =>
        answerReversal(approve, seq, { confirmed: confirms(deed), reason: 'looked at' }),
      )
    case 'payFirst':
    case 'paySecond':
      return outcomeOf(async () =>
        recordPayment(authorize(people.finance, 'payment.record', city), {
          yuan: String(paidYuan(deed)),
          day: '2022-10-01',
          documentNumber: 'voucher',
          decision: deed.kind === 'payFirst' ? null : seq,
        }),
      )
    case 'answerPayment': {
      const waiting = (money?.payments ?? []).findIndex(({ confirmed }) => confirmed === null)
      return outcomeOf(() =>
        answerPayment(authorize(people.approver, 'payment.confirm', city), waiting < 0 ? 999 : waiting + 1, {
          confirmed: confirms(deed),
          reason: 'looked at',
        }),
      )
    }
    case 'recover': {
      const { length } = money?.payments ?? []
      const taken = length === 0 ? 1 : 1 + (deed.n % length)
      return outcomeOf(() =>
        recordRecovery(authorize(people.finance, 'payment.record', city), taken, {
          day: '2022-10-01',
          documentNumber: 'voucher',
        }),
      )
    }
    default:
      return 'done'
  }
}

describe(`in ${String(LIVES)} lives of five cities`, () => {
  it(
    'portal and database answer as the model does, and no yuan is made or lost',
    { timeout: 120_000 },
    async () => {
      let life = 0
      await fc.assert(
        fc.asyncProperty(deeds(LENGTH), async (planned) => {
          const codes = await cities(life++)
          const model = new MoneyModel(1)
          await bandTable(world.owner, TABLES[0])
          for (const planned1 of [...BEGINNING, ...planned]) {
            // Roles keep one person from both sides; the rules and the database are asked for that elsewhere.
            const deed = {
              ...planned1,
              city: planned1.city % 2,
              n: isSame(planned1) ? planned1.n + 1 : planned1.n,
            }
            const city = codes[deed.city] ?? ''
            const isIdle = deed.kind === 'seal' || deed.kind === 'reopen'
            const before = model.cities[deed.city]
            if (isIdle && (deed.kind === 'seal') !== (before?.sealed === null || before?.reopened === true))
              continue
            const got = await lead(city, deed, model)
            expect([deed.kind, got]).toEqual([deed.kind, model.answer(deed)])
          }
          const { cities: shown } = await readExposure(authorize(people.mof, 'exposure.read'))
          for (const [i, code] of codes.entries()) {
            const found = shown.find(({ city }) => city.code === code)?.exposure
            if (found === undefined) throw new Error(code)
            const { atRisk: _, ...parts } = found
            expect(
              Object.fromEntries(Object.entries(parts).map(([name, yuan]) => [name, Number(yuan)])),
            ).toEqual(model.money(i))
            const { firstPaid, firstPending, secondPaid, secondPending, open, notGranted } = found
            expect(firstPaid + firstPending + secondPaid + secondPending + open + notGranted).toBe(CITY_YUAN)
          }
        }),
        { numRuns: LIVES, endOnFailure: true },
      )
      const { cities: every, total } = await readExposure(authorize(people.mof, 'exposure.read'))
      const { firstPaid, firstPending, secondPaid, secondPending, open, notGranted } = total
      expect(firstPaid + firstPending + secondPaid + secondPending + open + notGranted).toBe(
        CITY_YUAN * BigInt(every.length),
      )
      const all = await begin(authorize(people.mof, 'exposure.read'), readInstalments)
      const known = all.filter(({ yuan }) => yuan !== null)
      expect(known.length).toBeGreaterThan(LIVES / 4)
      for (const each of known) expect(recomputeInstalment(each).yuan).toBe(each.yuan)
      for (const city of new Set(known.map((each) => each.city))) {
        const chain = await begin(authorize(people.mof, 'city.read', city), readLedger)
        expect(verifyChain(city, chain)).toBeNull()
      }
    },
  )
})
