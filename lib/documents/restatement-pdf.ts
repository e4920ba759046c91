import { cityName, formatDateTime, formatPeriod, formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { RestatementPage } from '@/lib/restating/read-restatement'
import type { VersionHead } from '@/lib/store/versions'
import type { Locale } from '@/lib/values'
import { qrCode } from './qr-code'
import { typeset } from './typeset'

/** An approved restatement, and what its notice says besides. */
export interface NoticePaper {
  readonly page: RestatementPage & { readonly brought: VersionHead }
  readonly locale: Locale
  /** Where anybody can check the corrected version. */
  readonly address: string
  /** Whether the figures are invented. */
  readonly demonstration: boolean
}

/**
 * 更正通知 on A4: a tagged PDF (PDF/UA-1), the same bytes for the same restatement; set on the sheet of the receipt.
 * @throws Refusal documentNotMade
 */
export function restatementPdf(paper: NoticePaper): Promise<Uint8Array> {
  const { size, path } = qrCode(paper.address)
  return typeset({
    template: 'receipt',
    data: sheetOf(paper),
    files: {
      'qr.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
    },
    moment: paper.page.brought.submittedAt,
  })
}

/** What the file is called, without its ending. */
export function noticeFileName({ page: { brought } }: NoticePaper, locale: Locale): string {
  return words(locale).restating.notice.pdfName(brought.receiptNumber)
}

function sheetOf({ page, locale, address, demonstration }: NoticePaper) {
  const { restating: said, receipt, common, names } = words(locale)
  const { restatement, brought, city, effects } = page
  const { answer, period, baseVersion } = restatement
  const roles: Readonly<Record<string, string>> = names.role
  const by = (who: string, role: string, at: Date) =>
    said.by(who, roles[role] ?? role, formatDateTime(locale, at))
  const fact = (term: string, value: string, strong = false) => ({ term, value, strong })
  const title = said.notice.paperTitle
  const changed = effects.materiality.changedVerdicts
  return {
    lang: locale === 'en' ? 'en' : 'zh',
    region: locale === 'en' ? 'gb' : 'cn',
    product: common.productLine,
    documentTitle: `${title} ${brought.receiptNumber}`,
    title,
    subtitle: said.notice.subtitle(
      cityName(locale, city),
      said.numberOf(String(restatement.seq), formatPeriod(locale, period)),
    ),
    date: dateOf(brought.submittedAt),
    demonstration: demonstration ? common.demo.title : null,
    number: brought.receiptNumber,
    page: [receipt.paper.page.before, receipt.paper.page.between, receipt.paper.page.after],
    facts: [
      fact(said.facts.receipt, brought.receiptNumber, true),
      fact(said.facts.base, common.version(baseVersion)),
      fact(said.facts.brought, common.version(brought.version)),
      fact(said.facts.reason, said.reasonCode[restatement.reasonCode]),
      fact(said.facts.why, restatement.reason),
      fact(
        said.facts.requested,
        by(restatement.requestedByName, restatement.requestedByRole, restatement.requestedAt),
      ),
      ...(answer === null ? [] : [fact(said.facts.answered, by(answer.byName, answer.byRole, answer.at))]),
      fact(
        said.materiality.title,
        effects.materiality.isMaterial ? said.materiality.material : said.materiality.immaterial,
      ),
      fact(said.effects.title, said.notice.verdicts(String(changed), String(effects.verdicts.length))),
    ],
    hashTerm: receipt.hash,
    hash: brought.contentHash.match(/.{8}/g) ?? [],
    qrAlt: receipt.qr(address),
    qrText: receipt.qrText,
    verifyText: said.notice.verify,
    address,
    figuresTitle: said.notice.figures,
    figuresNote: null,
    columns: [
      { name: said.notice.cell, figure: false, width: null },
      { name: said.before, figure: true, width: 30 },
      { name: said.after, figure: true, width: 30 },
      { name: receipt.unit, figure: false, width: 20 },
    ],
    rows: rowsOf(page, locale),
    closing: said.notice.closing,
  }
}

function rowsOf({ effects, restatement }: NoticePaper['page'], locale: Locale) {
  const { restating: said, names } = words(locale)
  const parts: Readonly<Record<string, string>> = names.part
  const one = (text: string) => ({ text, span: 1 })
  const figure = (value: string | null) => one(value === null ? said.noFigure : formatNumber(value))
  const { withdrawn, added } = restatement.correction
  return [
    ...effects.materiality.figures.map(({ indicator: code, part, before, after }) => [
      one(`${inLocale(locale, indicator(code))} ${parts[part] ?? ''}`.trim()),
      figure(before),
      figure(after),
      one(names.unit[indicator(code).unit]),
    ]),
    ...[
      ...withdrawn.map((row) => ({ row, mark: said.withdrawn })),
      ...added.map((row) => ({ row, mark: said.added })),
    ].map(({ row, mark }) => [
      one(`　${row.name}`),
      { text: `${mark}  ${row.creditCode ?? row.noCodeReason ?? ''}`, span: 3 },
    ]),
  ]
}

/** Year, month and day in Asia/Shanghai. */
function dateOf(moment: Date): number[] {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
}
