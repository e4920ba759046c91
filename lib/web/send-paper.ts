import 'server-only'
import { env } from '@/lib/env'
import { download } from './download'
import { currentLocale } from './locale'
import { paperLocales } from './paper-locales'
import { orNotMade } from './paper-not-made'
import { portalOrigin } from './verify-address'

/** What an address asks of a document: its languages (the reader's own where it names none), and where its references lead. */
export async function paperRequest(language: string | null) {
  const locales = paperLocales(language, await currentLocale())
  return { locales, origin: await portalOrigin(), demonstration: env().CHENGJI_DEMO === '1' }
}

/**
 * A document as Word where the address asks for that, else as PDF. Where none could be made, back to the page that it was asked
 * for on, which says so and what to do instead.
 * @param print makes its bytes
 * @param name what the file is called, without its ending
 */
export function sendPaper(
  print: (kind: 'pdf' | 'docx') => Promise<Uint8Array>,
  format: string | null,
  { name, back }: { readonly name: string; readonly back: string },
): Promise<Response> {
  const kind = format === 'docx' ? 'docx' : 'pdf'
  return orNotMade(back, async () => download(await print(kind), name, kind))
}
