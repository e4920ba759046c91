import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { readTables } from '@/lib/documents/read-tables'
import { endReaders } from '@/lib/documents/reader-pool'
import { deadlineIn } from '@/lib/documents/tables/deadline'
import { readWorkbook } from '@/lib/documents/tables/read-workbook'
import { rawWorkbook, sheetXml, type RawWorkbook } from '../support/raw-workbook'
import { rawZip, type RawPart } from '../support/raw-zip'

/** A file somebody may upload, and the one right answer to it. */
interface HostileFile {
  readonly what: string
  readonly name: string
  readonly make: () => Uint8Array
  readonly answer:
    | { readonly code: string; readonly detail: Readonly<Record<string, string>> }
    /** The first cells, and how many there are. */
    | { readonly cells: readonly string[]; readonly count: number }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEET = 'xl/worksheets/sheet1.xml'
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

const refused = (
  what: string,
  make: HostileFile['make'],
  code: string,
  detail: Readonly<Record<string, string>> = {},
  name = '台账.xlsx',
): HostileFile => ({ what, name, make, answer: { code, detail } })

const read = (
  what: string,
  make: HostileFile['make'],
  cells: readonly string[] = ['A1 1'],
  count = cells.length,
  name = '台账.xlsx',
): HostileFile => ({ what, name, make, answer: { cells, count } })

const book = (workbook: RawWorkbook) => () => rawWorkbook(workbook)
const part = (name: string, content: string | Uint8Array = 'x', lies: RawPart['lies'] = {}) =>
  book({ parts: [{ name, content, lies }] })
const typed = (type: string) =>
  book({ contentTypes: `<Override PartName="/xl/other.bin" ContentType="${type}"/>` })
const sst = (inside: string, head = '') => `${head}<sst xmlns="${MAIN}">${inside}</sst>`
const strings = (inside: string, head = '') => part('xl/sharedStrings.xml', sst(inside, head))
const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('')
const merges = (inside: string) => book({ afterData: `<mergeCells>${inside}</mergeCells>` })
const cells = (inside: string) => book({ rows: `<row r="1">${inside}</row>` })
const csv = (text: string) => () => Buffer.from(text)
const compound = (stream: string) => () =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
const flood = `<worksheet xmlns="${MAIN}"><sheetData>${'<row><c><v>0</v></c></row>'.repeat(600_000)}</sheetData></worksheet>`
const unsafe = (why: string, where = SHEET) => ({ why, part: where })
const prefixed = (xml: string, name: string): string =>
  name.startsWith('xl/') && !name.endsWith('.rels')
    ? xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
    : xml
const strict = (xml: string): string =>
  xml
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
const column = (i: number): string => {
  const letter = (n: number) => String.fromCharCode(65 + n)
  if (i < 26) return letter(i)
  if (i < 702) return letter(Math.floor(i / 26) - 1) + letter(i % 26)
  const rest = i - 702
  return letter(Math.floor(rest / 676)) + letter(Math.floor(rest / 26) % 26) + letter(rest % 26)
}

/** Files that are broken, disguised, or made to bring a reader down. */
const hostileFiles: readonly HostileFile[] = [
  // Something else than it says.
  refused('nothing at all', () => Buffer.alloc(0), 'fileEmpty'),
  refused('51 MB', () => Buffer.alloc(51_000_000, 'PK\x03\x04'), 'fileTooLarge', { limit: '50', got: '51' }),
  refused('a web page renamed', csv('<html><table>'), 'fileRenamed', { what: 'html', ending: 'xlsx' }),
  refused('a CSV renamed', csv('a,b\n1,2\n'), 'fileRenamed', { what: 'text', ending: 'xlsx' }),
  refused('a workbook renamed', book({}), 'fileRenamed', { what: 'workbook', ending: 'csv' }, 'a.csv'),
  refused('a picture renamed', csv('GIF89a…'), 'fileRenamed', { what: 'image', ending: 'csv' }, 'a.csv'),
  refused('a PDF', csv('%PDF-1.7'), 'fileOtherKind', {}, 'a.pdf'),
  refused('a Word document', () => rawZip([{ name: 'word/document.xml', content: '' }]), 'fileOtherKind'),
  refused('OpenDocument', () => rawZip([{ name: 'content.xml', content: '' }]), 'fileOtherKind', {}, 'a.ods'),
  refused('an old .xls', compound('Workbook'), 'fileOldExcel', {}, 'a.xls'),
  refused('an old .xls renamed', compound('Workbook'), 'fileOldExcel'),
  refused('.xlsb', typed('application/vnd.ms-excel.sheet.binary.main'), 'fileBinaryExcel'),
  refused('a password', compound('EncryptedPackage'), 'fileEncrypted'),
  refused('an encrypted part', part('xl/a.xml', 'x', { flags: 1 }), 'fileEncrypted'),
  // What would run.
  refused('a macro', part('xl/vbaProject.bin'), 'fileActive', { what: 'macro' }),
  refused('.xlsm', typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'fileActive', {
    what: 'macro',
  }),
  refused('Excel 4 macros', part('xl/macrosheets/sheet1.xml'), 'fileActive', { what: 'macro' }),
  refused('ActiveX', part('xl/activeX/activeX1.bin'), 'fileActive', { what: 'activeX' }),
  refused('OLE', part('xl/embeddings/oleObject1.bin'), 'fileActive', { what: 'ole' }),
  refused('a connection', part('xl/connections.xml'), 'fileActive', { what: 'connection' }),
  refused('an add-in', part('xl/webextensions/a.xml'), 'fileActive', { what: 'extension' }),
  read('links to other files', part('xl/externalLinks/externalLink1.xml', '<externalLink/>')),
  // Broken.
  refused('half a file', () => rawWorkbook().subarray(0, 1500), 'fileDamaged', { part: '' }),
  refused('something behind the end', () => Buffer.concat([rawWorkbook(), Buffer.from('x')]), 'fileDamaged', {
    part: '',
  }),
  refused('a wrong CRC', part(SHEET, sheetXml(ONE), { crc: 7 }), 'fileDamaged', { part: SHEET }),
  refused(
    'a size of zip64 without zip64',
    part(SHEET, sheetXml(ONE), { size: 0xffff_ffff }),
    'fileUnsafe',
    unsafe('inflation'),
  ),
  refused('an unknown way of packing', part(SHEET, sheetXml(ONE), { method: 99 }), 'fileDamaged', {
    part: SHEET,
  }),
  refused('XML cut off', part(SHEET, sheetXml(ONE).slice(0, -20)), 'fileDamaged', { part: SHEET }),
  refused(
    'bytes that are no UTF-8',
    part(SHEET, Buffer.from(sheetXml(ONE).replace('>1<', '>\xff<'), 'latin1')),
    'fileDamaged',
    { part: SHEET },
  ),
  refused(
    'characters XML forbids',
    cells('<c r="A1" t="inlineStr"><is><t>a&#1;b&#xFFFF;</t></is></c>'),
    'fileDamaged',
    { part: SHEET },
  ),
  refused('a text that is not there', cells('<c r="A1" t="s"><v>9</v></c>'), 'fileDamaged', { part: SHEET }),
  refused('two cells in one place', cells('<c r="A1"><v>1</v></c><c r="A1"><v>666</v></c>'), 'fileDamaged', {
    part: SHEET,
  }),
  refused('rows in disorder', book({ rows: `<row r="2"/>${ONE}` }), 'fileDamaged', { part: SHEET }),
  refused('a cell of another row', cells('<c r="A7"><v>1</v></c>'), 'fileDamaged', { part: SHEET }),
  refused('no cell', book({ rows: '' }), 'fileNoTable'),
  // Two readers would read two things.
  refused(
    'two parts of one name',
    book({
      parts: [
        { name: 'a.txt', content: '1' },
        { name: 'A.TXT', content: '2' },
      ],
    }),
    'fileUnsafe',
    unsafe('duplicate', 'A.TXT'),
  ),
  refused(
    'parts over one another',
    part('xl/twice.xml', 'x', { overPart: SHEET }),
    'fileUnsafe',
    unsafe('overlap', 'xl/twice.xml'),
  ),
  refused('a part out of the file', part('../../evil.txt'), 'fileUnsafe', unsafe('path', '')),
  // Small, until it is unpacked or understood.
  refused('an inflation bomb', part(SHEET, flood), 'fileUnsafe', unsafe('inflation')),
  refused(
    'a bomb that says it is small',
    part(SHEET, flood, { size: 5000 }),
    'fileUnsafe',
    unsafe('inflation'),
  ),
  refused(
    'a bomb that says it is middling',
    part(SHEET, flood, { size: 3_000_000 }),
    'fileUnsafe',
    unsafe('inflation'),
  ),
  refused(
    '2,001 parts',
    book({ parts: Array.from({ length: 2001 }, (_, i) => ({ name: `a${i}`, content: '' })) }),
    'fileUnsafe',
    unsafe('entries', ''),
  ),
  refused(
    'a bomb of shared texts',
    strings(times(1_000_100, (i) => `<si><t>${(i * 7919) % 1_000_003}</t></si>`)),
    'fileTooBig',
    { what: 'text', limit: '1000000' },
  ),
  refused(
    'one long text in ten thousand cells',
    book({
      strings: ['long'.repeat(8000)],
      rows: times(10_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`),
    }),
    'fileTooBig',
    { what: 'text', limit: '60000000' },
  ),
  refused(
    'a cell of 40,000 signs',
    cells(`<c r="A1" t="inlineStr"><is><t>${'字'.repeat(40_000)}</t></is></c>`),
    'fileTooBig',
    { what: 'cellText', limit: '32767' },
  ),
  refused(
    'a billion laughs',
    strings('<si><t>&b;</t></si>', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'),
    'fileUnsafe',
    unsafe('doctype', 'xl/sharedStrings.xml'),
  ),
  refused(
    'a file of the machine (XXE)',
    strings('<si><t>&e;</t></si>', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
    'fileUnsafe',
    unsafe('doctype', 'xl/sharedStrings.xml'),
  ),
  refused('an entity nobody declared', strings('<si><t>&e;</t></si>'), 'fileDamaged', {
    part: 'xl/sharedStrings.xml',
  }),
  refused(
    '200,000 elements in one another',
    part(SHEET, sheetXml('<a>'.repeat(200_000) + '</a>'.repeat(200_000))),
    'fileUnsafe',
    unsafe('depth'),
  ),
  refused(
    'a million merged cells',
    merges(times(250_000, (i) => `<mergeCell ref="A${2 * i + 1}:B${2 * i + 2}"/>`)),
    'fileTooBig',
    { what: 'merges', limit: '10000' },
  ),
  read('one merged area over the whole sheet', merges('<mergeCell ref="A1:XFD1048576"/>')),
  read(
    'a list of choices over the whole sheet',
    book({
      afterData:
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
    }),
  ),
  read('a size that is not true', book({ beforeData: '<dimension ref="A1:XFD1048576"/>' })),
  read(
    '16,384 columns',
    cells(times(16_384, (i) => `<c r="${column(i)}1"><v>${i}</v></c>`)),
    ['A1 0', 'B1 1'],
    16_384,
  ),
  refused('a column behind the last', cells('<c r="XFE1"><v>1</v></c>'), 'fileTooBig', {
    what: 'columns',
    limit: '16384',
  }),
  refused(
    'a row behind the last',
    book({ rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }),
    'fileTooBig',
    { what: 'rows', limit: '1048576' },
  ),
  read(
    'the first and the last cell',
    book({ rows: `${ONE}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>` }),
    ['A1 1', 'XFD1048576 2'],
  ),
  read(
    '200,000 rows with style and nothing in them',
    book({
      formats: ['0'],
      rows:
        ONE +
        times(
          200_000,
          (i) =>
            `<row r="${i + 2}" s="1" customFormat="1"><c r="A${i + 2}" s="1"/><c r="B${i + 2}" s="1"/></row>`,
        ),
    }),
  ),
  read(
    '3,000 sums of 3,000 cells',
    book({
      rows: times(3000, (i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>SUM(B1:B3000)</f><v>0</v></c></row>`),
    }),
    ['A1 0 verified'],
    3000,
  ),
  read(
    'a chain of 30,000 formulas',
    book({
      rows: times(
        30_000,
        (i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>A${i + 2}+1</f><v>${30_000 - i}</v></c></row>`,
      ),
    }),
    ['A1 30000 verified'],
    30_000,
  ),
  read(
    'formulas that go in a circle',
    cells('<c r="A1"><f>B1+1</f><v>1</v></c><c r="B1"><f>A1-1</f><v>0</v></c>'),
    ['A1 1 cyclic', 'B1 0 cyclic'],
  ),
  read('a forged result', cells('<c r="A1"><v>1</v></c><c r="B1"><f>A1+A1</f><v>1000000</v></c>'), [
    'A1 1',
    'B1 1000000 contradicted',
  ]),
  // Unusual, and right.
  read(
    'names that mean something to programs',
    book({
      sheetName: '__proto__',
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c><c r="B1" t="inlineStr"><is><t>constructor</t></is></c></row>',
    }),
    ['A1 __proto__', 'B1 constructor'],
  ),
  read(
    'a formula of a spreadsheet as text',
    cells(`<c r="A1" t="inlineStr"><is><t>=cmd|'/c calc'!A1</t></is></c>`),
    [`A1 =cmd|'/c calc'!A1`],
  ),
  read(
    'cells that do not say where they are',
    book({ rows: '<row><c><v>1</v></c><c t="s"><v>0</v></c></row><row><c><v>2</v></c></row>' }),
    ['A1 1', 'B1 你好', 'A2 2'],
  ),
  read(
    'a prefix before every name',
    book({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>', rewrite: prefixed }),
    ['A1 你好', 'B1 7'],
  ),
  read('the strict form of the standard', book({ rewrite: strict })),
  read(
    'XML in UTF-16',
    part(SHEET, Buffer.from(`\ufeff${sheetXml(ONE).replace('UTF-8', 'UTF-16')}`, 'utf16le')),
  ),
  read(
    'the end of a row in a comment',
    book({
      rows: `${ONE}<!-- </row><row r="2"><c r="A2"><v>666</v></c></row> --><row r="3"><c r="A3"><v>3</v></c></row>`,
    }),
    ['A1 1', 'A3 3'],
  ),
  read('a CDATA section', cells('<c r="A1" t="inlineStr"><is><t><![CDATA[a</row><b>]]></t></is></c>'), [
    'A1 a</row><b>',
  ]),
  read(
    'elements of another vocabulary in a cell',
    cells('<c r="A1"><v>1</v><z:v xmlns:z="urn:z">666</z:v></c>'),
  ),
  // Tables of text.
  refused(
    'text in no encoding',
    () => Buffer.from([0x61, 0x2c, 0xff, 0x81, 0x0a]),
    'fileEncoding',
    {},
    'a.csv',
  ),
  refused('noughts in text', csv('a,b\n1,\0\n'), 'fileRenamed', { what: 'other', ending: 'csv' }, 'a.csv'),
  refused('a quotation mark left open', csv('a,b\n"c,d\n'), 'fileQuoteOpen', { line: '2' }, 'a.csv'),
  refused(
    '20,000 columns of text',
    csv(','.repeat(20_000)),
    'fileTooBig',
    { what: 'columns', limit: '16384' },
    'a.csv',
  ),
  refused('only separators', csv(',,,\n,,,\n'), 'fileNoTable', {}, 'a.csv'),
  read(
    'quoted line ends and quotation marks',
    csv('a,"b ""c"",\r\nd"\r\n1,2'),
    ['A1 a', 'B1 b "c",\r\nd', 'A2 1', 'B2 2'],
    4,
    'a.csv',
  ),
]

afterAll(endReaders)

describe('of hostile, broken and unusual files', () => {
  it.each(hostileFiles)('$what: the right figures or one refusal', async ({ name, make, answer }) => {
    const read = await readTables(make(), name)
    if ('code' in answer) {
      expect(read).toEqual({ ok: false, error: answer })
      return
    }
    if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.detail)}`)
    const [table] = read.value.tables
    const cells = [...(table?.rows ?? [])]
      .flatMap((row) => row.cells)
      .map(({ address, text, formula }) => `${address} ${text}${formula === null ? '' : ` ${formula.state}`}`)
    expect(cells.slice(0, answer.cells.length)).toEqual(answer.cells)
    expect([cells.length, table?.cellCount]).toEqual([answer.count, answer.count])
  })
})

describe('meanwhile', () => {
  it('other requests go on being answered, before the hostile file is', async () => {
    const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const order: string[] = []
      const slow = hostileFiles.filter(({ what }) => /shared texts|chain of|merged cells/.test(what))
      const files = slow.map(({ make, name }) => [make(), name] as const)
      const reads = files.map(async ([bytes, name]) => {
        await readTables(bytes, name)
        order.push('file')
      })
      const pings = async () => {
        for (let i = 0; i < 5; i++) {
          const answer = await fetch(`http://127.0.0.1:${port}/`)
          order.push(await answer.text())
        }
      }
      await Promise.all([...reads, pings()])
      expect(order).toHaveLength(files.length + 5)
      expect(order.lastIndexOf('ok')).toBeLessThan(order.lastIndexOf('file'))
    } finally {
      server.close()
    }
  })

  it('ten files are taken at once and the others sent away', async () => {
    const bytes = rawWorkbook()
    const read = await Promise.all(Array.from({ length: 12 }, () => readTables(bytes, 'a.xlsx')))
    expect(read.map((each) => (each.ok ? 'read' : each.error.code))).toEqual([
      ...Array<string>(10).fill('read'),
      'fileBusy',
      'fileBusy',
    ])
  })

  it('reading ends when the time is up', async () => {
    const none = () => undefined
    const pause = () => Promise.resolve()
    const sink = { begin: none, row: none, formula: none, endTable: none, end: none, pause }
    const late = readWorkbook(rawWorkbook(), sink, deadlineIn(-1))
    await expect(late).rejects.toMatchObject({ code: 'fileSlow' })
  })
})
