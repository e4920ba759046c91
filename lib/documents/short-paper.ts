import type { Locale } from '@/lib/values'
import type { PaperText } from './paper'

export interface ShortColumn {
  readonly name: string
  readonly figure: boolean
  /** Millimetres; null for what is left of the line. */
  readonly width: number | null
}

/** What a document says in sentences, as a letter does: to whom, what, and who signs at its end. */
export interface ShortLetter {
  readonly to: string
  readonly paragraphs: readonly string[]
  readonly signed: readonly string[]
}

export interface ShortFact {
  readonly term: string
  readonly value: string
  readonly strong: boolean
  /** A page of this portal that shows where it comes from. */
  readonly link?: string
}

/** The document in one language. */
export interface ShortPart {
  readonly locale: Locale
  /** What the file calls itself. */
  readonly documentTitle: string
  readonly title: string
  readonly subtitle: string
  readonly demonstration: string | null
  /** Absent from what is only a form. */
  readonly letter?: ShortLetter
  readonly facts: readonly ShortFact[]
  readonly hashTerm: string
  readonly qrAlt: string
  readonly qrText: string
  readonly verifyText: string
  readonly figuresTitle: string
  readonly figuresNote: string | null
  readonly columns: readonly ShortColumn[]
  readonly rows: readonly (readonly PaperText[])[]
  readonly closing: string
}

/** A document of a page or two with a code that leads to where anybody can check it: receipt, notice, letter. */
export interface ShortPaper {
  readonly parts: readonly [ShortPart, ...ShortPart[]]
  /** Names this very document, at the foot of each page. */
  readonly number: string
  /** SHA-256 of what it speaks of, in hex. */
  readonly hash: string
  /** Where it can be checked. */
  readonly address: string
  /** What the document calls its date of making: the same paper gives the same bytes. */
  readonly moment: Date
}

/** In which languages a short paper is wanted, where its references lead, and whether its figures are invented. */
export interface ShortRequest {
  readonly locales: readonly [Locale, ...Locale[]]
  /** The portal's own address, without a path. */
  readonly origin: string
  /** Where anybody can check it. */
  readonly address: string
  readonly demonstration: boolean
}

/** The same part in each language that was asked for, first the first. */
export function inEach(
  [first, ...others]: ShortRequest['locales'],
  part: (locale: Locale) => ShortPart,
): ShortPaper['parts'] {
  return [part(first), ...others.map(part)]
}
