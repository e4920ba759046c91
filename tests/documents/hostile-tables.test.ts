import { afterAll, describe, expect, it } from 'vitest'
import { deadlineIn } from '@/lib/documents/tables/deadline'
import { readWorkbook } from '@/lib/documents/tables/read-workbook'
import { endReaders, readTables } from '@/lib/documents/read-tables'
import { rawWorkbook, sheetXml, type RawWorkbook } from '../support/raw-workbook'
import { rawZip } from '../support/raw-zip'

afterAll(endReaders)

type Answer = 'read' | readonly [code: string, detail?: Readonly<Record<string, string>>]

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
const cfb = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
const part = (name: string, content: string | Uint8Array = 'x') => ({ parts: [{ name, content }] })
const typed = (type: string): RawWorkbook => ({
  contentTypes: `<Override PartName="/xl/other.bin" ContentType="${type}"/>`,
})
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2)
const doctype = (declaration: string, xml: string): string =>
  xml.replace(/^(<\?xml[^>]*\?>)?\s*/, (head) => `${head}<!DOCTYPE x [${declaration}]>`)
const strings = (inside: string): string =>
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</sst>`

const files: readonly (readonly [what: string, make: () => Uint8Array, answer: Answer, name?: string])[] = [
  ['nothing at all', () => Buffer.alloc(0), ['fileEmpty']],
  ['51 MB', () => Buffer.alloc(51_000_000, 'PK\x03\x04'), ['fileTooLarge', { limit: '50', got: '51' }]],
  ['a page renamed', () => Buffer.from('<html><table>'), ['fileRenamed', { what: 'html', ending: 'xlsx' }]],
  ['a CSV renamed', () => Buffer.from('a,b\n1,2\n'), ['fileRenamed', { what: 'text', ending: 'xlsx' }]],
  ['a workbook renamed', () => rawWorkbook(), ['fileRenamed', { what: 'workbook', ending: 'csv' }], 'a.csv'],
  ['a PDF', () => Buffer.from('%PDF-1.7'), ['fileOtherKind'], 'a.pdf'],
  [
    'a Word document',
    () => rawZip([{ name: 'word/document.xml', content: '<x/>' }]),
    ['fileOtherKind'],
    'a.docx',
  ],
  ['an old .xls', () => cfb('Workbook'), ['fileOldExcel'], 'a.xls'],
  ['an old .xls renamed', () => cfb('Workbook'), ['fileOldExcel']],
  ['a workbook with a password', () => cfb('EncryptedPackage'), ['fileEncrypted']],
  [
    'an encrypted part',
    () => rawZip([{ name: 'xl/workbook.xml', content: 'x', lies: { flags: 1 } }]),
    ['fileEncrypted'],
  ],
  [
    '.xlsb',
    () => rawWorkbook(typed('application/vnd.ms-excel.sheet.binary.macroEnabled.main')),
    ['fileActive', { what: 'macro' }],
  ],
  [
    '.xlsb without macros',
    () => rawWorkbook(typed('application/vnd.ms-excel.sheet.binary.main')),
    ['fileBinaryExcel'],
  ],
  ['a macro', () => rawWorkbook(part('xl/vbaProject.bin')), ['fileActive', { what: 'macro' }]],
  ['half a file', () => half(rawWorkbook()), ['fileDamaged', { part: '' }]],
  [
    'a CRC that is wrong',
    () =>
      rawWorkbook({
        parts: [{ name: 'xl/worksheets/sheet1.xml', content: sheetXml(ONE), lies: { crc: 7 } }],
      }),
    ['fileDamaged', { part: 'xl/worksheets/sheet1.xml' }],
  ],
  [
    'two parts of one name',
    () =>
      rawWorkbook({
        parts: [
          { name: 'a.txt', content: '1' },
          { name: 'A.TXT', content: '2' },
        ],
      }),
    ['fileUnsafe', { why: 'duplicate', part: 'A.TXT' }],
  ],
  [
    'an entity from a file (XXE)',
    () =>
      rawWorkbook(
        part(
          'xl/sharedStrings.xml',
          doctype('<!ENTITY e SYSTEM "file:///etc/hostname">', strings('<si><t>&e;</t></si>')),
        ),
      ),
    ['fileUnsafe', { why: 'doctype', part: 'xl/sharedStrings.xml' }],
  ],
  [
    '300,000 merged cells',
    () =>
      rawWorkbook({
        afterData: `<mergeCells>${Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${2 * i + 1}:B${2 * i + 2}"/>`).join('')}</mergeCells>`,
      }),
    ['fileTooBig', { what: 'merges', limit: '10000' }],
  ],
  ['no cell at all', () => rawWorkbook({ rows: '' }), ['fileNoTable']],
  ['text in no encoding', () => Buffer.from([0x61, 0x2c, 0xff, 0x81, 0x0a]), ['fileEncoding'], 'a.csv'],
  ['a quotation mark left open', () => Buffer.from('a,b\n"c,d\n'), ['fileQuoteOpen', { line: '2' }], 'a.csv'],
  [
    'one merged area over the whole sheet',
    () => rawWorkbook({ afterData: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    'read',
  ],
]

describe('of hostile and broken files', () => {
  const cases = files.map(([what, make, answer, name]) => ({ what, make, answer, name: name ?? '台账.xlsx' }))

  it.each(cases)('$what is answered', async ({ make, answer, name }) => {
    const read = await readTables(make(), name)
    if (answer === 'read') expect(read.ok).toBe(true)
    else expect(read).toEqual({ ok: false, error: { code: answer[0], detail: answer[1] ?? {} } })
  })
})

describe('a machine under load', () => {
  it('takes ten files at once and sends the others away', async () => {
    const bytes = rawWorkbook()
    const read = await Promise.all(Array.from({ length: 12 }, () => readTables(bytes, 'a.xlsx')))
    expect(read.map((each) => (each.ok ? 'read' : each.error.code))).toEqual([
      ...Array<string>(10).fill('read'),
      'fileBusy',
      'fileBusy',
    ])
  })

  it('stops reading when the time is up', async () => {
    const none = () => undefined
    const pause = () => Promise.resolve()
    const sink = { begin: none, row: none, formula: none, endTable: none, end: none, pause }
    const late = readWorkbook(rawWorkbook(), sink, deadlineIn(-1))
    await expect(late).rejects.toMatchObject({ code: 'fileSlow' })
  })
})
