import {
  amountInCapitals,
  cityName,
  formatDate,
  formatDateTime,
  formatExact,
  formatFigure,
  formatMoney,
  formatNumber,
  words,
} from '@/lib/i18n'
import type { InstalmentInputs, SecondInstalment } from '@/lib/rules/second-instalment'
import type { City } from '@/lib/store/cities'
import type { Instalment } from '@/lib/store/instalments'
import { ratio, toDecimalString, type Locale } from '@/lib/values'
import { inEach, type ShortLetter, type ShortPaper, type ShortPart, type ShortRequest } from '../short-paper'
import { evaluationPath } from '../trace-reference'
import { plain } from './pieces'

/** A decision on a second instalment of a city. */
export interface InstalmentDecision {
  readonly city: City
  readonly decision: Instalment & {
    readonly state: string
    readonly ground: InstalmentInputs
    readonly worked: SecondInstalment
  }
}

/** What the letter says, term by term: on the page as on paper. */
export function letterFacts(
  { city, decision }: InstalmentDecision,
  origin: string,
  locale: Locale,
): ShortPart['facts'] {
  const { instalment: said } = words(locale)
  const { paper } = said
  const { ground, worked, answer } = decision
  const at = decisionPage({ city, decision }, origin)
  const fact = (term: string, value: string, strong = false) => ({ term, value, strong })
  const by = (who: string, at: Date) => said.by(who, formatDateTime(locale, at))
  return [
    { ...fact(paper.amount, `${formatNumber(worked.yuan.toString())} ${said.yuan}`, true), link: at },
    {
      ...fact(said.score, formatExact(locale, ground.evaluation.score)),
      link: origin + evaluationPath(city.code, { name: decision.roundName, version: decision.version }),
    },
    { ...fact(said.band, said.bandOf(worked.from, worked.below ?? '')), link: at },
    {
      ...fact(said.bandTable, ground.bandTable.documentNumber),
      link: `${origin}/decisions/${ground.bandTable.decision}`,
    },
    fact(paper.proposedBy, by(decision.proposedByName, decision.proposedAt)),
    ...(answer === null ? [] : [fact(paper.decidedBy, by(answer.byName, answer.at))]),
    fact(paper.rule, ground.rule),
    fact(paper.ruleVersion, ground.ruleVersion),
    ...(decision.state === 'reversed' ? [fact(said.state.reversed, paper.reversed, true)] : []),
  ]
}

/** What the file is called, without its ending. */
export const letterFileName = ({ city, decision }: InstalmentDecision, locale: Locale): string =>
  words(locale).instalment.paper.fileName(cityName(locale, city), String(decision.seq))

/** 拨付决定函: the amount with the score, the bands and the rule it follows from, and who proposed and approved it. */
export function instalmentLetter(letter: InstalmentDecision, request: ShortRequest): ShortPaper {
  const { decision } = letter
  return {
    parts: inEach(request.locales, (locale) => partOf(letter, request, locale)),
    number: numberOf(letter),
    hash: decision.inputsSha256,
    address: request.address,
    moment: decision.answer?.at ?? decision.proposedAt,
  }
}

/** Where the decision is, with the bands and the arithmetic. */
const decisionPage = ({ city, decision }: InstalmentDecision, origin: string): string =>
  `${origin}/cities/${city.code}/instalment/${String(decision.seq)}`

const numberOf = ({ city, decision }: InstalmentDecision): string => `${city.code}-${String(decision.seq)}`

function partOf(letter: InstalmentDecision, request: ShortRequest, locale: Locale): ShortPart {
  const { city, decision } = letter
  const { instalment: said, common } = words(locale)
  const { paper } = said
  const number = numberOf(letter)
  const { bands } = decision.ground.bandTable
  return {
    locale,
    documentTitle: said.letterOf(number),
    title: paper.title(cityName(locale, city)),
    subtitle: paper.subtitle(number),
    demonstration: request.demonstration ? common.demo.title : null,
    letter: saidIn(letter, locale),
    facts: letterFacts(letter, request.origin, locale),
    hashTerm: paper.hash,
    qrAlt: paper.qr(request.address),
    qrText: paper.qrText,
    verifyText: paper.verify,
    figuresTitle: paper.bands,
    figuresNote: null,
    columns: [
      { name: said.band, figure: false, width: null },
      { name: said.pays, figure: true, width: 40 },
    ],
    rows: bands.map(({ from, amount }, i) => [
      plain(said.bandOf(from, bands[i + 1]?.from ?? '')),
      { text: formatNumber(amount), link: decisionPage(letter, request.origin) },
    ]),
    closing: paper.closing,
  }
}

/** The decision in sentences, with the amount also in the numerals of money. */
function saidIn({ city, decision }: InstalmentDecision, locale: Locale): ShortLetter {
  const { instalment: said } = words(locale)
  const { paper } = said
  const { ground, worked, answer } = decision
  const name = cityName(locale, city)
  const band = said.bandOf(worked.from, worked.below ?? '')
  const amount = formatMoney(locale, toDecimalString(ratio(worked.yuan, 10_000n)))
  return {
    to: paper.to(name),
    paragraphs: [
      paper.evaluated(name, formatFigure(ground.evaluation.score), band),
      paper.decided(ground.bandTable.documentNumber, amount, amountInCapitals(worked.yuan)),
      ...(decision.state === 'reversed' ? [paper.reversed] : []),
    ],
    signed: [
      ...(answer === null
        ? [paper.proposer(decision.proposedByName)]
        : [paper.signed(decision.proposedByName, answer.byName), formatDate(locale, answer.at)]),
    ],
  }
}
