import fc from 'fast-check'

/** What can happen to the money of one of five cities; `n` says how much, or which way. */
export const DEEDS = [
  'report',
  'restate',
  'seal',
  'reopen',
  'table',
  'propose',
  'enter',
  'refuse',
  'withdraw',
  'askReversal',
  'answerReversal',
  'payFirst',
  'paySecond',
  'answerPayment',
  'recover',
] as const
export interface Deed {
  readonly kind: (typeof DEEDS)[number]
  readonly city: number
  readonly n: number
}
export const CITIES = 5

// What decides and pays comes more often, so that lives get far.
const kinds = fc.constantFrom(
  ...DEEDS,
  ...([
    'report',
    'seal',
    'propose',
    'enter',
    'enter',
    'paySecond',
    'answerPayment',
    'answerPayment',
  ] as const),
)
/** The deeds of one life of all five cities. */
export const deeds = (maxLength: number) =>
  fc.array(fc.record({ kind: kinds, city: fc.nat(CITIES - 1), n: fc.nat(999) }), {
    minLength: maxLength / 2,
    maxLength,
  })

/** Two band tables, in 万元 from scores: they take turns. */
export const TABLES = [
  [
    { from: '0', amount: '0' },
    { from: '60', amount: '2500' },
    { from: '90', amount: '5000' },
  ],
  [
    { from: '0', amount: '1000.5' },
    { from: '80', amount: '4000' },
  ],
] as const

/** Who does a deed: most answer another's, now and then it is the same person. */
export const isSame = ({ n }: Deed): boolean => n % 7 === 0
export const enteredWrong = ({ n }: Deed): boolean => n % 5 === 1
export const confirms = ({ n }: Deed): boolean => n % 4 !== 1
export const paidYuan = ({ n }: Deed): number => ((n % 6) + 1) * 10_000_000

interface Payment {
  readonly decision: number | null
  readonly yuan: number
  readonly reverses: number | null
  confirmed: boolean | null
}
interface Decision {
  state: string
  readonly yuan: number
  readonly seal: number
  readonly table: number
}
interface City {
  /** Points reported, in tenths; the sealed ones; how often it was sealed. */
  reported: number
  sealed: number | null
  seals: number
  reopened: boolean
  readonly decisions: Decision[]
  readonly payments: Payment[]
}

/** The money of five cities, told without the portal and in plain numbers. */
export class MoneyModel {
  table: number
  readonly cities: readonly City[]

  /** @param table number of the band table that holds at first; 0: none */
  constructor(table: number) {
    this.table = table
    this.cities = Array.from({ length: CITIES }, () => ({
      reported: 0,
      sealed: null,
      seals: 0,
      reopened: false,
      decisions: [],
      payments: [],
    }))
  }

  /** What a score in tenths of a point pays by a table, in yuan. */
  static pays(table: number, tenths: number): number {
    if (table % 2 === 1) return tenths >= 900 ? 50_000_000 : tenths >= 600 ? 25_000_000 : 0
    return tenths >= 800 ? 40_000_000 : 10_005_000
  }

  holds(city: City): Decision | undefined {
    return city.decisions.find(({ state }) => state === 'decided' || state === 'reversalAsked')
  }

