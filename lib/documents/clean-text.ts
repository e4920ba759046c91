// What XML 1.0 cannot hold or calls unwise: control characters other than tab, line feed and carriage return, halves of
// surrogate pairs (\p{Cs} with the u flag), and two non-characters.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

// All signs that are plainly allowed and mean nothing in XML or in a cell; nearly every text has no others, and looking for the
// rare ones takes longer than all the rest of writing a cell.
const PLAIN = /^[\t\n !#-%'-;=?-^`-~\u00a0-\ud7ff\ue000-\ufffd]*$/

/** The text without characters that no document can hold: control characters and halves of surrogate pairs. */
export function cleanText(value: string): string {
  return PLAIN.test(value) ? value : value.replace(FORBIDDEN, '')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Clean text for XML, in an element or an attribute. */
export function escapeXml(value: string): string {
  return cleanText(value).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/**
 * Clean text for a cell. Spreadsheets read `_x000D_` as a coded character: carriage returns, which XML would turn into
 * line feeds, are coded so, and text that merely looks like such a code has its underscore coded.
 */
export function escapeCellText(value: string): string {
  if (PLAIN.test(value)) return value
  return escapeXml(value)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
}
