import { words } from '@/lib/i18n'
import { dateOf } from './date-of'
import type { Paper, PaperBlock, PaperPart } from './paper'
import { facts, heading, inPieces, plain, table } from './papers/pieces'
import { printWord } from './print-word'
import { qrCode } from './qr-code'
import type { ShortPaper, ShortPart } from './short-paper'
import { typeset } from './typeset'

/**
 * A short paper as PDF on A4: tagged (PDF/UA-1), each language from a page of its own; the same bytes for the same paper.
 * `signal` stops it. @throws Refusal documentNotMade
 */
export function printShortPdf(
  { parts, number, hash, address, moment }: ShortPaper,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { size, path } = qrCode(address)
  const job = {
    template: 'short' as const,
    data: {
      documentTitle: parts[0].documentTitle,
      author: words(parts[0].locale).common.productLine,
      date: dateOf(moment),
      number,
      hash: hash.match(/.{8}/g) ?? [],
      address,
      parts: parts.map((part) => ({
        ...part,
        lang: part.locale === 'en' ? 'en' : 'zh',
        region: part.locale === 'en' ? 'gb' : 'cn',
        product: words(part.locale).common.productLine,
        page: pageWords(part),
      })),
    },
    files: {
      'qr.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
    },
    moment,
  }
  return typeset(job, signal)
}

/** A short paper as a Word file to go on with: the address in place of the code. @throws Refusal documentNotMade */
export function printShortWord(paper: ShortPaper, signal?: AbortSignal): Promise<Uint8Array> {
  const [first, ...others] = paper.parts
  const long: Paper = {
    parts: [wordPart(first, paper), ...others.map((part) => wordPart(part, paper))],
    number: paper.number,
    moment: paper.moment,
  }
  return printWord(long, signal)
}

const pageWords = ({ locale }: ShortPart) => {
  const { before, between, after } = words(locale).receipt.paper.page
  return [before, between, after] as const
}

function wordPart(part: ShortPart, { hash, address }: ShortPaper): PaperPart {
  const { locale, title, subtitle, demonstration } = part
  const { common } = words(locale)
  return {
    short: part.letter === undefined ? 'form' : 'letter',
    locale,
    title,
    subtitle: [subtitle],
    issuer: common.productLine,
    day: '',
    contentsTitle: '',
    demonstration,
    blocks: wordBlocks(part, hash, address),
  }
}

function wordBlocks(part: ShortPart, hash: string, address: string): PaperBlock[] {
  const all = part.columns.reduce((sum, { width }) => sum + (width ?? 0), 0)
  const { letter } = part
  return [
    ...(letter === undefined
      ? []
      : [
          { kind: 'paragraph', place: 'left', text: letter.to } as const,
          ...letter.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
          ...letter.signed.map((text) => ({ kind: 'paragraph', place: 'right', text }) as const),
        ]),
    facts([
      ...part.facts.map(
        ({ term, value, link }) => [term, link === undefined ? plain(value) : { text: value, link }] as const,
      ),
      [part.hashTerm, plain(inPieces(hash))],
      [words(part.locale).papers.checkAt, { text: address, link: address }],
    ]),
    { kind: 'note', text: part.verifyText },
    heading(1, part.figuresTitle),
    ...(part.figuresNote === null ? [] : [{ kind: 'note', text: part.figuresNote } as const]),
    table(
      '',
      part.columns.map(({ name, figure, width }) => ({
        name,
        align: figure ? 'right' : 'left',
        share: width ?? TEXT_WIDTH_MM - all,
      })),
      part.rows,
    ),
    { kind: 'note', text: part.closing },
  ]
}

/** A4 between the margins of GB/T 9704-2012. */
const TEXT_WIDTH_MM = 156
