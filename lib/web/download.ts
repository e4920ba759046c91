import 'server-only'
import { NextResponse } from 'next/server'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const

export type FileKind = keyof typeof TYPES

/** The kind of file asked for in an address; a workbook where none is named. */
export function fileKind(asked: string | null): 'xlsx' | 'csv' | 'json' {
  return asked === 'csv' || asked === 'json' ? asked : 'xlsx'
}

/** A file of a person's own, given back as it came: never shown, and of no type that a browser would run. */
export function attachment(bytes: Uint8Array, name: string): Response {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${hex(sign)}`)
  return new NextResponse(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="chengji-original"; filename*=UTF-8''${encoded}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** A file to keep. Its name may be Chinese: RFC 6266 gives it in UTF-8, with a plain one for programs that know no better. */
export function download(bytes: Uint8Array, name: string, kind: FileKind): Response {
  const plain = `chengji.${kind}`
  const encoded = encodeURIComponent(`${name}.${kind}`).replace(/['()*]/g, (sign) => `%${hex(sign)}`)
  return new NextResponse(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase()
