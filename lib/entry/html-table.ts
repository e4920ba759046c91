/** A cell as it stands in the source of a table. */
export interface HtmlCell {
  readonly text: string
  /** The number that the spreadsheet holds behind what it shows. */
  readonly stored: string | null
  readonly columns: number
  readonly rows: number
  readonly isHidden: boolean
}

export interface HtmlTable {
  readonly rows: readonly { readonly cells: readonly HtmlCell[]; readonly isHidden: boolean }[]
  /** Hidden columns, from the left. */
  readonly hidden: ReadonlySet<number>
}

const MOST_ROWS = 2000
export const MOST_COLUMNS = 200
/** Longer than any block a form takes; a whole workbook is not read. */
const LONGEST = 4_000_000

interface OpenCell {
  text: string
  readonly attributes: string
}

/**
 * Reads the first table of a clipboard's HTML, as LibreOffice, Excel and WPS write it, without a browser: it is markup of
 * unknown origin, of which only texts and a few attributes are wanted. Null where there is no table.
 */
export function readHtmlTable(html: string): HtmlTable | null {
  if (html.length > LONGEST) return null
  const source = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const rows: { cells: HtmlCell[]; isHidden: boolean }[] = []
  const hidden = new Set<number>()
  let depth = 0
  let column = 0
  let cell: OpenCell | null = null
  const close = (): void => {
    if (cell !== null) rows.at(-1)?.cells.push(closed(cell))
    cell = null
  }
  const tag = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|([^<]+|<)/gi
  for (const [, slash, name = '', attributes = '', text] of source.matchAll(tag)) {
    if (text !== undefined) {
      if (cell !== null) cell.text += text
      continue
    }
    const element = (slash === '/' ? '/' : '') + name.toLowerCase()
    if (element === 'table') depth++
    else if (element === '/table' && depth > 0) {
      if (--depth === 0) break
    } else if (depth !== 1) {
      if (cell !== null) cell.text += BREAKS.has(element) ? '<br>' : ' '
    } else if (element === 'tr') {
      close()
      if (rows.length === MOST_ROWS) break
      rows.push({ cells: [], isHidden: isHidden(attributes) })
    } else if (element === 'td' || element === 'th') {
      close()
      if (rows.length === 0) rows.push({ cells: [], isHidden: false })
      cell = { text: '', attributes }
    } else if (['/td', '/th', '/tr', '/tbody', '/thead'].includes(element)) close()
    else if (element === 'col' || element === 'colgroup') {
      const span = numberIn(attributes, 'span', MOST_COLUMNS)
      // A group with columns of its own spans none by itself.
      if (element === 'colgroup' && !/\bspan\b/i.test(attributes)) continue
      for (let i = 0; i < span && column < MOST_COLUMNS; i++, column++)
        if (isHidden(attributes) || /\bwidth\s*=\s*["']?0["'\s]/i.test(`${attributes} `)) hidden.add(column)
    } else if (cell !== null && BREAKS.has(element)) cell.text += '<br>'
  }
  close()
  return rows.some(({ cells }) => cells.length > 0) ? { rows, hidden } : null
}

const BREAKS: ReadonlySet<string> = new Set(['br', '/p', '/div', '/li'])

const isHidden = (attributes: string): boolean =>
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide|\bhidden\b(?!\s*:)/i.test(attributes)

function closed({ text, attributes }: OpenCell): HtmlCell {
  const stored = /\b(?:sdval|x:num)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes)
  return {
    text: plainText(text),
    stored: stored?.[1] ?? stored?.[2] ?? stored?.[3] ?? null,
    columns: numberIn(attributes, 'colspan', MOST_COLUMNS),
    rows: numberIn(attributes, 'rowspan', MOST_ROWS),
    isHidden: isHidden(attributes),
  }
}

function numberIn(attributes: string, name: string, most: number): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,9})`, 'i').exec(attributes)
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), most)
}

/** Source lines are broken anywhere, also within Chinese words; only `<br>` breaks what is shown. */
const plainText = (source: string): string =>
  source
    .replace(/(\p{Script=Han})[ \t]*[\r\n]\s*(?=\p{Script=Han})/gu, '$1')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .split('<br>')
    .map((line) => unescaped(line).trim())
    .join('\n')
    .trim()

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  yen: '¥',
  mdash: '—',
  ndash: '–',
  minus: '−',
  hellip: '…',
  permil: '‰',
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
