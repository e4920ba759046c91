import { transpileModule } from 'typescript'

/** What Stryker reports, as far as it is read here: mutation-testing-report-schema. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly column: number
}

/** A change that no test can notice, because it changes nothing that anybody can see. */
export interface Equivalent {
  readonly file: string
  /** The code as it stands, and what it is changed into. */
  readonly code: string
  readonly into: string
  /** So many such places in the file; 1 if it is not said. */
  readonly times?: number
  readonly reason: string
}

const KILLED = ['Killed', 'Timeout']
const COUNTED = [...KILLED, 'Survived', 'NoCoverage']

/** Counts what was noticed, file by file, without the changes that are known to make no difference. */
export function scoreOf(report: Report, equivalents: readonly Equivalent[], only: readonly string[]) {
  const unused = new Map(equivalents.map((each) => [each, each.times ?? 1]))
  const survivors: string[] = []
  const all = { mutants: 0, equivalent: 0, killed: 0 }
  const lines = Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    if (only.length > 0 && !only.includes(file)) return []
    const counted = mutants.filter(({ status }) => COUNTED.includes(status))
    const killed = counted.filter(({ status }) => KILLED.includes(status)).length
    let equivalent = 0
    for (const mutant of counted.filter(({ status }) => !KILLED.includes(status))) {
      const code = textAt(source, mutant.location)
      const into = mutant.replacement ?? ''
      const known = [...unused].find(
        ([each, left]) => left > 0 && each.file === file && each.code === code && each.into === into,
      )
      if (known) {
        unused.set(known[0], known[1] - 1)
        equivalent++
        continue
      }
      const { line, column } = mutant.location.start
      survivors.push(
        `${file}:${line}:${column} ${mutant.status} ${mutant.mutatorName}\n  - ${code}\n  + ${into}`,
      )
    }
    all.mutants += counted.length
    all.equivalent += equivalent
    all.killed += killed
    return counted.length === 0 ? [] : [lineOf(file, counted.length, equivalent, killed)]
  })
  const stale = [...unused]
    .filter(
      ([{ file }, left]) => left > 0 && file in report.files && (only.length === 0 || only.includes(file)),
    )
    .map(([{ file, code, into }]) => `${file} ${code} → ${into}`)
  lines.push(lineOf('all', all.mutants, all.equivalent, all.killed))
  return { lines, survivors, stale, score: percent(all.killed, all.mutants - all.equivalent) }
}

/**
 * The files that a report says nothing about, or says it of another text than stands there now. A file without code of its own
 * (types, and what it passes on) has nothing to change and is none of them.
 * @param sources every file there is, with its text
 */
export function notMeasured(report: Report, sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) => {
    const known = report.files[file]
    if (known) return known.source === source ? [] : [`${file} has changed since it was measured`]
    const own = transpileModule(source, { compilerOptions: { removeComments: true } })
      .outputText.replaceAll(/^(?:import|export) [^;]*;$/gm, (line) =>
        /\bfrom '|^export \{\};/.test(line) ? '' : line,
      )
      .trim()
    return own === '' ? [] : [`${file} has not been measured`]
  })
}

function lineOf(file: string, mutants: number, equivalent: number, killed: number): string[] {
  const counted = mutants - equivalent
  return [
    file,
    mutants,
    equivalent,
    killed,
    counted - killed,
    `${percent(killed, counted).toFixed(1)} %`,
  ].map(String)
}

const percent = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole)

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n')
}
