import { refuse, type Locale } from '@/lib/values'
import { verifyExplanations, type CityFigures } from './explanations'
import { verifyEvaluation } from './evaluation'
import { readFiguresFile } from './figures-file'
import { verifyInstalment } from './instalment'
import { verifyLedger } from './ledger'
import { verifyMoney } from './money'
import { parseOptions, usage } from './options'
import { isPack, openPack, verifiableIn, type OpenedPack } from './pack'
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

/** Runs the command on its arguments, with files read by the caller's `read`; what packs hold is verified like any file. */
export async function verifyWithPacks(args: readonly string[], read: Read, locale: Locale): Promise<Outcome> {
  const packs = new Map<string, OpenedPack>()
  const options = parseOptions(args)
  for (const file of options.ok ? options.value.files : []) {
    const pack = await packIn(file, read, options.ok ? options.value.key : null)
    if (pack !== null) packs.set(file, pack)
  }
  return verify(args, read, locale, packs)
}

/** The same, with the packs among the files already opened. */
export function verify(
  args: readonly string[],
  read: Read,
  locale: Locale,
  packs: ReadonlyMap<string, OpenedPack> = new Map(),
): Outcome {
  const options = parseOptions(args)
  if (!options.ok) return { status: 64, out: '', err: `${[...options.error, usage].join('\n')}\n` }
  const { files, figures: figuresFile, json } = options.value
  const unreadable: string[] = []
  const readable: (FileRead | FileReport)[] = []
  const take = (file: string, open: Read): void => {
    const result = readFile(file, open)
    if (result.ok) readable.push({ file, ...result.value })
    else
      unreadable.push(`${file}: ${verifyWords[locale].unreadable(result.error.expected, result.error.got)}\n`)
  }
  for (const file of files) {
    const pack = packs.get(file)
    if (pack === undefined) {
      take(file, read)
      continue
    }
    readable.push({ file, kind: 'pack', ...pack.report })
    for (const name of verifiableIn(pack.files))
      take(`${file}/${name}`, () => pack.files.get(name) ?? new Uint8Array())
  }
  let figures: CityFigures | null = null
  if (figuresFile !== null) {
    const result = readFiguresFile(figuresFile, read)
    if (result.ok) figures = result.value
    else unreadable.push(...result.error)
  }
  if (unreadable.length > 0) return { status: 2, out: '', err: unreadable.join('') }
  const reports = readable.map((file) => ('value' in file ? reportOn(file, figures) : file))
  const out = json ? printJson(reports) : printTables(reports, locale)
  const err = printFaults(reports, locale)
  return { status: err === '' ? 0 : 1, out, err }
}

async function packIn(file: string, read: Read, key: string | null): Promise<OpenedPack | null> {
  let bytes: Uint8Array
  try {
    bytes = read(file)
  } catch {
    // That it cannot be read is said where it is taken.
    return null
  }
  return isPack(bytes) ? openPack(bytes, key) : null
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
  if (kind === 'instalment') {
    const found = verifyInstalment(value)
    return { file, kind, ...found, faults: [...faults, ...found.faults] }
  }
  if (kind === 'evaluation') {
    const found = verifyEvaluation(value)
    return { file, kind, ...found, faults: [...faults, ...found.faults] }
  }
  if (kind === 'money') {
    const found = verifyMoney(value)
    return { file, kind, ...found, faults: [...faults, ...found.faults] }
  }
  const found = verifyExplanations(value, figures)
  return { file, kind, ...found, faults: [...faults, ...found.faults] }
}
