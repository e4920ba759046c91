/**
 * A second implementation of evaluate.md and of reading R4, written from their text alone and sharing nothing with lib/: its
 * own fractions (always reduced, compared by subtraction), its own periods, its own order of work. It exists to disagree.
 */
export interface SecondVerdict {
  verdict: string
  reason: string | null
  actual: string | null
  required: string | null
  gap: string | null
  neededPerQuarter: string | null
  missing: string[] | null
}

class Fraction {
  private constructor(
    private readonly top: bigint,
    private readonly bottom: bigint,
  ) {}

  static of(top: bigint, bottom = 1n): Fraction {
    let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
    while (b > 0n) [a, b] = [b, a % b]
    const sign = bottom < 0n ? -1n : 1n
    return new Fraction((sign * top) / (a || 1n), (sign * bottom) / (a || 1n))
  }

  static read(text: string): Fraction {
    const [whole = '0', part = ''] = text.split('.')
    return Fraction.of(BigInt(whole)).plus(Fraction.of(BigInt(part || '0'), 10n ** BigInt(part.length)))
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }

  minus(other: Fraction): Fraction {
    return this.plus(Fraction.of(-other.top, other.bottom))
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.top * other.top, this.bottom * other.bottom)
  }

  over(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom, this.bottom * other.top)
  }

  get sign(): number {
    return this.top > 0n ? 1 : this.top < 0n ? -1 : 0
  }

  toString(): string {
    if (this.bottom === 1n) return `${this.top}`
    // Ends exactly if some power of ten is a multiple of the denominator; long division then finds the digits.
    let rest = (this.top < 0n ? -this.top : this.top) % this.bottom
    const whole = (this.top < 0n ? -this.top : this.top) / this.bottom
    let digits = ''
    for (let i = 0; rest !== 0n && i < 2000; i++) {
      digits += `${(rest * 10n) / this.bottom}`
      rest = (rest * 10n) % this.bottom
      if (i > 0 && !endsIn(this.bottom)) return `${this.top}/${this.bottom}`
    }
    if (rest !== 0n) return `${this.top}/${this.bottom}`
    return `${this.top < 0n ? '-' : ''}${whole}.${digits}`
  }
}

function endsIn(denominator: bigint): boolean {
  return 10n ** BigInt(denominator.toString(2).length) % denominator === 0n
}

type Figures = Readonly<Record<string, string | null>>

const nothing = {
  reason: null,
  actual: null,
  required: null,
  gap: null,
  neededPerQuarter: null,
  missing: null,
}

function yearValue(figures: Figures, year: number): Fraction | 'disagrees' | string[] {
  const quarters = [1, 2, 3, 4].map((q) => `${year}Q${q}`)
  const known = quarters.filter((quarter) => figures[quarter] != null)
  const own = figures[`${year}`]
  let total: Fraction | undefined
  if (known.length === 4) {
    total = Fraction.of(0n)
    for (const quarter of quarters) total = total.plus(Fraction.read(figures[quarter] as string))
  }
  if (own != null) {
    const stated = Fraction.read(own)
    if (total && stated.minus(total).sign !== 0) return 'disagrees'
    return stated
  }
  if (total) return total
  return known.length === 0 ? [`${year}`] : quarters.filter((quarter) => figures[quarter] == null)
}

