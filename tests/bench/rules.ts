import { judge, verdictOnly } from '@/lib/rules'
import { bareLoop } from './bare-loop'
import { citiesOf, configuration, judgeAll, quarters, type City, type Way } from './cities'
import { atLeast, atMost, type Goal } from './goal'
import { jsonRules } from './json-rules'
import { spreadsheet } from './spreadsheet'

const withoutExplanation: Way = (subject, facts, asOf) => verdictOnly(subject, facts, configuration, asOf)
// As a page of many cities asks for it: without the other arguable readings, each of which is a verdict of its own.
const withExplanation: Way = (subject, facts, asOf) =>
  judge(subject.code, facts, configuration, asOf, { alternatives: false })
// As a page of one city asks for it: five to seven verdicts where the bare loop gives one.
const withOtherReadings: Way = (subject, facts, asOf) => judge(subject.code, facts, configuration, asOf)

/** The promises on lib/rules: ratios within this run, so that they hold on any machine. */
export async function benchRules(say: (line: string) => void): Promise<readonly Goal[]> {
  const cities = citiesOf(37)
  const sheet = spreadsheet(cities)
  const engine = jsonRules()
  sameVerdicts(cities, sheet.verdicts(), await engine(cities))
  const ways: readonly (readonly [name: string, rounds: number, run: () => unknown])[] = [
    [
      'bare floating-point loop',
      40,
      () => {
        judgeAll(bareLoop, cities)
      },
    ],
    [
      'verdicts without explanation',
      40,
      () => {
        judgeAll(withoutExplanation, cities)
      },
    ],
    [
      'verdicts with explanation',
      40,
      () => {
        judgeAll(withExplanation, cities)
      },
    ],
    [
      'with explanation and every other reading',
      10,
      () => {
        judgeAll(withOtherReadings, cities)
      },
    ],
    ['HyperFormula, recalculation', 10, sheet.recalculate],
    ['json-rules-engine', 3, () => engine(cities)],
  ]
  // In turn, so that what else happens falls on all alike; of each the best, so that it counts least.
  const best = ways.map(() => Infinity)
  for (let round = 0; round < 40; round++) {
    for (const [i, [, rounds, run]] of ways.entries()) {
      if (round % (40 / rounds) < 1) best[i] = Math.min(best[i] ?? Infinity, await timeOf(run))
    }
  }
  sheet.close()
  const verdicts = cities.length * quarters.length * 11
  say(`37 cities × 12 quarters × 11 results = ${verdicts} verdicts, processor time, best of the runs:`)
  for (const [i, [name]] of ways.entries()) {
    const time = best[i] ?? Infinity
    say(
      `  ${name.padEnd(46)} ${time.toFixed(1).padStart(8)} ms ${((time / verdicts) * 1e6).toFixed(0).padStart(8)} ns each`,
    )
  }
  const [bare = 1, plain = 1, explained = 1, whole = 1, recalculation = 1, rulesEngine = 1] = best
  const ratio = (time: number, other: number) => `${(time / other).toFixed(1)} ×`
  say(
    `  with every other reading, which is up to seven verdicts: ${ratio(whole, bare)} the bare loop, ${ratio(whole, plain)} the verdict alone`,
  )
  return [
    atMost('with explanation, against the bare loop', explained / bare, 10),
    atMost('without explanation, against the bare loop', plain / bare, 3),
    atLeast('json-rules-engine, against without explanation', rulesEngine / plain, 20),
    atLeast('json-rules-engine, against with explanation', rulesEngine / explained, 20),
    atLeast('HyperFormula, against without explanation', recalculation / plain, 4),
    atLeast('HyperFormula, against with explanation', recalculation / explained, 4),
    await linear(say),
  ]
}

/** The cost of a city must not rise with their number: at 2,850 counties at most half as much again as at 37 cities. */
async function linear(say: (line: string) => void): Promise<Goal> {
  const sizes = [37, 333, 2850]
  const sets = sizes.map(citiesOf)
  const best = sizes.map(() => Infinity)
  for (let round = 0; round < 12; round++) {
    for (const [i, cities] of sets.entries()) {
      if (cities.length > 1000 && round % 4 > 0) continue
      const time = await timeOf(() => {
        judgeAll(withExplanation, cities)
      })
      best[i] = Math.min(best[i] ?? Infinity, (time * 1e6) / cities.length)
    }
  }
  for (const [i, size] of sizes.entries()) {
    say(
      `  ${String(size).padStart(5)} cities, with explanation ${(best[i] ?? 0).toFixed(0).padStart(9)} ns a city`,
    )
  }
  const growth = (best[2] ?? Infinity) / (best[0] ?? 1)
  return atMost('a city among 2,850 against one among 37', growth, 1.5)
}

/** All ways must come to the same verdicts, or their times could not be compared. */
function sameVerdicts(cities: readonly City[], ...others: readonly ReadonlyMap<string, number>[]): void {
  const count = (way: Way) => {
    const found = new Map<string, number>()
    judgeAll((subject, facts, asOf) => {
      const verdict = String(way(subject, facts, asOf))
      found.set(verdict, (found.get(verdict) ?? 0) + 1)
      return true
    }, cities)
    return found
  }
  const own = count((subject, facts, asOf) => verdictOnly(subject, facts, configuration, asOf).code)
  const text = (found: ReadonlyMap<string, number>) => JSON.stringify([...found].sort())
  for (const other of [count(bareLoop), ...others]) {
    if (text(other) !== text(own)) throw new Error(`verdicts differ: ${text(own)} and ${text(other)}`)
  }
}

/** Milliseconds of processor time, which other work on the machine does not lengthen as it does the clock's. */
async function timeOf(run: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
