import { cityName, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import { blank, figure, moment, percent, text, type Cell } from '../cell'
import type { StreamedRow } from '../streaming/streamed'
import type { AssessmentRequest } from './assessment-tables'
import { EXPOSURE_COLUMNS } from '@/lib/i18n/exposure-columns'
import { FIRST_MONEY, FIRST_SOURCE, LAST_MONEY } from './money-tables'

/** Code and name of a city, which each row begins with. */
export const named = ({ city }: CityAssessment, { locale }: AssessmentRequest): readonly [Cell, Cell] => [
  text(city.code),
  text(cityName(locale, city)),
]

const yuan = (amount: bigint): Cell => figure(amount.toString())

/** What follows from decisions, listed with them; everything else is listed with the payments and the ledger. */
const DECIDED: readonly string[] = ['decided', 'open', 'notGranted', 'atRisk']

/** A city's money. Sums lead to the list of what they sum. */
export function moneyRow(own: CityAssessment, request: AssessmentRequest): StreamedRow {
  const page = `${request.origin}/cities/${own.city.code}`
  return {
    cells: [
      ...named(own, request),
      ...EXPOSURE_COLUMNS.map((part) => yuan(own.exposure[part])),
      ...own.balances.flatMap(({ received, spent, balance, rate }) => [
        yuan(received),
        yuan(spent),
        yuan(balance),
        percent(rate),
      ]),
    ],
    links: [
      ...EXPOSURE_COLUMNS.map((part, i) => ({
        from: FIRST_MONEY + i,
        to: FIRST_MONEY + i,
        url: `${page}/${DECIDED.includes(part) ? 'instalment' : 'funds'}`,
      })),
      { from: FIRST_SOURCE, to: LAST_MONEY, url: `${page}/funds` },
    ],
  }
}

/** A payment of the ministry. */
export function paymentRow(
  payment: CityAssessment['payments'][number],
  own: CityAssessment,
  request: AssessmentRequest,
): StreamedRow {
  const { assessing } = words(request.locale)
  const { seq, instalment, decision, reverses, answer } = payment
  const number = (value: number | null): Cell => figure(value === null ? null : String(value))
  const state = answer === null ? 'waiting' : answer.confirmed ? 'confirmed' : 'refused'
  return {
    cells: [
      ...named(own, request),
      number(seq),
      text(assessing.instalment[instalment === 1 ? 'first' : 'second']),
      number(decision),
      number(reverses),
      yuan(payment.yuan),
      { kind: 'day', value: payment.paidOn },
      text(payment.documentNumber),
      text(payment.recordedByName),
      text(assessing.answer[state]),
    ],
    links: [{ from: 2, to: 6, url: `${request.origin}/cities/${own.city.code}/funds` }],
  }
}

/** The lines of its sealed scores, and their totals. */
export function scoreRows(own: CityAssessment, request: AssessmentRequest): StreamedRow[] {
  const { locale, origin } = request
  const { assessing, evaluation, export: exporting } = words(locale)
  return own.scores.flatMap(({ round, seal, sheet }) => {
    const url = `${origin}/cities/${own.city.code}/evaluations/${round.name}/${String(seal.version)}`
    const row = (
      subject: readonly [Cell, Cell],
      numbers: readonly [Cell, Cell, Cell],
      grade: Cell,
      overridden: Cell,
    ): StreamedRow => ({
      cells: [
        ...named(own, request),
        text(round.title),
        text(round.asOf),
        figure(String(seal.version)),
        ...subject,
        ...numbers,
        grade,
        overridden,
        text(round.schemeDecision === null ? exporting.yes : exporting.no),
        moment(seal.sealedAt.toISOString()),
        text(`${seal.firstSignerName}、${seal.secondSignerName}`),
        text(seal.sha256),
      ],
      links: [
        { from: 4, to: 4, url },
        { from: 7, to: 9, url },
      ],
    })
    return [
      ...sheet.lines.map((line) =>
        row(
          [text(line.indicator), text(inLocale(locale, indicator(line.indicator)))],
          [figure(line.weight), percent(line.share), figure(line.points)],
          blank,
          text(line.overridden ? exporting.yes : exporting.no),
        ),
      ),
      row(
        [blank, text(assessing.total)],
        [blank, blank, figure(seal.score)],
        text(sheet.grade === null ? assessing.noGrade : evaluation.grade[sheet.grade]),
        blank,
      ),
    ]
  })
}
