/**
 * Whether a font has a glyph for a character, from its cmap table (OpenType, formats 4 and 12).
 * @param {Buffer} font
 * @returns {(codePoint: number) => boolean}
 */
export function glyphsOf(font) {
  const cmap = tableOf(font, 'cmap')
  const count = cmap.readUInt16BE(2)
  const places = Array.from({ length: count }, (_, i) => cmap.readUInt32BE(4 + i * 8 + 4))
  const tables = places.map((place) => cmap.subarray(place))
  const full = tables.find((table) => table.readUInt16BE(0) === 12)
  const basic = tables.find((table) => table.readUInt16BE(0) === 4)
  const ranges = full !== undefined ? rangesOf12(full) : basic !== undefined ? rangesOf4(basic) : []
  return (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to)
}

/** @param {Buffer} font @param {string} tag */
function tableOf(font, tag) {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.subarray(font.readUInt32BE(entry + 8))
  }
  throw new Error(`the font has no table ${tag}`)
}

/** @param {Buffer} table @returns {[number, number][]} */
function rangesOf12(table) {
  return Array.from({ length: table.readUInt32BE(12) }, (_, i) => [
    table.readUInt32BE(16 + i * 12),
    table.readUInt32BE(20 + i * 12),
  ])
}

/** @param {Buffer} table @returns {[number, number][]} */
function rangesOf4(table) {
  const count = table.readUInt16BE(6) / 2
  return Array.from({ length: count }, (_, i) => [
    table.readUInt16BE(16 + count * 2 + i * 2),
    table.readUInt16BE(14 + i * 2),
  ])
}
