import type { Paper } from './paper'
import { printPdf } from './print-pdf'
import { printShortPdf, printShortWord } from './print-short'
import { printWord } from './print-word'
import type { ShortPaper } from './short-paper'

/** A document, long or short, as PDF or Word. `signal` stops it. @throws Refusal documentNotMade */
export function printPaper(
  paper: Paper | ShortPaper,
  kind: 'pdf' | 'docx',
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if ('hash' in paper) return kind === 'docx' ? printShortWord(paper, signal) : printShortPdf(paper, signal)
  return kind === 'docx' ? printWord(paper, signal) : printPdf(paper, signal)
}
