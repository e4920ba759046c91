import { deflateSync } from 'node:zlib'

const zip = (...names: string[]): Buffer =>
  Buffer.concat([
    ...names.map((name) => {
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt16LE(name.length, 26)
      return Buffer.concat([head, Buffer.from(name)])
    }),
    Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
  ])
const ole = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

/** A small picture of one colour that browsers really show. */
export function png(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Buffer {
  const line = Buffer.concat([
    Buffer.of(0),
    ...Array.from({ length: width }, () => Buffer.of(red, green, blue)),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A page with one line of text, as small as a PDF can be that viewers open; padded with a comment to `size` bytes. */
export function pdf(text: string, size = 0): Buffer {
  const stream = `BT /F1 24 Tf 40 120 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 240]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${String(stream.length)}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const at = body.length
    body += `${String(i + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  if (size > body.length) body += `%${'x'.repeat(size - body.length)}\n`
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${String(body.length)}\n%%EOF`,
    'latin1',
  )
}

/** One of each kind that may stand as evidence, under the name that the portal gives the kind. */
export const samples = {
  pdf: pdf('sample'),
  png: png(4, 4, [30, 60, 120]),
  jpg: Buffer.from('ffd8ffe000104a464946', 'hex'),
  webp: Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'),
  tiff: Buffer.from('49492a0008000000', 'hex'),
  heic: Buffer.from('\0\0\0\x18ftypheic', 'latin1'),
  docx: zip('[Content_Types].xml', 'word/document.xml'),
  xlsx: zip('[Content_Types].xml', 'xl/workbook.xml'),
  pptx: zip('[Content_Types].xml', 'ppt/presentation.xml'),
  ofd: zip('OFD.xml', 'Doc_0/Document.xml'),
  odf: zip('mimetypeapplication/vnd.oasis.opendocument.text'),
  office: ole('WordDocument'),
  zip: zip('notes.txt'),
  text: Buffer.from('年份,数量\n2022,3\n'),
} as const
