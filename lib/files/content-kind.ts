/** Kinds of content that may stand as evidence, with the media type each is given out under. */
export const KINDS = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  tiff: 'image/tiff',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ofd: 'application/ofd',
  odf: 'application/vnd.oasis.opendocument',
  /** Word, Excel and PowerPoint of before 2007, and the documents of WPS. */
  office: 'application/x-ole-storage',
  zip: 'application/zip',
  text: 'text/plain',
} as const

export type ContentKind = keyof typeof KINDS

/** Whether a content is of a kind that may stand as evidence. */
export const isKind = (kind: ContentKind | KindRefusal): kind is ContentKind => kind in KINDS

/** Why a content is refused: it could run, it is a page that could run, it is nothing that is known, or it names no kind. */
export type KindRefusal = 'program' | 'page' | 'unknown'

/** What decides, gathered while the bytes pass: nothing of the file is kept. */
export interface ContentScan {
  readonly see: (block: Uint8Array) => void
  readonly kind: () => ContentKind | KindRefusal
  /** Whether what it is can stand anywhere in it, so that only the whole content tells. */
  readonly isCompound: () => boolean
}

const HEAD = 4096
/** Longer than any mark that is looked for, so that none is missed where two blocks meet. */
const OVERLAP = 64

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** Names of parts by which packages and compound files are told apart, wherever in the file they stand. */
const MARKS = {
  word: Buffer.from('word/document.xml'),
  sheet: Buffer.from('xl/workbook.'),
  slides: Buffer.from('ppt/presentation.xml'),
  ofd: Buffer.from('OFD.xml'),
  oleWord: utf16('WordDocument'),
  oleBook: utf16('Workbook'),
  oleOldBook: utf16('Book\0'),
  oleSlides: utf16('PowerPoint Document'),
} as const
type Mark = keyof typeof MARKS

/** Begins to look at a content. The name is not asked: it may say anything. */
export function scanContent(): ContentScan {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let isText = true
  const found = new Set<Mark>()
  return {
    see: (block) => {
      if (head.length < HEAD) head = Buffer.concat([head, block.subarray(0, HEAD - head.length)])
      isText &&= !hasControl(block)
      if (!isContainer(head)) return
      const window = Buffer.concat([tail, block])
      for (const mark of Object.keys(MARKS) as Mark[]) {
        if (!found.has(mark) && window.includes(MARKS[mark])) found.add(mark)
      }
      tail = Buffer.from(window.subarray(-OVERLAP))
    },
    kind: () => kindOf(head, found, isText),
    isCompound: () => isContainer(head),
  }
}

const begins = (head: Buffer, signature: string, at = 0): boolean =>
  head.subarray(at, at + signature.length / 2).equals(Buffer.from(signature, 'hex'))
const ascii = (head: Buffer, text: string, at = 0): boolean =>
  head.toString('latin1', at, at + text.length) === text

const isZip = (head: Buffer): boolean => begins(head, '504b0304') || begins(head, '504b0506')
const isOle = (head: Buffer): boolean => begins(head, 'd0cf11e0a1b11ae1')
const isContainer = (head: Buffer): boolean => isZip(head) || isOle(head)

function kindOf(head: Buffer, found: ReadonlySet<Mark>, isText: boolean): ContentKind | KindRefusal {
  if (ascii(head, '%PDF-')) return 'pdf'
  if (begins(head, '89504e470d0a1a0a')) return 'png'
  if (begins(head, 'ffd8ff')) return 'jpg'
  if (ascii(head, 'RIFF') && ascii(head, 'WEBP', 8)) return 'webp'
  if (begins(head, '49492a00') || begins(head, '4d4d002a')) return 'tiff'
  if (ascii(head, 'ftyp', 4) && /^(?:hei[cxms]|hevc|mif1|msf1)$/.test(head.toString('latin1', 8, 12)))
    return 'heic'
  if (isZip(head)) return packageOf(head, found)
  if (isOle(head)) {
    const marks: readonly Mark[] = ['oleWord', 'oleBook', 'oleOldBook', 'oleSlides']
    return marks.some((mark) => found.has(mark)) ? 'office' : 'unknown'
  }
  if (isProgram(head)) return 'program'
  if (!isText || head.length === 0) return 'unknown'
  return isPage(head) ? 'page' : 'text'
}

function packageOf(head: Buffer, found: ReadonlySet<Mark>): ContentKind {
  if (found.has('word')) return 'docx'
  if (found.has('sheet')) return 'xlsx'
  if (found.has('slides')) return 'pptx'
  if (found.has('ofd')) return 'ofd'
  return ascii(head, 'mimetypeapplication/vnd.oasis.opendocument', 30) ? 'odf' : 'zip'
}

/** Windows, Linux, macOS, Java, WebAssembly, and scripts that name their interpreter. */
const isProgram = (head: Buffer): boolean =>
  ascii(head, 'MZ') ||
  ascii(head, '#!') ||
  ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '0061736d'].some((signature) =>
    begins(head, signature),
  )

/** Markup that a browser would take for a page or a drawing with scripts. */
const isPage = (head: Buffer): boolean =>
  /<(?:!doctype|html|head|body|script|svg|iframe|\?xml|xml|math|object|embed|meta|style|link)[\s>/?]/i.test(
    head.toString('latin1'),
  )

/** UTF-8 and GB18030 use no control signs but tabs, line ends and, at the end of old files, one 1A. */
function hasControl(block: Uint8Array): boolean {
  for (const byte of block) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) return true
  }
  return false
}
