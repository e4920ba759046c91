/**
 * Makes one PDF and ends. A process of its own, because the compiler is native code that keeps what it took and cannot be
 * stopped from within; whoever started it may kill it.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { glyphsOf } from './glyphs.mjs'

const SANS = [
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
]
const SERIF = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
]
/** Stands for a character that the fonts do not have (GB/T 15834 leaves such places to the printer's 〓). */
const MISSING = '〓'

process.once('message', (job) => {
  const answer = made(job)
  process.send?.(answer, () => process.disconnect())
})
process.once('disconnect', () => process.exit())

/**
 * @param {{ template: 'short' | 'paper', data: unknown, files: Record<string, string>, moment: number }} job
 * @returns {{ file: Buffer } | { fault: string }}
 */
function made({ template, data, files, moment }) {
  const fonts = [...SANS, ...SERIF].map((name) =>
    readFileSync(path.resolve('node_modules/@expo-google-fonts', name)),
  )
  const workspace = import.meta.dirname
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
  const shown = JSON.stringify(printable(data, shownByAll(fonts)))
  compiler.mapShadow(path.join(workspace, 'data.json'), Buffer.from(shown))
  for (const [name, content] of Object.entries(files))
    compiler.mapShadow(path.join(workspace, name), Buffer.from(content))
  try {
    const compiled = compiler.compile({ mainFilePath: path.join(workspace, `${template}.typ`) })
    // A warning is a font that was not found: the page would look otherwise than it was set.
    const problem = compiled.takeDiagnostics()
    if (problem !== null || compiled.result === null)
      return { fault: JSON.stringify(problem?.shortDiagnostics ?? 'no result') }
    const file = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: moment })
    return { file }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : JSON.stringify(error) }
  }
}

/** @param {Buffer[]} fonts */
function shownByAll(fonts) {
  const glyphs = fonts.map(glyphsOf)
  return (/** @type {number} */ codePoint) => glyphs.every((has) => has(codePoint))
}

/**
 * The data with what no PDF can show left out, and what the fonts lack replaced by a sign that says so.
 * @param {unknown} value
 * @param {(codePoint: number) => boolean} has
 * @returns {unknown}
 */
function printable(value, has) {
  if (typeof value === 'string') {
    return [...value.normalize('NFC').replace(/(?![\n])\p{Cc}|\p{Cs}|\p{Cf}/gu, '')]
      .map((sign) => (sign === '\n' || has(sign.codePointAt(0) ?? 0) ? sign : MISSING))
      .join('')
  }
  if (Array.isArray(value)) return value.map((each) => printable(each, has))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printable(each, has)]))
  return value
}
