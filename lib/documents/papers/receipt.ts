import {
  cityName,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPeriod,
  inLocale,
  NO_FIGURE,
  words,
} from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { ContentLine } from '@/lib/reporting/content-lines'
import type { Receipt, Submission } from '@/lib/reporting/read-receipt'
import type { CellContent } from '@/lib/store/cells'
import { isQuarter, type Locale, type Period } from '@/lib/values'
import type { PaperText } from '../paper'
import { plain } from './pieces'
import { inEach, type ShortColumn, type ShortPaper, type ShortPart, type ShortRequest } from '../short-paper'
import { tracePath } from '../trace-reference'

/** A receipt of what was submitted. */
export type SubmittedReceipt = Receipt & { readonly submission: Submission }

/** 上报回执: the proof of a submission, with the figures as they were submitted, each with the way to where it comes from. */
export function receiptPaper(receipt: SubmittedReceipt, request: ShortRequest): ShortPaper {
  const { head } = receipt.submission
  return {
    parts: inEach(request.locales, (locale) => partOf(receipt, request, locale)),
    number: head.receiptNumber,
    hash: head.contentHash,
    address: request.address,
    moment: head.submittedAt,
  }
}

/** What the file is called, without its ending. */
export const receiptFileName = ({ submission }: SubmittedReceipt, locale: Locale): string =>
  words(locale).receipt.pdfName(submission.head.receiptNumber)

function partOf(receipt: SubmittedReceipt, request: ShortRequest, locale: Locale): ShortPart {
  const { receipt: said, common, verify } = words(locale)
  const { submission, city, window } = receipt
  const { head } = submission
  const { period } = window
  const parts = partsShown(submission.lines)
  const [name, inWords] = [cityName(locale, city), formatPeriod(locale, period)]
  const by = (who: string, at: Date) => said.by(who, formatDateTime(locale, at))
  const fact = (term: string, value: string, strong = false) => ({ term, value, strong })
  return {
    locale,
    documentTitle: `${said.titleOf(inWords)} ${head.receiptNumber}`,
    title: said.paper.title,
    subtitle: said.paper.subtitle(name, inWords),
    demonstration: request.demonstration ? common.demo.title : null,
    facts: [
      fact(said.number, head.receiptNumber, true),
      fact(common.city, name),
      fact(common.period, inWords),
      fact(said.version, common.version(head.version)),
      fact(said.submitted, by(head.submittedByName, head.submittedAt)),
      fact(said.certified, by(head.certifiedByName, head.certifiedAt)),
      fact(verify.complete, verify.completeOf(String(head.cellsAnswered), String(head.cellsAsked))),
      fact(said.soft, said.softOf(String(head.softOpen), String(head.softExplained))),
    ],
    hashTerm: said.hash,
    qrAlt: said.qr(request.address),
    qrText: said.qrText,
    verifyText: said.paper.verify,
    figuresTitle: said.figures,
    figuresNote: isQuarter(period) ? said.figuresNote : null,
    columns: columnsOf(locale, period, parts),
    rows: submission.lines.flatMap((line) => {
      const reference = { period, version: head.version, indicator: line.indicator }
      const trace = request.origin + tracePath(city.code, reference)
      return isQuarter(period)
        ? [quarterRow(locale, line, trace), ...partRows(locale, line, trace)]
        : [baseRow(locale, line, parts, trace)]
    }),
    closing: said.paper.closing,
  }
}

function columnsOf(locale: Locale, period: Period, parts: readonly BasePart[]): ShortColumn[] {
  const { receipt: said, check, names } = words(locale)
  const figure = (name: string, width: number): ShortColumn => ({ name, figure: true, width })
  return [
    { name: check.content.indicator, figure: false, width: null },
    ...(isQuarter(period)
      ? [figure(said.figure, 26), figure(said.cumulative, 22)]
      : parts.map((part) => figure(names.part[part], part === 'Y' ? 24 : 20))),
    { name: said.unit, figure: false, width: 22 },
  ]
}

const BASE_PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const
type BasePart = (typeof BASE_PARTS)[number]

/** The quarters, and the whole year where a result has it instead of them. */
const partsShown = (lines: readonly ContentLine[]): readonly BasePart[] =>
  BASE_PARTS.filter(
    (part) =>
      part !== 'Y' ||
      lines.some(({ cells }) => cells.some((cell) => cell.part === 'Y' && cell.content.state !== 'blank')),
  )

function quarterRow(
  locale: Locale,
  { indicator: code, cells, counted }: ContentLine,
  link: string,
): PaperText[] {
  const subject = indicator(code)
  const content = cells[0]?.content ?? { state: 'blank' }
  const [name, unit] = [plain(inLocale(locale, subject)), plain(words(locale).names.unit[subject.unit])]
  if (counted !== null && (counted.rows > 0 || content.state === 'figure'))
    return [
      name,
      ...[counted.fresh, counted.total].map((count) => ({ text: formatNumber(String(count)), link })),
      unit,
    ]
  if (content.state === 'figure') return [name, cellText(locale, content, link), plain(''), unit]
  return [name, { text: inWords(locale, content), span: 3 }]
}

/** The parts of a figure under it, where it was reported by parts. */
function partRows(locale: Locale, { indicator: code, parts }: ContentLine, link: string): PaperText[][] {
  const { names } = words(locale)
  return parts.map(({ part, content }) => [
    plain(`　${names.part[part]}`),
    cellText(locale, content, link),
    plain(''),
    plain(names.unit[indicator(code).unit]),
  ])
}

function baseRow(
  locale: Locale,
  { indicator: code, cells }: ContentLine,
  parts: readonly BasePart[],
  link: string,
): PaperText[] {
  const subject = indicator(code)
  return [
    plain(inLocale(locale, subject)),
    ...parts.map((part) =>
      cellText(locale, cells.find((cell) => cell.part === part)?.content ?? { state: 'blank' }, link),
    ),
    plain(words(locale).names.unit[subject.unit]),
  ]
}

/** A figure leads to where it comes from; what stands in its place does not. */
const cellText = (locale: Locale, content: CellContent, link: string): PaperText =>
  content.state === 'figure' ? { text: formatNumber(content.value), link } : plain(inWords(locale, content))

/** What a cell says, in words where it is no figure; of a narrative its length. */
function inWords(locale: Locale, content: CellContent): string {
  const { receipt: said, names, common } = words(locale)
  switch (content.state) {
    case 'figure':
      return formatNumber(content.value)
    case 'narrative':
      return said.narrative(formatNumber(String([...content.narrative].length)))
    case 'notApplicable':
      return common.pair(names.cellState.notApplicable, content.reason)
    case 'notYetAvailable':
      return said.expected(
        common.pair(names.cellState.notYetAvailable, content.reason),
        formatDay(locale, content.expectedOn),
      )
    case 'blank':
      return NO_FIGURE
  }
}
