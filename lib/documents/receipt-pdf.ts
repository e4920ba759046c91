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
import { qrCode } from './qr-code'
import { typeset } from './typeset'

/** A submitted receipt, and what its paper says besides. */
export interface ReceiptPaper {
  readonly receipt: Receipt & { readonly submission: Submission }
  readonly locale: Locale
  /** Where anybody can check it. */
  readonly address: string
  /** Whether the figures are invented. */
  readonly demonstration: boolean
}

/**
 * The receipt on A4, with the figures as they were submitted: a tagged PDF (PDF/UA-1), the same bytes for the same receipt.
 * @throws Refusal documentNotMade
 */
export function receiptPdf(paper: ReceiptPaper): Promise<Uint8Array> {
  const { size, path } = qrCode(paper.address)
  return typeset({
    template: 'receipt',
    data: sheetOf(paper),
    files: {
      'qr.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
    },
    moment: paper.receipt.submission.head.submittedAt,
  })
}

/** What the file is called, without its ending. */
export function receiptFileName({ receipt: { submission } }: ReceiptPaper, locale: Locale): string {
  return words(locale).receipt.pdfName(submission.head.receiptNumber)
}

function sheetOf({ receipt, locale, address, demonstration }: ReceiptPaper) {
  const { receipt: said, common, verify } = words(locale)
  const { submission, city, window } = receipt
  const { head } = submission
  const { period } = window
  const [name, inWords] = [cityName(locale, city), formatPeriod(locale, period)]
  const by = (who: string, at: Date) => said.by(who, formatDateTime(locale, at))
  const fact = (term: string, value: string, strong = false) => ({ term, value, strong })
  return {
    lang: locale === 'en' ? 'en' : 'zh',
    region: locale === 'en' ? 'gb' : 'cn',
    product: common.productLine,
    documentTitle: `${said.titleOf(inWords)} ${head.receiptNumber}`,
    title: said.paper.title,
    subtitle: said.paper.subtitle(name, inWords),
    date: dateOf(head.submittedAt),
    demonstration: demonstration ? common.demo.title : null,
    number: head.receiptNumber,
    page: [said.paper.page.before, said.paper.page.between, said.paper.page.after],
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
    hash: head.contentHash.match(/.{8}/g) ?? [],
    qrAlt: said.qr(address),
    qrText: said.qrText,
    verifyText: said.paper.verify,
    address,
    figuresTitle: said.figures,
    figuresNote: isQuarter(period) ? said.figuresNote : null,
    columns: columnsOf(locale, period),
    rows: submission.lines.flatMap((line) =>
      isQuarter(period) ? [quarterRow(locale, line), ...partRows(locale, line)] : [baseRow(locale, line)],
    ),
    closing: said.paper.closing,
  }
}

/** Year, month and day in Asia/Shanghai. */
function dateOf(moment: Date): number[] {
  // Asia/Shanghai has been UTC+8 without summer time since 1992.
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
}

interface Column {
  readonly name: string
  readonly figure: boolean
  /** Millimetres; null for what is left of the line. */
  readonly width: number | null
}

function columnsOf(locale: Locale, period: Period): Column[] {
  const { receipt: said, check, names } = words(locale)
  const figure = (name: string, width: number): Column => ({ name, figure: true, width })
  return [
    { name: check.content.indicator, figure: false, width: null },
    ...(isQuarter(period)
      ? [figure(said.figure, 30), figure(said.cumulative, 24)]
      : BASE_PARTS.map((part) => figure(names.part[part], part === 'Y' ? 24 : 20))),
    { name: said.unit, figure: false, width: 24 },
  ]
}

const BASE_PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const

interface PaperCell {
  readonly text: string
  readonly span: number
}
const one = (text: string): PaperCell => ({ text, span: 1 })

function quarterRow(locale: Locale, { indicator: code, cells, counted }: ContentLine): PaperCell[] {
  const { names } = words(locale)
  const subject = indicator(code)
  const content = cells[0]?.content ?? { state: 'blank' }
  const name = one(inLocale(locale, subject))
  if (counted !== null && (counted.rows > 0 || content.state === 'figure'))
    return [
      name,
      one(formatNumber(String(counted.fresh))),
      one(formatNumber(String(counted.total))),
      one(names.unit[subject.unit]),
    ]
  if (content.state === 'figure')
    return [name, one(formatNumber(content.value)), one(''), one(names.unit[subject.unit])]
  return [name, { text: inWords(locale, content), span: 3 }]
}

/** The parts of a figure under it, where it was reported by parts. */
function partRows(locale: Locale, { indicator: code, parts }: ContentLine): PaperCell[][] {
  const { names } = words(locale)
  return parts.map(({ part, content }) => [
    one(`　${names.part[part]}`),
    one(inWords(locale, content)),
    one(''),
    one(names.unit[indicator(code).unit]),
  ])
}

function baseRow(locale: Locale, { indicator: code, cells }: ContentLine): PaperCell[] {
  const subject = indicator(code)
  return [
    one(inLocale(locale, subject)),
    ...BASE_PARTS.map((part) =>
      one(inWords(locale, cells.find((cell) => cell.part === part)?.content ?? { state: 'blank' })),
    ),
    one(words(locale).names.unit[subject.unit]),
  ]
}

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
