import { publishedRows } from './published-rows'

/** How exactly a figure or percentage was printed; the tolerance in which a computed growth must agree with it. */
export type PublishedPrecision = 'exact' | 'rounded'

/** What a published figure covers: a whole year, the months from January on, or an average over years. */
export type PublishedSpan = 'year' | 'firstHalf' | 'firstThreeQuarters' | 'averageOfYears'

export type PublishedSeries = 'pledge_amount' | 'pledge_projects' | 'patent_intensive_value_added'

export interface PublishedFigure {
  readonly series: PublishedSeries
  /** As printed in the source. */
  readonly place: '全国'
  readonly name: string
  readonly period: string
  readonly year: number
  readonly span: PublishedSpan
  /** Decimal string; null where the source gives only a rate. */
  readonly value: string | null
  readonly unit: '亿元' | '项' | '笔' | '%/年'
  /** Per cent against the same span of the year before; null where none was published. */
  readonly growth: string | null
  /** `rounded`: the figure or the rate is printed as approximate (左右, 万): tolerance 1 point instead of 0.1. */
  readonly precision: PublishedPrecision
  /** The source rests on a revised figure of the year before, which was itself not published. */
  readonly restatedBase: boolean
  readonly url: string
  readonly note: string
}

/** National figures as published: the reference line, and real input for the rules. */
export const publishedNational: readonly PublishedFigure[] = publishedRows

/** One series over whole years, oldest first: what can be drawn and judged beside the cities. */
export function publishedYears(series: PublishedSeries): readonly PublishedFigure[] {
  return publishedNational.filter((row) => row.series === series && row.span === 'year')
}
