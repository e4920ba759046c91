import { refuse, type Locale } from '@/lib/values'
import { verifyExplanations, type CityFigures } from './explanations'
import { readFiguresFile } from './figures-file'
import { verifyLedger } from './ledger'
import { parseOptions, usage } from './options'
import { printFaults, printJson, printTables, type FileReport } from './printer'
import { readVerifiable, type Verifiable } from './verified-file'
import { verifyWords } from './words'

/** What the command leaves behind: 0 all holds, 1 something does not, 2 a file cannot be read, 64 bad options. */
export interface Outcome {
  readonly status: 0 | 1 | 2 | 64
  readonly out: string
  readonly err: string
}

type Read = (path: string) => Uint8Array

/** Runs the command on its arguments, with files read by the caller's `read`. */
export function verify(args: readonly string[], read: Read, locale: Locale): Outcome {
  const options = parseOptions(args)
  if (!options.ok) return { status: 64, out: '', err: `${[...options.error, usage].join('\n')}\n` }
  const { files, figures: figuresFile, json } = options.value
  const unreadable: string[] = []
  const readable = files.flatMap((file): FileRead[] => {
    const result = readFile(file, read)
    if (result.ok) return [{ file, ...result.value }]
    const { expected, got } = result.error
    unreadable.push(`${file}: ${verifyWords[locale].unreadable(expected, got)}\n`)
    return []
  })
  let figures: CityFigures | null = null
  if (figuresFile !== null) {
    const result = readFiguresFile(figuresFile, read)
    if (result.ok) figures = result.value
    else unreadable.push(...result.error)
  }
  if (unreadable.length > 0) return { status: 2, out: '', err: unreadable.join('') }
  const reports = readable.map((file) => reportOn(file, figures))
  const out = json ? printJson(reports) : printTables(reports, locale)
  const err = printFaults(reports, locale)
  return { status: err === '' ? 0 : 1, out, err }
}

interface FileRead extends Verifiable {
  readonly file: string
}

function readFile(file: string, read: Read): ReturnType<typeof readVerifiable> {
  try {
    return readVerifiable(read(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error'
    return refuse({ expected: 'a file that can be read', got: code })
  }
}

function reportOn({ file, kind, value, faults }: FileRead, figures: CityFigures | null): FileReport {
  if (kind === 'ledger') {
    const found = verifyLedger(value)
    return { file, kind, ...found, faults: [...faults, ...found.faults] }
  }
  const found = verifyExplanations(value, figures)
  return { file, kind, ...found, faults: [...faults, ...found.faults] }
}