  /** What the portal must answer. */
  answer(deed: Deed): string {
    const city = this.cities[deed.city] as City
    const last = city.decisions.at(-1)
    switch (deed.kind) {
      case 'report':
        city.reported += deed.n
        return 'done'
      case 'restate':
        city.reported = Math.max(0, city.reported - (deed.n % 50))
        return 'done'
      case 'seal':
        if (city.sealed !== null && !city.reopened) return 'notNow'
        city.sealed = Math.min(1000, city.reported)
        city.seals++
        city.reopened = false
        return 'done'
      case 'reopen':
        if (city.sealed === null || city.reopened) return 'notNow'
        city.reopened = true
        return 'done'
      case 'table':
        this.table++
        return 'done'
      case 'propose':
        if (last?.state === 'proposed' || this.holds(city) !== undefined) return 'instalmentNotNow'
        if (city.sealed === null || city.reopened) return 'instalmentNoSeal'
        if (this.table === 0) return 'instalmentNoBands'
        city.decisions.push({
          state: 'proposed',
          yuan: MoneyModel.pays(this.table, city.sealed),
          seal: city.seals,
          table: this.table,
        })
        return 'done'
      case 'enter':
        if (last === undefined) return 'instalmentUnknown'
        if (last.state !== 'proposed') return 'instalmentNotNow'
        if (isSame(deed)) return 'instalmentSigner'
        if (city.reopened || city.seals !== last.seal) return 'instalmentNoSeal'
        if (this.table !== last.table) return 'instalmentNoBands'
        last.state = enteredWrong(deed) ? 'differs' : 'decided'
        return 'done'
      case 'refuse':
      case 'withdraw':
        if (last === undefined) return 'instalmentUnknown'
        if (last.state !== 'proposed') return 'instalmentNotNow'
        if (isSame(deed)) return 'instalmentSigner'
        last.state = deed.kind === 'refuse' ? 'refused' : 'withdrawn'
        return 'done'
      case 'askReversal':
        if (last === undefined) return 'instalmentUnknown'
        if (last.state !== 'decided') return 'instalmentNotNow'
        last.state = 'reversalAsked'
        return 'done'
      case 'answerReversal':
        if (last === undefined) return 'instalmentUnknown'
        if (last.state !== 'reversalAsked') return 'instalmentNotNow'
        if (isSame(deed)) return 'instalmentSigner'
        last.state = confirms(deed) ? 'reversed' : 'decided'
        return 'done'
      case 'payFirst':
      case 'paySecond':
        return this.pay(city, deed)
      case 'answerPayment':
        return this.answerPayment(city, confirms(deed))
      case 'recover':
        return this.recover(city, deed.n)
    }
  }

  private pay(city: City, deed: Deed): string {
    const decision = deed.kind === 'payFirst' ? null : Math.max(1, city.decisions.length)
    const behind = decision === null ? null : city.decisions[decision - 1]
    if (decision !== null && (behind == null || behind !== this.holds(city))) return 'paymentUndecided'
    const counts = ({ reverses, confirmed }: Payment) =>
      reverses === null ? confirmed !== false : confirmed === true
    const sum = (payments: readonly Payment[]) =>
      payments.filter(counts).reduce((all, { yuan }) => all + yuan, 0)
    const yuan = paidYuan(deed)
    const limit = behind == null ? 100_000_000 : behind.yuan
    if (yuan + sum(city.payments.filter((each) => each.decision === decision)) > limit) return 'paymentOver'
    if (yuan + sum(city.payments) > 150_000_000) return 'paymentOver'
    city.payments.push({ decision, yuan, reverses: null, confirmed: null })
    return 'done'
  }

  private answerPayment(city: City, confirmed: boolean): string {
    const payment = city.payments.find((each) => each.confirmed === null)
    if (payment === undefined) return 'paymentUnknown'
    const behind = payment.decision === null ? null : city.decisions[payment.decision - 1]
    if (confirmed && payment.reverses === null && behind !== null && behind !== this.holds(city))
      return 'paymentUndecided'
    payment.confirmed = confirmed
    return 'done'
  }

  private recover(city: City, n: number): string {
    const seq = city.payments.length === 0 ? 1 : 1 + (n % city.payments.length)
    const payment = city.payments[seq - 1]
    if (payment === undefined) return 'paymentUnknown'
    const isTaken = city.payments.some(({ reverses, confirmed }) => reverses === seq && confirmed !== false)
    if (payment.confirmed !== true || payment.reverses !== null || isTaken) return 'paymentReversed'
    city.payments.push({ decision: payment.decision, yuan: -payment.yuan, reverses: seq, confirmed: null })
    return 'done'
  }

  /** Where a city's money is, in yuan. */
  money(index: number): Readonly<Record<string, number>> {
    const city = this.cities[index] as City
    const holds = this.holds(city)
    const paid = (decision: (of: number | null) => boolean) =>
      city.payments
        .filter((each) => each.confirmed === true && decision(each.decision))
        .reduce((all, { yuan }) => all + yuan, 0)
    const number = holds === undefined ? -1 : 1 + city.decisions.indexOf(holds)
    const first = paid((of) => of === null)
    const second = paid((of) => of === number)
    return {
      firstPaid: first,
      firstPending: 100_000_000 - first,
      decided: holds?.yuan ?? 0,
      secondPaid: second,
      secondPending: (holds?.yuan ?? 0) - second,
      open: holds === undefined ? 50_000_000 : 0,
      notGranted: holds === undefined ? 0 : 50_000_000 - holds.yuan,
      toRecover: paid((of) => of !== null && of !== number),
    }
  }
}
