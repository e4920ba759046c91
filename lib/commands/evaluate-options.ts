import { defaultConfiguration, type Configuration } from '@/lib/rules'
import { isYear, ok, parseQuarter, refuse, yearOf, type Quarter, type Result } from '@/lib/values'

export interface EvaluateOptions {
  readonly figures: string
  readonly asOf: Quarter
  readonly configuration: Configuration
  readonly json: boolean
}

export const usage =
  'usage: npm run --silent evaluate -- --figures FILE.csv --as-of 2022Q4 [--base-year 2019] [--intervals 3] [--json]'

const VALUED = ['--figures', '--as-of', '--base-year', '--intervals'] as const
const LAST_YEAR = 9999

/** Reads the command line; every fault is named, not only the first. `--name value` and `--name=value` are the same. */
export function parseOptions(args: readonly string[]): Result<EvaluateOptions, readonly string[]> {
  const faults: string[] = []
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1
    const name = equals < 0 ? arg : arg.slice(0, equals)
    const valued = VALUED.some((known) => known === name)
    if (!valued && arg !== '--json') {
      faults.push(`expected an option, got ${JSON.stringify(arg)}`)
      continue
    }
    if (given.has(name)) faults.push(`expected ${name} once, got it again`)
    let value = equals < 0 ? '' : arg.slice(equals + 1)
    const next = args[i + 1]
    if (valued && equals < 0 && next !== undefined && !next.startsWith('--')) {
      value = next
      i++
    }
    if (valued && value === '') faults.push(`expected a value for ${name}, got none`)
    given.set(name, value)
  }
  // An option without its value is a fault already; it is not judged a second time.
  const chosen = (name: string, otherwise: number) =>
    given.has(name) && given.get(name) !== '' ? (given.get(name) as string) : String(otherwise)
  const baseYear = chosen('--base-year', defaultConfiguration.baseYear)
  const intervals = chosen('--intervals', defaultConfiguration.intervals)
  const asOf = given.get('--as-of') ?? ''
  const quarter = parseQuarter(asOf)
  for (const name of ['--figures', '--as-of']) {
    if (!given.has(name)) faults.push(`expected the option ${name}, got none`)
  }
  if (asOf !== '' && !quarter) {
    faults.push(`--as-of: expected a quarter such as 2022Q4, got ${JSON.stringify(asOf)}`)
  }
  if (!isYear(baseYear)) {
    faults.push(`--base-year: expected a year of four digits, got ${JSON.stringify(baseYear)}`)
  }
  if (!/^[1-9]\d{0,3}$/.test(intervals)) {
    faults.push(`--intervals: expected a whole number from 1 on, got ${JSON.stringify(intervals)}`)
  } else if (isYear(baseYear) && yearOf(baseYear) + Number(intervals) > LAST_YEAR) {
    faults.push(
      `--intervals: expected a span that ends by ${LAST_YEAR}, got ${intervals} years from ${baseYear}`,
    )
  }
  if (faults.length > 0 || !quarter) return refuse(faults)
  return ok({
    figures: given.get('--figures') as string,
    asOf: quarter,
    configuration: { baseYear: Number(baseYear), intervals: Number(intervals) },
    json: given.has('--json'),
  })
}
