import { numericIndicators } from '@/lib/notice'
import { verdictOnly, type Configuration } from '@/lib/rules'
import type { Locale, Quarter } from '@/lib/values'
import { decodeReadable, decodeUtf8, UNREADABLE } from './evaluate-bytes'
import type { Fault } from './evaluate-csv'
import { parseOptions, usage } from './evaluate-options'
import { printJson, printTable, type CityVerdict } from './evaluate-printer'
import { readFigures, type CityFigures } from './evaluate-reader'

/** What the command leaves behind. */
export interface Outcome {
  readonly status: 0 | 2 | 64
  readonly out: string
  readonly err: string
}

/** Runs the command on its arguments, with the file read by the caller's `read`. */
export function evaluate(
  args: readonly string[],
  read: (path: string) => Uint8Array,
  locale: Locale,
): Outcome {
  const options = parseOptions(args)
  if (!options.ok) return { status: 64, out: '', err: `${[...options.error, usage].join('\n')}\n` }
  const { figures: path, configuration, asOf, json } = options.value
  const refused = (faults: readonly Fault[]): Outcome => ({
    status: 2,
    out: '',
    err: faults.map((fault) => `${path}:${fault.line}:${fault.column}: ${sentence(fault)}\n`).join(''),
  })
  let bytes: Uint8Array
  try {
    bytes = read(path)
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code ?? 'an error'
    return refused([{ line: 1, column: 1, expected: 'a file that can be read', got }])
  }
  const text = decodeUtf8(bytes)
  const cities = readFigures(text.ok ? text.value : decodeReadable(bytes))
  if (!text.ok) {
    // What cannot be read is named once; what can be is looked at all the same.
    const others = cities.ok ? [] : cities.error.filter(({ got }) => !got.includes(UNREADABLE))
    return refused([text.error, ...others].sort((a, b) => a.line - b.line || a.column - b.column))
  }
  if (!cities.ok) return refused(cities.error)
  const verdicts = judgeAll(cities.value, configuration, asOf)
  const out = json ? printJson(verdicts, configuration) : printTable(verdicts, configuration, asOf, locale)
  return { status: 0, out, err: '' }
}

function sentence(fault: Fault): string {
  return `expected ${fault.expected}, got ${fault.got}`
}

function judgeAll(
  cities: readonly CityFigures[],
  configuration: Configuration,
  asOf: Quarter,
): readonly CityVerdict[] {
  return cities.flatMap(({ city, facts }) =>
    numericIndicators.flatMap((subject) => {
      const figures = facts.get(subject.code)
      return figures ? [{ city, verdict: verdictOnly(subject, figures, configuration, asOf) }] : []
    }),
  )
}
