import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readTables } from '@/lib/documents/read-tables'
import { endReaders } from '@/lib/documents/reader-pool'
import { deadlineIn } from '@/lib/documents/tables/deadline'
import { readCsv } from '@/lib/documents/tables/read-csv'
import { readWorkbook } from '@/lib/documents/tables/read-workbook'
import type { TableSink } from '@/lib/documents/tables/table-sink'
import { Refusal } from '@/lib/values'
import { rawWorkbook, sheetXml, type RawWorkbook } from '../support/raw-workbook'

afterAll(endReaders)

/** Everything a file says, or the code of its refusal; anything else that goes wrong is thrown. */
async function outcome(read: (sink: TableSink) => Promise<void>): Promise<unknown> {
  const said: unknown[] = []
  const take = (value: unknown) => void said.push(value)
  const sink = {
    begin: take,
    row: take,
    formula: take,
    endTable: take,
    end: take,
    pause: () => Promise.resolve(),
  }
  try {
    await read(sink)
    return said
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const ofWorkbook = (bytes: Uint8Array): Promise<unknown> =>
  outcome((sink) => readWorkbook(Buffer.from(bytes), sink, deadlineIn(10_000)))

const sample: RawWorkbook = {
  strings: ['临江市', '<r><t>富</t></r><r><t>文本</t></r>', 'a &amp; b'],
  formats: ['yyyy-mm-dd', '000000'],
  properties: { city: '910100' },
  rows: `<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>名称</t></is></c><c r="C1" s="1"><v>44834</v></c><c r="D1" s="2"><v>1234</v></c></row><row r="2"><c r="A2"><v>1.5</v></c><c r="B2"><v>2.5</v></c><c r="C2"><f>SUM(A2:B2)</f><v>4</v></c><c r="D2" t="b"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="str"><f>A1&amp;""</f><v>x</v></c></row>`,
  moreSheets: [{ name: '第二', state: 'hidden', rows: '<row r="5"><c r="C5"><v>7</v></c></row>' }],
}

const byte = fc.integer({ min: 0, max: 255 })
const place = fc.double({ min: 0, max: 0.999999, noNaN: true })

describe('a workbook of which some bytes were changed, lost or added', () => {
  it('is refused, or says exactly what it said', async () => {
    const bytes = rawWorkbook(sample)
    const whole = await ofWorkbook(bytes)
    expect(whole).toBeInstanceOf(Array)
    const change = fc.record({
      at: place,
      kind: fc.constantFrom('set', 'cut', 'insert', 'truncate'),
      to: byte,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let mutated: Buffer = Buffer.from(bytes)
        for (const { at, kind, to } of changes) {
          const i = Math.floor(at * mutated.length)
          if (kind === 'set') mutated[i] = to
          else if (kind === 'truncate') mutated = mutated.subarray(0, i)
          else
            mutated = Buffer.concat([
              mutated.subarray(0, i),
              Buffer.from(kind === 'insert' ? [to] : []),
              mutated.subarray(kind === 'insert' ? i : i + 1 + (to % 32)),
            ])
        }
        const found = await ofWorkbook(mutated)
        if (typeof found !== 'string') expect(found).toEqual(whole)
      }),
      { numRuns: 700 },
    )
  })
})

describe('a workbook whose XML was changed', () => {
  const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml']
  const token = fc.constantFrom(
    '<c r="B1"><v>9</v></c>',
    '</row>',
    '<row r="9">',
    '<row r="2"><c r="A2"/></row>',
    '</c>',
    '<v>',
    '</v>',
    ' t="s"',
    ' s="99999999"',
    '<f t="shared" si="0">A1</f>',
    '&lt;',
    '&#x41;',
    '<!-- x -->',
    '<is><t>',
    '</si><si>',
    '1e999',
    '-',
    '"',
    '>',
    '<',
    ']]>',
    '\u0001',
    '𠮷',
    '\r\n',
    '<x:v xmlns:x="urn:x">1</x:v>',
  )
  const change = fc.record({
    part: fc.constantFrom(...parts),
    at: place,
    lost: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
    added: fc.oneof(fc.constant(''), token),
  })
  // A second space, which XML does not mind, keeps every row and text out of the quick lane.
  const slowly = (xml: string) =>
    xml.replaceAll('<c ', '<c  ').replaceAll('<row ', '<row  ').replaceAll('<si>', '<si >')

  it('is refused or read, by the quick lane exactly as by the parser', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const mutate = (xml: string, name: string): string =>
          changes
            .filter(({ part }) => part === name)
            .reduce((text, { at, lost, added }) => {
              const i = Math.floor(at * text.length)
              return text.slice(0, i) + added + text.slice(i + lost)
            }, xml)
        const bytes = rawWorkbook({ ...sample, rewrite: mutate })
        const quick = await ofWorkbook(bytes)
        const slow = await ofWorkbook(
          rawWorkbook({ ...sample, rewrite: (xml, name) => slowly(mutate(xml, name)) }),
        )
        expect(quick).toEqual(slow)
      }),
      { numRuns: 500 },
    )
  })

  it('never brings down the process that reads it', async () => {
    const answers = new Set<string>()
    await fc.assert(
      fc.asyncProperty(change, async ({ at, lost, added }) => {
        const cut = (xml: string, name: string): string => {
          const i = Math.floor(at * xml.length)
          return name.includes('sheet1') ? xml.slice(0, i) + added + xml.slice(i + lost) : xml
        }
        const read = await readTables(rawWorkbook({ ...sample, rewrite: cut }), 'a.xlsx')
        answers.add(read.ok ? 'read' : read.error.code)
        if (read.ok) expect(read.value.tables.map(({ name }) => name)).toEqual(['数据', '第二'])
        else expect(read.error.detail.what).not.toBe('memory')
      }),
      { numRuns: 200 },
    )
    expect(answers.has('fileSlow')).toBe(false)
  })
})

