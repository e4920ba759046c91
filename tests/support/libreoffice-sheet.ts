import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { pathToFileURL } from 'node:url'
import { indicators } from '@/lib/notice'
import { soffice } from './libreoffice'

const run = promisify(execFile)

/** What a LibreOffice that is not installed here wrote for the same sheet. */
const FIXTURE = path.resolve('tests/support/libreoffice-sheet.html')

type Value = string | number | { readonly scientific: number }

/**
 * The quarter of a city as its staff keep it: a merged title, heads, the nineteen results by code, name, unit and figure, a
 * hidden row of working, and a sum.
 */
const rows: readonly (readonly Value[])[] = [
  ['编码', '绩效指标', '单位', '2022年第三季度'],
  ...indicators.map(({ code, zh, unit, kind }): Value[] => {
    const figures: Readonly<Partial<Record<string, Value>>> = {
      transfers_licenses: 5184,
      pledge_amount: '7.14025亿',
      pledge_projects: '３，０５０',
      patent_contract_value: { scientific: 61740.25 },
      regional_platform: '—',
    }
    const otherwise = kind === 'count' ? 0 : `进展说明：${zh}`
    return [code, zh, unit, figures[code] ?? otherwise]
  }),
]

const cell = (value: Value): string =>
  typeof value === 'string'
    ? `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
    : typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
      : `<table:table-cell table:style-name="scientific" office:value-type="float" office:value="${value.scientific}"/>`

const row = (values: readonly Value[], visibility = 'visible'): string =>
  `<table:table-row table:visibility="${visibility}">${values.map(cell).join('')}</table:table-row>`

const document = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:number-style style:name="N1"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/></number:number-style><style:style style:name="scientific" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="填报">
<table:table-row><table:table-cell table:number-columns-spanned="4" office:value-type="string"><text:p>重点城市绩效（2022年第三季度）</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>
${rows.map((each) => row(each)).join('\n')}
${row(['', '测算', '', 1], 'collapse')}
${row(['合计', '', '', 69974])}
</table:table></office:spreadsheet></office:body></office:document>`

/**
 * What LibreOffice puts on the clipboard for the sheet: its HTML, made by the installed one where there is one (the same
 * filter writes the clipboard and the file), and the text of tabs and lines.
 */
export async function copiedSheet(): Promise<{ readonly html: string; readonly text: string }> {
  const text = rows
    .map((each) => each.map((value) => (typeof value === 'object' ? '6.17E+04' : value)).join('\t'))
    .join('\n')
  return { html: (await converted()) ?? (await readFile(FIXTURE, 'utf8')), text }
}

async function converted(): Promise<string | null> {
  if (soffice === null) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'chengji-sheet-'))
  try {
    const file = path.join(folder, 'sheet.fods')
    await writeFile(file, document)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    await run(soffice, [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'html',
      '--outdir',
      folder,
      file,
    ])
    return await readFile(path.join(folder, 'sheet.html'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
