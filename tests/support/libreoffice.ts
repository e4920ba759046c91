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
export function openInLibreOffice(workbook: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> {
  // Comma, quotes, UTF-8, from line 1, formats of columns, language, quote texts, not as shown, no formulas, no spaces taken
  // away, every sheet in a file of its own.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'
  return converted(workbook, filter, (folder) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    return new Map(
      files.map((name) => [
        name.slice('book-'.length, -'.csv'.length),
        readCsv(asWeWrite(readFileSync(path.join(folder, name), 'utf8'))),
      ]),
    )
  })
}

/** The same workbook as LibreOffice writes it. */
export function savedByLibreOffice(workbook: Uint8Array): Uint8Array {
  return converted(workbook, 'xlsx:Calc MS Excel 2007 XML', (folder) =>
    readFileSync(path.join(folder, 'out/book.xlsx')),
  )
}

/** A Word file as LibreOffice prints it. */
export function pdfOfWord(document: Uint8Array): Uint8Array {
  return converted(document, 'pdf', (folder) => readFileSync(path.join(folder, 'book.pdf')), 'book.docx')
}

function converted<T>(
  document: Uint8Array,
  filter: string,
  take: (folder: string) => T,
  name = 'book.xlsx',
): T {
  if (soffice === null) throw new Error('there is no LibreOffice')
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-office-'))
  try {
    const file = path.join(folder, name)
    writeFileSync(file, document)
    const out = filter.startsWith('xlsx') ? path.join(folder, 'out') : folder
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, file]
    const { status, stderr, error } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 120_000 })
    if (status !== 0)
      throw new Error(`soffice ended with ${status ?? error?.message ?? 'a signal'}: ${stderr}`)
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
