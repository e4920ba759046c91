import { cityName, formatDateTime, formatExact, formatNumber, words } from '@/lib/i18n'
import type { InstalmentInputs, SecondInstalment } from '@/lib/rules/second-instalment'
import type { City } from '@/lib/store/cities'
import type { Instalment } from '@/lib/store/instalments'
import type { Locale } from '@/lib/values'
import { qrCode } from './qr-code'
import { typeset } from './typeset'

/** A decision on a second instalment, and what its letter says besides. */
export interface LetterPaper {
  readonly city: City
  readonly decision: Instalment & {
    readonly state: string
    readonly ground: InstalmentInputs
    readonly worked: SecondInstalment
  }
  readonly locale: Locale
  /** Where it stands in the portal. */
  readonly address: string
  readonly demonstration: boolean
}

/** What the letter says, term by term: on the page as on paper. */
export function letterFacts({ decision, locale }: Pick<LetterPaper, 'decision' | 'locale'>): {
  readonly term: string
  readonly value: string
  readonly strong: boolean
}[] {
  const { instalment: said } = words(locale)
  const { paper } = said
  const { ground, worked, answer } = decision
  const fact = (term: string, value: string, strong = false) => ({ term, value, strong })
  const by = (who: string, at: Date) => said.by(who, formatDateTime(locale, at))
  return [
    fact(paper.amount, `${formatNumber(worked.yuan.toString())} ${said.yuan}`, true),
    fact(said.score, formatExact(locale, ground.evaluation.score)),
    fact(said.band, said.bandOf(worked.from, worked.below ?? '')),
    fact(said.bandTable, ground.bandTable.documentNumber),
    fact(paper.proposedBy, by(decision.proposedByName, decision.proposedAt)),
    ...(answer === null ? [] : [fact(paper.decidedBy, by(answer.byName, answer.at))]),
    fact(paper.rule, ground.rule),
    fact(paper.ruleVersion, ground.ruleVersion),
    ...(decision.state === 'reversed' ? [fact(said.state.reversed, paper.reversed, true)] : []),
  ]
}

/** What the file is called, without its ending. */
export const letterFileName = ({ city, decision }: LetterPaper, locale: Locale): string =>
  words(locale).instalment.paper.fileName(cityName(locale, city), String(decision.seq))

/**
 * The decision letter on A4: a tagged PDF (PDF/UA-1), the same bytes for the same decision; set on the sheet of the receipt.
 * @throws Refusal documentNotMade
 */
export function letterPdf(letter: LetterPaper): Promise<Uint8Array> {
  const { size, path } = qrCode(letter.address)
  return typeset({
    template: 'receipt',
    data: sheetOf(letter),
    files: {
      'qr.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
    },
    moment: letter.decision.answer?.at ?? letter.decision.proposedAt,
  })
}

function sheetOf(letter: LetterPaper) {
  const { city, decision, locale, address, demonstration } = letter
  const { instalment: said, receipt, common } = words(locale)
  const { paper } = said
  const number = `${city.code}-${String(decision.seq)}`
  const one = (text: string) => ({ text, span: 1 })
  const { bands } = decision.ground.bandTable
  return {
    lang: locale === 'en' ? 'en' : 'zh',
    region: locale === 'en' ? 'gb' : 'cn',
    product: common.productLine,
    documentTitle: said.letterOf(number),
    title: said.letter,
    subtitle: paper.subtitle(cityName(locale, city), number),
    date: dateOf(decision.answer?.at ?? decision.proposedAt),
    demonstration: demonstration ? common.demo.title : null,
    number,
    page: [receipt.paper.page.before, receipt.paper.page.between, receipt.paper.page.after],
    facts: letterFacts(letter),
    hashTerm: paper.hash,
    hash: decision.inputsSha256.match(/.{8}/g) ?? [],
    qrAlt: paper.qr(address),
    qrText: paper.qrText,
    verifyText: paper.verify,
    address,
    figuresTitle: paper.bands,
    figuresNote: paper.lead(cityName(locale, city)),
    columns: [
      { name: said.band, figure: false, width: null },
      { name: said.pays, figure: true, width: 40 },
    ],
    rows: bands.map(({ from, amount }, i) => [
      one(said.bandOf(from, bands[i + 1]?.from ?? '')),
      one(formatNumber(amount)),
    ]),
    closing: paper.closing,
  }
}

/** Year, month and day in Asia/Shanghai. */
function dateOf(moment: Date): number[] {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
}
