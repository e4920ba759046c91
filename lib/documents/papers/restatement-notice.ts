import { cityName, formatDate, formatDateTime, formatPeriod, formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { RestatementPage } from '@/lib/restating/read-restatement'
import type { VersionHead } from '@/lib/store/versions'
import type { Locale } from '@/lib/values'
import type { PaperText } from '../paper'
import { inEach, type ShortPaper, type ShortPart, type ShortRequest } from '../short-paper'
import { tracePath } from '../trace-reference'
import { plain } from './pieces'

/** A restatement that was approved, with the version it brought. */
export type ApprovedRestatement = RestatementPage & { readonly brought: VersionHead }

/** 更正通知: what an approved restatement corrects, why, and who asked and approved; each figure with its way to both versions. */
export function restatementNotice(page: ApprovedRestatement, request: ShortRequest): ShortPaper {
  const { brought } = page
  return {
    parts: inEach(request.locales, (locale) => partOf(page, request, locale)),
    number: brought.receiptNumber,
    hash: brought.contentHash,
    address: request.address,
    moment: brought.submittedAt,
  }
}

/** What the file is called, without its ending. */
export const noticeFileName = ({ brought }: ApprovedRestatement, locale: Locale): string =>
  words(locale).restating.notice.pdfName(brought.receiptNumber)

function partOf(page: ApprovedRestatement, request: ShortRequest, locale: Locale): ShortPart {
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
    locale,
    documentTitle: `${title} ${brought.receiptNumber}`,
    title,
    subtitle: said.notice.subtitle(
      cityName(locale, city),
      said.numberOf(String(restatement.seq), formatPeriod(locale, period)),
    ),
    demonstration: request.demonstration ? common.demo.title : null,
    letter: {
      to: said.notice.to(cityName(locale, city)),
      paragraphs: [
        said.notice.granted(
          cityName(locale, city),
          formatPeriod(locale, period),
          String(restatement.seq),
          said.reasonCode[restatement.reasonCode],
          formatDate(locale, brought.submittedAt),
        ),
        said.notice.lead(
          formatPeriod(locale, period),
          common.version(baseVersion),
          common.version(brought.version),
        ),
      ],
      signed: [formatDate(locale, brought.submittedAt)],
    },
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
      {
        ...fact(said.effects.title, said.notice.verdicts(String(changed), String(effects.verdicts.length))),
        link: `${request.origin}/cities/${city.code}/restatements/${String(restatement.seq)}`,
      },
    ],
    hashTerm: receipt.hash,
    qrAlt: receipt.qr(request.address),
    qrText: receipt.qrText,
    verifyText: said.notice.verify,
    figuresTitle: said.notice.figures,
    figuresNote: null,
    columns: [
      { name: said.notice.cell, figure: false, width: null },
      { name: said.before, figure: true, width: 30 },
      { name: said.after, figure: true, width: 30 },
      { name: receipt.unit, figure: false, width: 24 },
    ],
    rows: rowsOf(page, request.origin, locale),
    closing: said.notice.closing,
  }
}

function rowsOf(
  { effects, restatement, brought, city }: ApprovedRestatement,
  origin: string,
  locale: Locale,
): PaperText[][] {
  const { restating: said, names } = words(locale)
  const parts: Readonly<Record<string, string>> = names.part
  const { period, baseVersion, correction } = restatement
  const figure = (value: string | null, version: number, code: IndicatorCode): PaperText =>
    value === null
      ? plain(said.noFigure)
      : {
          text: formatNumber(value),
          link: origin + tracePath(city.code, { period, version, indicator: code }),
        }
  return [
    ...effects.materiality.figures.map(({ indicator: code, part, before, after }) => [
      plain(`${inLocale(locale, indicator(code))} ${parts[part] ?? ''}`.trim()),
      figure(before, baseVersion, code),
      figure(after, brought.version, code),
      plain(names.unit[indicator(code).unit]),
    ]),
    ...[
      ...correction.withdrawn.map((row) => ({ row, mark: said.withdrawn })),
      ...correction.added.map((row) => ({ row, mark: said.added })),
    ].map(({ row, mark }) => [
      plain(`　${row.name}`),
      { text: `${mark}  ${row.creditCode ?? row.noCodeReason ?? ''}`, span: 3 },
    ]),
  ]
}
