import { Refusal } from '@/lib/values'
import { LIMITS } from './limits'

/** What a refusal says of a file that is something else than it should be. */
type OtherKind = 'html' | 'xml' | 'pdf' | 'image' | 'archive' | 'other' | 'text' | 'workbook'

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

/**
 * Whether this is a workbook or a table of text, by its first bytes and the ending of its name, which must agree.
 * @throws Refusal for everything that is neither
 */
export function fileKind(bytes: Buffer, name: string): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new Refusal('fileEmpty')
  if (bytes.length > LIMITS.bytes)
    throw new Refusal('fileTooLarge', { limit: mega(LIMITS.bytes), got: mega(bytes.length) })
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const isText = ['csv', 'txt', 'tsv'].includes(ending)
  if (ascii(bytes, 0, 4) === 'PK\x03\x04') {
    if (isText) throw renamed('workbook', ending)
    return 'xlsx'
  }
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw compound(bytes)
  const kind = other(bytes)
  if (kind !== null) throw isText || isSheet(ending) ? renamed(kind, ending) : new Refusal('fileOtherKind')
  if (isText) return 'csv'
  throw isSheet(ending) ? renamed('text', ending) : new Refusal('fileOtherKind')
}

const isSheet = (ending: string): boolean => /^(?:xls[xmb]?|et)$/.test(ending)

const renamed = (what: OtherKind, ending: string): Refusal => new Refusal('fileRenamed', { what, ending })

const mega = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')

/** The old container of Microsoft: a workbook before 2007, or one that is locked with a password. */
function compound(bytes: Buffer): Refusal {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  return new Refusal(holds('EncryptedPackage') ? 'fileEncrypted' : 'fileOldExcel')
}

function other(bytes: Buffer): OtherKind | null {
  const head = ascii(bytes, 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (head.startsWith('%PDF')) return 'pdf'
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP)/s.test(head)) return 'image'
  if (/^(?:PK|Rar!|7z\xbc\xaf|\x1f\x8b)/.test(head)) return 'archive'
  if (/^<(?:!doctype html|html|table|head|body|meta)/i.test(head)) return 'html'
  if (/^<(?:\?xml|[a-z!])/i.test(head)) return /<html|<table/i.test(head) ? 'html' : 'xml'
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(ascii(bytes, 0, 2))
  return !isUtf16 && head.includes('\0') ? 'other' : null
}
