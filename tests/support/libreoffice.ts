import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCsv } from '../documents/read-csv'

const PLACES = [
  process.env.SOFFICE_PATH ?? '',
  ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'soffice')),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** The program of an installed LibreOffice; null where there is none. */
export const soffice: string | null = PLACES.find((file) => isProgram(file)) ?? null

/** What a test that needs it is called, so that whoever runs the tests reads why it was skipped. */
export const withLibreOffice = (name: string): string =>
  soffice === null ? `${name} (skipped: no soffice in PATH or SOFFICE_PATH)` : name

/**
 * Opens a workbook in LibreOffice, with a profile of its own, and gives its sheets as LibreOffice reads them: by name, in rows
 * of texts; numbers as they are, not as their format shows them.
 */
export const openInLibreOffice = (workbook: Uint8Array): OpenedWorkbook =>
  inFolder(new Map([['book.xlsx', workbook]]), (folder) => opened(folder, ['book.xlsx']).get('book.xlsx')) ??
  new Map<string, Rows>()

type Rows = readonly (readonly string[])[]
export type OpenedWorkbook = ReadonlyMap<string, Rows>

/** The same workbook as LibreOffice writes it. */
export const savedByLibreOffice = (workbook: Uint8Array): Uint8Array =>
  inFolder(new Map([['book.xlsx', workbook]]), (folder) => {
    convert(folder, ['book.xlsx'], 'xlsx:Calc MS Excel 2007 XML')
    return readFileSync(path.join(folder, 'out/book.xlsx'))
  })

/** All of them in two starts of LibreOffice: workbooks as it reads them, Word files as it prints them, by the names of the files. */
export const openedByLibreOffice = (
  files: ReadonlyMap<string, Uint8Array>,
): {
  readonly workbooks: ReadonlyMap<string, OpenedWorkbook>
  readonly prints: ReadonlyMap<string, Buffer>
} =>
  inFolder(files, (folder) => {
    const words = [...files.keys()].filter((name) => name.endsWith('.docx'))
    convert(folder, words, 'pdf')
    const print = (name: string) => readFileSync(path.join(folder, 'out', name.replace(/docx$/, 'pdf')))
    return {
      prints: new Map(words.map((name) => [name, print(name)])),
      workbooks: opened(
        folder,
        [...files.keys()].filter((name) => name.endsWith('.xlsx')),
      ),
    }
  })

function opened(folder: string, names: readonly string[]): ReadonlyMap<string, OpenedWorkbook> {
  // Comma, quotes, UTF-8, from line 1, formats of columns, language, quote texts, not as shown, no formulas, no spaces taken
  // away, every sheet in a file of its own.
  convert(folder, names, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1')
  const files = readdirSync(path.join(folder, 'out')).filter((name) => name.endsWith('.csv'))
  return new Map(
    names.map((name) => {
      const start = `${path.basename(name, '.xlsx')}-`
      return [
        name,
        new Map(
          files
            .filter((file) => file.startsWith(start))
            .map((file) => [
              file.slice(start.length, -'.csv'.length),
              readCsv(asWeWrite(readFileSync(path.join(folder, 'out', file), 'utf8'))),
            ]),
        ),
      ]
    }),
  )
}

function convert(folder: string, names: readonly string[], filter: string): void {
  if (soffice === null) throw new Error('there is no LibreOffice')
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
  const files = names.map((name) => path.join(folder, name))
  const out = path.join(folder, 'out')
  const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, ...files]
  const { status, stderr, error } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`soffice ended with ${status ?? error?.message ?? 'a signal'}: ${stderr}`)
}

function inFolder<T>(files: ReadonlyMap<string, Uint8Array>, take: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-office-'))
  try {
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes)
    return take(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** With the mark at the beginning and the line ends of our own files; what stands in quotes stays. */
function asWeWrite(text: string): Uint8Array {
  const lines = text.replace(/("(?:[^"]|"")*")|\r?\n/g, (_, quoted: string | undefined) => quoted ?? '\r\n')
  return new TextEncoder().encode(`\ufeff${lines}`)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return path.isAbsolute(file)
  } catch {
    return false
  }
}
