import moneySchema from '@/public/schemas/money-1.json'
import { within, written, type Fault, type FaultCode } from './fault'
import { notOfForm, SchemaBook } from './json-schema'

/** The money of a city as verified. */
export interface VerifiedMoney {
  readonly city: string | null
  readonly payments: number
  readonly entries: number
  readonly faults: readonly Fault[]
}

const book = new SchemaBook([moneySchema])
const FORM = 'urn:chengji:schema:money:1'

export interface MoneyFile {
  readonly city: string
  readonly decisions: readonly {
    readonly number: number
    readonly yuan: string
    readonly inputsSha256: string
    readonly reversed: boolean
  }[]
  readonly payments: readonly {
    readonly number: number
    readonly instalment: 1 | 2
    readonly decision: number | null
    readonly reverses: number | null
    readonly yuan: string
    readonly paidOn: string
    readonly documentNumber: string
    readonly confirmed: boolean | null
  }[]
  readonly entries: readonly {
    readonly number: number
    readonly kind: 'receipt' | 'spending'
    readonly source: string
    readonly yuan: string
    readonly onDay: string
    readonly task: string | null
    readonly reverses: number | null
  }[]
}

/** Whether a file has the form of one on money. */
export const isMoney = (value: unknown): value is MoneyFile => book.mismatches(FORM, value).length === 0

/** What the notice gives a city (三), in yuan. */
const FIRST = 100_000_000n
const WHOLE = 150_000_000n

/** Verifies the money of a city from its own JSON alone: its limits after every payment, its balances after every entry. */
export function verifyMoney(value: unknown): VerifiedMoney {
  if (!isMoney(value)) {
    const faults = notOfForm(book.mismatches(FORM, value))
    return { city: null, payments: 0, entries: 0, faults }
  }
  const { city, payments, entries } = value
  return {
    city,
    payments: payments.length,
    entries: entries.length,
    faults: [
      ...numbered('/payments', payments),
      ...numbered('/entries', entries),
      ...paid(value),
      ...balances(value),
    ],
  }
}

const fault = (code: FaultCode, place: string, expected: unknown, got: unknown): Fault => ({
  code,
  place,
  expected: written(expected),
  got: written(got),
})

type Line = Pick<MoneyFile['payments'][number], 'number' | 'reverses' | 'yuan'>

/** Numbers without a gap, and what takes another back is that one's amount below zero, once. */
function numbered(place: string, lines: readonly Line[]): Fault[] {
  return lines.flatMap((line, i) => {
    const at = within(place, i)
    const gap = line.number === i + 1 ? [] : [fault('moneyGap', within(at, 'number'), i + 1, line.number)]
    if (line.reverses === null) return gap
    const other = lines.find(({ number }) => number === line.reverses)
    const expected =
      other === undefined || other.reverses !== null ? undefined : (-BigInt(other.yuan)).toString()
    return expected === line.yuan
      ? gap
      : [...gap, fault('moneyReversal', within(at, 'yuan'), expected, line.yuan)]
  })
}

/** Confirmed payments against what the notice gives and what was decided, after each of them. */
function paid({ decisions, payments }: MoneyFile): Fault[] {
  const sums = new Map<string, bigint>()
  const add = (key: string, yuan: bigint): bigint => {
    const sum = (sums.get(key) ?? 0n) + yuan
    sums.set(key, sum)
    return sum
  }
  return payments.flatMap((payment, i): Fault[] => {
    if (payment.confirmed !== true) return []
    const place = within('/payments', i)
    const yuan = BigInt(payment.yuan)
    const decision = decisions.find(({ number }) => number === payment.decision)
    const decided = payment.instalment === 1 ? FIRST : BigInt(decision?.yuan ?? '0')
    return [
      { sum: add('whole', yuan), most: WHOLE },
      { sum: add(`${String(payment.instalment)} ${String(payment.decision)}`, yuan), most: decided },
    ].flatMap(({ sum, most }) =>
      sum >= 0n && sum <= most
        ? []
        : [fault('moneyOver', within(place, 'yuan'), `0 … ${String(most)}`, sum.toString())],
    )
  })
}

/** Of each source, central, local and social money apart, what was received is never less than what was spent. */
function balances({ entries }: MoneyFile): Fault[] {
  const left = new Map<string, bigint>()
  for (const { kind, source, yuan } of entries)
    left.set(source, (left.get(source) ?? 0n) + (kind === 'receipt' ? 1n : -1n) * BigInt(yuan))
  return [...left].flatMap(([source, balance]) =>
    balance >= 0n ? [] : [fault('moneyBalance', '/entries', `${source} ≥ 0`, balance.toString())],
  )
}