describe('a table that was generated', () => {
  const SIGNS = '城a7 "&<>\',;=-_x\n'.split('')
  const string = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 12 })
  const cell = fc.oneof(
    fc.record({ kind: fc.constant('t'), text: string }),
    fc.record({
      kind: fc.constant('n'),
      text: fc
        .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
        .map(([whole, part]) => (part % 10 === 0 ? String(whole) : `${whole === 0 ? 1 : whole}.${part}`)),
    }),
    fc.record({ kind: fc.constant('b'), text: fc.constantFrom('true', 'false') }),
  )
  const grid = fc.array(fc.array(fc.option(cell), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  })
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

  it('says what was put into it, with or without addresses, with texts shared or not', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.boolean(), fc.boolean(), async (rows, addressed, shared) => {
        const strings: string[] = []
        const xml = rows.map((row, i) => {
          const cells = row.map((each, j) => {
            const at = addressed ? ` r="${'ABCDEF'[j] ?? ''}${i + 1}"` : ''
            if (each === null) return addressed ? '' : '<c/>'
            if (each.kind === 'n') return `<c${at}><v>${each.text}</v></c>`
            if (each.kind === 'b') return `<c${at} t="b"><v>${each.text === 'true' ? 1 : 0}</v></c>`
            if (!shared) return `<c${at} t="inlineStr"><is><t>${escape(each.text)}</t></is></c>`
            strings.push(escape(each.text))
            return `<c${at} t="s"><v>${strings.length - 1}</v></c>`
          })
          return `<row${addressed ? ` r="${i + 1}"` : ''}>${cells.join('')}</row>`
        })
        const expected = rows.flatMap((row, i) => {
          const said = row.flatMap((each, j) => (each === null ? [] : [j, each.kind, each.text, 0]))
          return said.length === 0 ? [] : [[i + 1, 0, ...said]]
        })
        const content = sheetXml(xml.join(''))
        const found = await ofWorkbook(
          rawWorkbook({ strings, parts: [{ name: 'xl/worksheets/sheet1.xml', content }] }),
        )
        if (expected.length === 0) expect(found).toBe('fileNoTable')
        else expect((found as unknown[]).filter((each) => Array.isArray(each))).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('as text says the same with every separator', async () => {
    const fields = fc.array(fc.array(fc.option(string), { minLength: 2, maxLength: 5 }), {
      minLength: 2,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(
        fields,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        async (rows, separator, isGb) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const table = [['甲', '乙'], ...rows]
          const text = table.map((row) => row.map((each) => quoted(each ?? '')).join(separator)).join('\r\n')
          const expected = table.flatMap((row, i) => {
            const said = row.flatMap((each, j) => (each === null ? [] : [j, 't', each, 0]))
            return said.length === 0 ? [] : [[i + 1, 0, ...said]]
          })
          const bytes = isGb ? gb18030(text) : Buffer.from(text)
          const found = await outcome((sink) => readCsv(bytes, 'a.csv', sink, deadlineIn(10_000)))
          expect((found as unknown[]).filter((each) => Array.isArray(each))).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Only the Chinese signs that these texts use. */
function gb18030(text: string): Buffer {
  const known: Readonly<Record<string, string>> = { 城: 'b3c7', 甲: 'bcd7', 乙: 'd2d2' }
  return Buffer.concat(
    [...text].map((sign) => Buffer.from(known[sign] ?? Buffer.from(sign).toString('hex'), 'hex')),
  )
}