export function secondGrowth(
  figures: Figures,
  floor: number,
  base: number,
  intervals: number,
  asOf: string,
  path = 'compound',
  seasons = 'ownProfile',
): SecondVerdict {
  let year = Number(asOf.slice(0, 4))
  let q = Number(asOf.slice(5))
  if (year - base > intervals) [year, q] = [base + intervals, 4]
  const k = year - base
  if (k <= 0) return { ...nothing, verdict: 'notYetDue' }
  const disagrees = { ...nothing, verdict: 'notComputable', reason: 'yearDisagreesWithQuarters' }
  const v0 = yearValue(figures, base)
  if (v0 === 'disagrees') return disagrees
  if (Array.isArray(v0)) return { ...nothing, verdict: 'figuresMissing', missing: v0 }
  if (v0.sign === 0) return { ...nothing, verdict: 'notComputable', reason: 'zeroBase' }
  let t = Fraction.of(0n)
  if (q === 4) {
    const total = yearValue(figures, year)
    if (total === 'disagrees') return disagrees
    if (Array.isArray(total)) return { ...nothing, verdict: 'figuresMissing', missing: total }
    t = total
  } else {
    const wanted = [1, 2, 3].slice(0, q).map((n) => `${year}Q${n}`)
    const missing = wanted.filter((quarter) => figures[quarter] == null)
    if (missing.length > 0) return { ...nothing, verdict: 'figuresMissing', missing }
    for (const quarter of wanted) t = t.plus(Fraction.read(figures[quarter] as string))
  }
  const raise = (times: number) => {
    let value = v0
    for (let i = 0; i < times; i++) value = value.times(Fraction.of(BigInt(100 + floor), 100n))
    return value
  }
  let share = Fraction.of(BigInt(q), 4n)
  if (q < 4 && seasons === 'ownProfile' && [1, 2, 3, 4].every((n) => figures[`${base}Q${n}`] != null)) {
    let first = Fraction.of(0n)
    for (let n = 1; n <= q; n++) first = first.plus(Fraction.read(figures[`${base}Q${n}`] as string))
    share = first.over(v0)
  }
  // A straight line from the base to the end passes through the weighted mean of the two.
  const straight = v0
    .times(Fraction.of(BigInt(intervals - k)))
    .plus(raise(intervals).times(Fraction.of(BigInt(k))))
    .over(Fraction.of(BigInt(intervals)))
  const r = (path === 'linear' ? straight : raise(k)).times(share)
  const gap = t.minus(r)
  const last = k === intervals && q === 4
  const enough = gap.sign >= 0
  const verdict = last ? (enough ? 'met' : 'short') : enough ? 'onPace' : 'behindPace'
  const end = raise(intervals)
  let needed: Fraction | null = null
  if (!last && k < intervals) needed = end.over(Fraction.of(4n))
  if (!last && k === intervals) {
    const left = end.minus(t)
    needed = left.sign < 0 ? Fraction.of(0n) : left.over(Fraction.of(BigInt(4 - q)))
  }
  return {
    ...nothing,
    verdict,
    actual: t.toString(),
    required: r.toString(),
    gap: gap.toString(),
    neededPerQuarter: needed?.toString() ?? null,
  }
}

export function secondCount(
  figures: Figures,
  floor: number,
  base: number,
  intervals: number,
  asOf: string,
): SecondVerdict {
  const span: string[] = []
  for (let year = base + 1; year <= base + intervals; year++)
    for (const q of [1, 2, 3, 4]) span.push(`${year}Q${q}`)
  const lastOfSpan = span[span.length - 1] as string
  const now = asOf > lastOfSpan ? lastOfSpan : asOf
  if (now < (span[0] as string)) return { ...nothing, verdict: 'notYetDue' }
  const f = Fraction.of(BigInt(floor))
  const sofar = span.filter((quarter) => quarter <= now)
  const known = sofar
    .filter((quarter) => figures[quarter] != null)
    .map((quarter) => Fraction.read(figures[quarter] as string))
  for (let i = 0; i < known.length; i++) {
    for (let j = i + 1; j < known.length; j++) {
      if ((known[j] as Fraction).minus(known[i] as Fraction).sign < 0) {
        return { ...nothing, verdict: 'notComputable', reason: 'cumulativeFell' }
      }
    }
  }
  const compared = (verdict: string, a: Fraction, r: Fraction) => ({
    ...nothing,
    verdict,
    actual: a.toString(),
    required: r.toString(),
    gap: a.minus(r).toString(),
  })
  for (const figure of [...known].reverse()) if (figure.minus(f).sign >= 0) return compared('met', figure, f)
  if (figures[now] == null) return { ...nothing, verdict: 'figuresMissing', missing: [now] }
  const actual = Fraction.read(figures[now])
  if (now === lastOfSpan) return compared('short', actual, f)
  const [e, all] = [BigInt(sofar.length), BigInt(4 * intervals)]
  const required = f.times(Fraction.of(e, all))
  return {
    ...compared(actual.minus(required).sign >= 0 ? 'onPace' : 'behindPace', actual, required),
    neededPerQuarter: f
      .minus(actual)
      .over(Fraction.of(all - e))
      .toString(),
  }
}
