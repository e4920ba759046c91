import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** A cell as it stands in the file: `t` is its type attribute, `format` the number format its style asks for. */
export interface ReadCell {
  readonly at: string
  readonly type: 'inlineStr' | 'number' | 'empty' | 'other'
  readonly value: string
  readonly format: string
  readonly formula: boolean
}

export interface ReadSheet {
  readonly name: string
  readonly xml: string
  /** By row and column, both from 0. */
  readonly rows: readonly (readonly ReadCell[])[]
}

export interface ReadWorkbook {
  readonly parts: ReadonlyMap<string, string>
  readonly sheets: readonly ReadSheet[]
  readonly definedNames: readonly string[]
}

/** Reads a workbook that the portal wrote, with another library than the one it was written with. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const parts = await unzip(Buffer.from(bytes))
  const part = (path: string): string => {
    const xml = parts.get(path)
    if (xml === undefined) throw new Error(`the workbook has no ${path}`)
    return xml
  }
  for (const xml of parts.values()) walk(xml, () => undefined)
  const targets = new Map<string, string>()
  walk(part('xl/_rels/workbook.xml.rels'), ({ name, attributes }) => {
    if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '')
  })
  const formats = cellFormats(part('xl/styles.xml'))
  const sheets: ReadSheet[] = []
  const definedNames: string[] = []
  walk(
    part('xl/workbook.xml'),
    ({ name, attributes }) => {
      if (name !== 'sheet') return
      const xml = part(`xl/${targets.get(attributes['r:id'] ?? '') ?? ''}`)
      sheets.push({ name: attributes.name ?? '', xml, rows: cells(xml, formats) })
    },
    (name, content) => {
      if (name === 'definedName') definedNames.push(content)
    },
  )
  return { parts, sheets, definedNames }
}

/** The values of a sheet as texts, row by row. */
export function values(sheet: ReadSheet | undefined): readonly (readonly string[])[] {
  return (sheet?.rows ?? []).map((row) => Array.from(row, (cell: ReadCell | undefined) => cell?.value ?? ''))
}

function cells(xml: string, formats: readonly string[]): ReadCell[][] {
  const rows: ReadCell[][] = []
  let open: Record<string, string> = {}
  let value = ''
  let formula = false
  walk(
    xml,
    ({ name, attributes }) => {
      if (name === 'f') formula = true
      if (name !== 'c') return
      open = attributes
      value = ''
      formula = false
    },
    (name, content) => {
      if (name === 't' || name === 'v') value += content
      if (name !== 'c') return
      const at = open.r ?? ''
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const row = (rows[Number(digits) - 1] ??= [])
      const type =
        open.t === 'inlineStr'
          ? 'inlineStr'
          : open.t !== undefined
            ? 'other'
            : value === ''
              ? 'empty'
              : 'number'
      const text = type === 'inlineStr' ? uncoded(value) : value
      row[column] = { at, type, value: text, format: formats[Number(open.s ?? 0)] ?? '', formula }
    },
  )
  return Array.from(rows, (row: ReadCell[] | undefined) => row ?? [])
}

/** `_x000D_` stands for the character of that number: ECMA-376, ST_Xstring. */
function uncoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function cellFormats(styles: string): string[] {
  const codes = new Map([
    ['0', 'General'],
    ['49', '@'],
  ])
  const formats: string[] = []
  let inside = false
  walk(
    styles,
    ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      if (name === 'cellXfs') inside = true
      if (name === 'xf' && inside) formats.push(codes.get(attributes.numFmtId ?? '') ?? 'unknown')
    },
    (name) => {
      if (name === 'cellXfs') inside = false
    },
  )
  return formats
}

function walk(
  xml: string,
  opened: (tag: SaxesTagPlain) => void,
  closed: (name: string, content: string) => void = () => undefined,
): void {
  const parser = new SaxesParser({ xmlns: false })
  let content = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => {
    content += text
  })
  parser.on('opentag', (tag) => {
    content = ''
    opened(tag)
  })
  parser.on('closetag', ({ name }) => {
    closed(name, content)
    content = ''
  })
  parser.write(xml).close()
}

/** The parts of an Office file, by name, as text. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => {
      if (error) reject(error)
      else resolve(opened)
    })
  })
  const parts = new Map<string, string>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => {
      resolve(parts)
    })
    zip.on('entry', (entry: Entry) => {
      content(zip, entry).then((text) => {
        parts.set(entry.fileName, text)
        zip.readEntry()
      }, reject)
    })
    zip.readEntry()
  })
}

function content(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', reject)
      stream.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'))
      })
    })
  })
}
