import { ok, refuse, type Result } from '@/lib/values'
import { decodeUtf8 } from '../evaluate-bytes'
import type { Fault as CsvFault } from '../evaluate-csv'
import { readFigures } from '../evaluate-reader'
import type { CityFigures } from './explanations'

/** Reads a file of figures as `evaluate` does; refused with a line for each of its faults. */
export function readFiguresFile(
  file: string,
  read: (path: string) => Uint8Array,
): Result<CityFigures, readonly string[]> {
  const refused = (faults: readonly CsvFault[]) =>
    refuse(
      faults.map(
        ({ line, column, expected, got }) => `${file}:${line}:${column}: expected ${expected}, got ${got}\n`,
      ),
    )
  let bytes: Uint8Array
  try {
    bytes = read(file)
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : 'error'
    return refused([{ line: 1, column: 1, expected: 'a file that can be read', got }])
  }
  const text = decodeUtf8(bytes)
  if (!text.ok) return refused([text.error])
  const cities = readFigures(text.value)
  if (!cities.ok) return refused(cities.error)
  return ok(
    new Map(
      cities.value.map(({ city, facts }) => [
        city,
        new Map([...facts].map(([code, own]) => [code, known(own)])),
      ]),
    ),
  )
}

/** Figures by period; one that is missing is absent. */
function known(
  facts: Readonly<Record<string, { readonly value: string | null }>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(facts).flatMap(([period, { value }]) =>
      value === null ? [] : [[period, value] as const],
    ),
  )
}
