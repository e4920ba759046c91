import { crc32, deflateSync } from 'node:zlib'

/** 演示材料 as 24 × 24 dots each, a line of dots in six hexadecimal digits. */
const STAMP = [
  '0000000000001806001e020006fffc00c00c00800c00800c207ff03802001c030000fff800c21800c21800fff806c31804c2180cc3180cfff81800401838e030e03811c01c000000',
  '0000000000000000000ffff00ffff00000000000000000000000003ffffc3ffffc0018000018000218400618600618600c18300c183018181838181830180c00180801f80000f000',
  '0000000000000200300200300200300200303fcffc3ffffe0600300700700780700fc0f00ec1b01a61b01a0330320630320e30621c302238300210300200300200300201f00201e0',
  '00000000000006003026443036463036433016c1b01680300680300608303fee300607300f00300f00301e80301ec07e364ff0361e30660030260030060030060030060030000000',
] as const
const DOTS = 24

const hex = (text: string): string =>
  [...text].map((sign) => (sign.codePointAt(0) ?? 0x3f).toString(16).padStart(4, '0')).join('')

/**
 * A page of a few lines that says of itself that it is no real document. Chinese is set in whatever Song the reader's program
 * has, so that the file stays at two kilobytes; what it is also stands there in English.
 */
export function demonstrationPdf(title: string, lines: readonly string[]): Buffer {
  const text = (font: string, size: number, x: number, y: number, shown: string) =>
    `BT /${font} ${size} Tf ${x} ${y} Td ${shown} Tj ET`
  const content = [
    '0.85 0.85 0.88 RG 3 w 24 24 372 547 re S',
    '0.80 0.15 0.15 rg',
    text('F1', 15, 48, 524, '(DEMONSTRATION - NOT A REAL DOCUMENT)'),
    text('F2', 15, 48, 500, `<${hex('演示材料，不是真实文件')}>`),
    '0.10 0.12 0.18 rg',
    text('F2', 20, 48, 440, `<${hex(title)}>`),
    ...lines.map((line, i) => text('F2', 13, 48, 400 - 26 * i, `<${hex(line)}>`)),
  ].join('\n')
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    `<</Length ${String(content.length)}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>',
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 8 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ])
}

function pdfOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const at = body.length
    body += `${String(i + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(body.length)}\n%%EOF`,
    'latin1',
  )
}

const [WIDTH, HEIGHT, SCALE, FRAME] = [480, 320, 4, 14]
const [LEFT, TOP] = [(WIDTH - STAMP.length * DOTS * SCALE) / 2, (HEIGHT - DOTS * SCALE) / 2]

/** A picture with 演示材料 across it in a frame; its title stands inside the file alone, so that no two are the same. */
export function demonstrationPng(title: string): Buffer {
  const lines = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y))]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from('fbfaf6b9c3d6c23b34', 'hex')),
    chunk('iTXt', Buffer.from(`Title\0\0\0\0\0${title}`)),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Which of the three colours stands where: paper, frame, stamp. */
function colourAt(x: number, y: number): number {
  const edge = Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y)
  if (edge >= FRAME && edge < FRAME + 4) return 1
  const [column, row] = [Math.floor((x - LEFT) / SCALE), Math.floor((y - TOP) / SCALE)]
  const sign = STAMP[Math.floor(column / DOTS)]
  if (column < 0 || row < 0 || row >= DOTS || sign === undefined) return 0
  const dots = parseInt(sign.slice(row * 6, row * 6 + 6), 16)
  return (dots >> (DOTS - 1 - (column % DOTS))) & 1 ? 2 : 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
