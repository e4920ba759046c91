/** Of which period the head of a column speaks: a quarter or the whole of a year, or the period at hand. */
export interface PeriodHead {
  /** Null where the head does not say. */
  readonly year: number | null
  readonly part: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Y' | 'this'
}

const QUARTERS: Readonly<Record<string, 'Q1' | 'Q2' | 'Q3' | 'Q4'>> = {
  一: 'Q1',
  二: 'Q2',
  三: 'Q3',
  四: 'Q4',
  1: 'Q1',
  2: 'Q2',
  3: 'Q3',
  4: 'Q4',
}
// Columns beside the figures: what they say of a period is something else than its figure.
const BESIDE =
  /同比|环比|增幅|增长|增速|目标|要求|占比|累计|上季|上期|上年|去年|差额|备注|growth|target|cumulative|todate|previous|lastyear|note/
const THIS =
  /^(?:本期|本季|本季度|当期|当季|填报|数值|数字|thisperiod|thisquarter|figure|quarter|value|amount)(?:数|值|数值)?$/

/** Reads the head of a column: 2022Q3, 2022年第三季度, 三季度, Q3 2022, 全年, 本期数. Null for every other head. */
export function readPeriodHead(text: string): PeriodHead | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s:,._/-]+/g, '')
  if (said === '' || BESIDE.test(said)) return null
  if (THIS.test(said)) return { year: null, part: 'this' }
  const quarter = /^(?:(20\d\d)年?)?(?:q([1-4])|第?([一二三四1-4])季度?)(20\d\d)?(?:数|值)?$/.exec(said)
  const part = QUARTERS[quarter?.[2] ?? quarter?.[3] ?? '']
  if (quarter !== null && part !== undefined) return { year: yearOf(quarter[1] ?? quarter[4]), part }
  const whole = /^(20\d\d)?年?(?:全年|年度|合计|fullyear|year|total)?$/.exec(said)
  return whole === null ? null : { year: yearOf(whole[1]), part: 'Y' }
}

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
