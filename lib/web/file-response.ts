import 'server-only'
import { NextResponse } from 'next/server'

/** A file as it is given out. */
interface GivenFile {
  readonly name: string
  readonly bytes: number
  readonly contentType: string
}

const NOWHERE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
/** What browsers show by themselves without running anything of it. */
const SHOWN: Readonly<Record<string, string>> = {
  'image/png': `${NOWHERE}; sandbox`,
  'image/jpeg': `${NOWHERE}; sandbox`,
  'image/webp': `${NOWHERE}; sandbox`,
  // A browser's own viewer, a program apart, does not start in a sandbox.
  'application/pdf': `${NOWHERE}; object-src 'self'; style-src 'unsafe-inline'`,
}

/** Whether a browser can show a file of this type within a page. */
export const isShown = (contentType: string): boolean => contentType in SHOWN

/** A file to keep: never opened by the browser here, whatever is in it. */
export function fileDownload(file: GivenFile, content: AsyncIterable<Uint8Array>): Response {
  return given(file, content, 'attachment', `${NOWHERE}; sandbox`)
}

/** A file to be looked at within a page of the portal. */
export function fileView(file: GivenFile, content: AsyncIterable<Uint8Array>): Response {
  return given(file, content, 'inline', SHOWN[file.contentType] ?? `${NOWHERE}; sandbox`)
}

function given(
  { name, bytes, contentType }: GivenFile,
  content: AsyncIterable<Uint8Array>,
  disposition: 'attachment' | 'inline',
  policy: string,
): Response {
  return new NextResponse(streamOf(content), {
    headers: {
      'Content-Type': contentType === 'text/plain' ? 'application/octet-stream' : contentType,
      'Content-Length': String(bytes),
      'Content-Disposition': `${disposition}; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
}

/** For programs that know no RFC 5987: the ending, if it is a plain one. */
const plainName = (name: string): string => `file${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''}`

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** As a stream that breaks off when the bytes do. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const blocks = content[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await blocks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await blocks.return?.()
    },
  })
}
