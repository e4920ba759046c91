import { Refusal } from '@/lib/values'
import { cleanText } from '../clean-text'
import { csvText } from './csv-text'
import { csvSeparator } from './csv-separator'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import { GENERAL } from './number-format'
import { tooBig } from './string-table'
import type { TableSink } from './table-sink'

/** Reads a table of text into the sink. Everything in it is text, as typed. @throws Refusal */
export async function readCsv(
  bytes: Buffer,
  name: string,
  sink: TableSink,
  deadline: Deadline,
): Promise<void> {
  const { text, encoding, guessed } = csvText(bytes)
  const { separator, from } = csvSeparator(text)
  sink.begin({ name: name.replace(/\.[^.]*$/, ''), visibility: 'visible' }, [GENERAL])
  let row = 0
  let rowCount = 0
  let cellCount = 0
  let column = 0
  let line: (number | string)[] = []
  const field = (raw: string): void => {
    const value = cleanText(raw)
    if (value.length > LIMITS.cellText) throw tooBig('cellText', LIMITS.cellText)
    if (column >= LIMITS.columns) throw tooBig('columns', LIMITS.columns)
    if (value !== '') {
      line.push(column, 't', value, 0)
      if (++cellCount > LIMITS.cells) throw tooBig('cells', LIMITS.cells)
    }
    column++
  }
  const endRow = (): boolean => {
    row++
    if (line.length > 0) {
      if (++rowCount > LIMITS.filledRows) throw tooBig('rows', LIMITS.filledRows)
      sink.row([row, 0, ...line], false)
    }
    line = []
    column = 0
    return row % 500 === 0
  }
  let at = from
  while (at < text.length) {
    let end: number
    if (text[at] === '"') {
      const quoted = quotedField(text, at)
      end = quoted.end
      field(quoted.value)
    } else {
      end = endOfField(text, at, separator)
      field(text.slice(at, end))
    }
    if (text[end] === separator) {
      at = end + 1
      if (at === text.length) field('')
      continue
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
    if (endRow()) {
      deadline.check()
      await sink.pause()
    }
  }
  if (line.length > 0) endRow()
  if (cellCount === 0) throw new Refusal('fileNoTable')
  sink.endTable({ rowCount, cellCount, merges: [], hiddenColumns: [] })
  sink.end({
    source: { kind: 'csv', encoding, separator },
    formats: [GENERAL],
    properties: [],
    names: [],
    warnings: guessed ? ['encodingGuessed'] : [],
  })
}

function endOfField(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === separator || sign === '\n' || sign === '\r') return at
  }
  return text.length
}

/** A field in quotation marks; what follows the closing mark belongs to it as well, as spreadsheets read it. */
function quotedField(text: string, from: number): { readonly value: string; readonly end: number } {
  let value = ''
  for (let at = from + 1; ;) {
    const mark = text.indexOf('"', at)
    if (mark === -1 || mark - from > 2 * LIMITS.cellText) {
      const line = text.slice(0, from).split(/\r\n|\r|\n/).length
      throw new Refusal('fileQuoteOpen', { line: String(line) })
    }
    value += text.slice(at, mark)
    if (text[mark + 1] !== '"') return { value, end: mark + 1 }
    value += '"'
    at = mark + 2
  }
}
