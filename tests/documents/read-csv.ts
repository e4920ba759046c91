/** Reads RFC 4180 strictly, as another program would: for reading back what writeCsv wrote. */
export function readCsv(bytes: Uint8Array): string[][] {
  const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (!content.startsWith('\ufeff')) throw new Error('no byte order mark')
  const rows: string[][] = []
  let row: string[] = []
  let at = 1
  while (at < content.length) {
    const [field, end] = content.charAt(at) === '"' ? quotedField(content, at) : plainField(content, at)
    row.push(field)
    if (content.charAt(end) === ',') {
      at = end + 1
    } else if (content.startsWith('\r\n', end)) {
      rows.push(row)
      row = []
      at = end + 2
    } else {
      throw new Error(`neither comma nor line end at ${end}`)
    }
  }
  if (row.length > 0) throw new Error('the last line does not end')
  return rows
}

function quotedField(content: string, start: number): [field: string, end: number] {
  let field = ''
  for (let at = start + 1; at < content.length; at++) {
    if (content.charAt(at) !== '"') field += content.charAt(at)
    else if (content.charAt(at + 1) === '"') {
      field += '"'
      at++
    } else return [field, at + 1]
  }
  throw new Error('a quote is never closed')
}

function plainField(content: string, start: number): [field: string, end: number] {
  const [field = ''] = /^[^,\r\n"]*/.exec(content.slice(start)) ?? []
  return [field, start + field.length]
}
