/** A small generator of random numbers with a seed, so that every run sees the same cases. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface RandomCase {
  readonly figures: Record<string, string | null>
  readonly baseYear: number
  readonly intervals: number
  readonly asOf: `${number}Q${1 | 2 | 3 | 4}`
  /** R4 as a city may be configured. */
  readonly path: 'compound' | 'linear'
  readonly share: 'ownProfile' | 'equalQuarters'
}

/** Figures as unkind as the form allows: zeros, holes, both kinds of total, amounts of 18 digits, values on the bound. */
export function randomGrowth(random: () => number, floor: number): RandomCase {
  const below = (n: number) => Math.floor(random() * n)
  const baseYear = 2017 + below(4)
  const intervals = 1 + below(4)
  const figures: Record<string, string | null> = {}
  const scale = [1, 4, 10, 18][below(4)] as number
  const value = (): string => {
    if (below(12) === 0) return ['0', '0.0', '0.000000'][below(3)] as string
    const whole = String(below(9) + 1) + Array.from({ length: below(scale) }, () => below(10)).join('')
    return below(3) === 0
      ? `${whole}.${Array.from({ length: 1 + below(6) }, () => below(10)).join('')}`
      : whole
  }
  for (let year = baseYear - 1; year <= baseYear + intervals + 1; year++) {
    const form = below(10)
    if (form < 5) for (const q of [1, 2, 3, 4]) if (below(25) > 0) figures[`${year}Q${q}`] = value()
    if (form >= 4) figures[`${year}`] = below(20) === 0 ? null : value()
    if (form === 4 && below(2) === 0) figures[`${year}`] = agreeing(figures, year)
  }
  if (below(4) === 0) onTheBound(figures, baseYear, intervals, floor, below(3) - 1)
  const asOf = `${baseYear - 1 + below(intervals + 3)}Q${(1 + below(4)) as 1 | 2 | 3 | 4}` as const
  const path = below(3) === 0 ? 'linear' : 'compound'
  const share = below(3) === 0 ? 'equalQuarters' : 'ownProfile'
  return { figures, baseYear, intervals, asOf, path, share }
}

/** Cumulative figures that mostly rise, sometimes fall, sometimes are missing. */
export function randomCount(random: () => number, floor: number): RandomCase {
  const below = (n: number) => Math.floor(random() * n)
  const baseYear = 2017 + below(4)
  const intervals = 1 + below(4)
  const figures: Record<string, string | null> = {}
  let count = 0
  const steep = 1 + below(2 * Math.ceil(floor / (2 * intervals)) + 1)
  for (let year = baseYear; year <= baseYear + intervals + 1; year++) {
    for (const q of [1, 2, 3, 4]) {
      count += below(steep)
      if (below(40) === 0) count = Math.max(0, count - 1)
      if (below(30) === 0) count = floor - 1 + below(3)
      if (below(6) > 0) figures[`${year}Q${q}`] = below(50) === 0 ? null : String(count)
    }
  }
  const asOf = `${baseYear + below(intervals + 2)}Q${(1 + below(4)) as 1 | 2 | 3 | 4}` as const
  return { figures, baseYear, intervals, asOf, path: 'compound', share: 'ownProfile' }
}

function agreeing(figures: Readonly<Record<string, string | null>>, year: number): string | null {
  const quarters = [1, 2, 3, 4].map((q) => figures[`${year}Q${q}`])
  if (quarters.some((value) => value == null)) return null
  const micro = quarters.reduce((sum, value) => {
    const [whole = '', part = ''] = (value as string).split('.')
    return sum + BigInt(whole + part.padEnd(6, '0'))
  }, 0n)
  return `${micro / 1_000_000n}.${String(micro % 1_000_000n).padStart(6, '0')}`
}

/** A base whose required end has at most six places, and the last year on it or a millionth either side. */
function onTheBound(
  figures: Record<string, string | null>,
  baseYear: number,
  intervals: number,
  floor: number,
  side: number,
): void {
  for (const year of [baseYear, baseYear + intervals]) {
    for (const q of [1, 2, 3, 4]) Reflect.deleteProperty(figures, `${year}Q${q}`)
  }
  figures[`${baseYear}`] = '10000'
  const micro =
    (10_000n * BigInt(100 + floor) ** BigInt(intervals) * 1_000_000n) / 100n ** BigInt(intervals) +
    BigInt(side)
  figures[`${baseYear + intervals}`] = `${micro / 1_000_000n}.${String(micro % 1_000_000n).padStart(6, '0')}`
}
