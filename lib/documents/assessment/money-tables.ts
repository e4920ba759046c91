import { EXPOSURE_COLUMNS } from '@/lib/i18n/exposure-columns'
import { words } from '@/lib/i18n/words'
import type { Locale } from '@/lib/values'
import type { StreamedTable } from '../streaming/streamed'
import { columns, PLACE } from './table-columns'
import { belowZero } from './verdict-marks'

const SOURCES = ['central', 'local', 'social'] as const

/** Columns of the money of one source: received, spent, balance, rate. */
const SOURCE_COLUMNS = 4
/** The columns of the money of a city: what the ministry pays first, then what the city receives and spends. */
export const FIRST_MONEY = 2
export const FIRST_SOURCE = FIRST_MONEY + EXPOSURE_COLUMNS.length
/** Received and spent of central money: the first source. */
const RECEIVED = FIRST_SOURCE
const SPENT = FIRST_SOURCE + 1

/** What a city was paid, and received and spent of each source. */
export function moneyTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting, instalment, funds } = words(locale)
  const sum = ([what]: readonly [string]): readonly [string, number] => [assessing.inYuan(what), 18]
  return {
    key: 'money',
    place: PLACE.common + 3,
    name: assessing.sheet.money,
    columns: columns([
      [exporting.head.cityCode, 10],
      [exporting.head.city, 16],
      ...EXPOSURE_COLUMNS.map((part) => sum([instalment.exposure[part]])),
      ...SOURCES.flatMap((source) => [
        sum([assessing.ofSource(funds.source[source], funds.received)]),
        sum([assessing.ofSource(funds.source[source], assessing.spent)]),
        sum([assessing.ofSource(funds.source[source], funds.balance)]),
        [assessing.ofSource(funds.source[source], funds.rate), 14] as const,
      ]),
    ]),
    frozenColumns: 2,
    chart: {
      title: assessing.moneyChart,
      names: 1,
      series: [
        { column: RECEIVED, colour: '1F5FA8' },
        { column: SPENT, colour: 'B26A00', pattern: 'wdUpDiag' },
      ],
      isStacked: false,
      format: '#,##0',
    },
  }
}

/** The last column of the money of a city. */
export const LAST_MONEY = FIRST_SOURCE + SOURCES.length * SOURCE_COLUMNS - 1

/** Every payment of the ministry. */
export function paymentTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting } = words(locale)
  const own = assessing.head
  return {
    key: 'payments',
    place: PLACE.common + 4,
    name: assessing.sheet.payments,
    columns: columns([
      [exporting.head.cityCode, 10],
      [exporting.head.city, 16],
      [own.number, 8],
      [own.instalment, 12],
      [own.decision, 10],
      [own.takesBack, 12],
      [own.yuan, 18],
      [own.day, 12],
      [own.voucher, 24],
      [own.recordedBy, 16],
      [own.answer, 12],
    ]),
    frozenColumns: 2,
    marks: [belowZero(6)],
    isOptional: true,
  }
}

/** Sealed scores, line by line. */
export function scoreTable(locale: Locale): StreamedTable {
  const { assessing, export: exporting } = words(locale)
  const own = assessing.head
  return {
    key: 'scores',
    place: PLACE.common + 5,
    name: assessing.sheet.scores,
    columns: columns([
      [exporting.head.cityCode, 10],
      [exporting.head.city, 16],
      [own.round, 32],
      [exporting.head.asOf, 10],
      [own.version, 8],
      [exporting.head.indicatorCode, 26],
      [exporting.head.indicator, 36],
      [own.weight, 10],
      [own.share, 10],
      [own.points, 12],
      [own.grade, 10],
      [own.overridden, 10],
      [own.demonstration, 12],
      [own.sealedAt, 18],
      [own.signers, 24],
      [own.digest, 40],
    ]),
    frozenColumns: 2,
    isOptional: true,
  }
}
