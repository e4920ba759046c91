import { HyperFormula, type RawCellContent } from 'hyperformula'
import { numericIndicators, type NumericIndicator } from '@/lib/notice'
import { quartersOf } from '@/lib/values'
import { quarters, type City } from './cities'

const YEARS = [2019, 2020, 2021, 2022]
const PERIODS = [...YEARS.flatMap(quartersOf), ...YEARS.map(String)]
/** Behind the figures the base total and what is wrong with it; then for each quarter the results, and whether a count fell. */
const FIRST = PERIODS.length + 2
const OUTPUTS = 6

/**
 * The same results by a spreadsheet engine: one row for each result of each city, its figures in front, behind them for
 * each quarter the verdict and the four numbers beside it: actual, required, gap, needed. Missing and contradicting
 * figures are answered as the rules answer them. Changing the floors recalculates every verdict; building the sheet is
 * not counted.
 */
export function spreadsheet(cities: readonly City[]): {
  recalculate: () => void
  verdicts: () => ReadonlyMap<string, number>
  close: () => void
} {
  const rows: RawCellContent[][] = [numericIndicators.map(({ floor }) => floor)]
  for (const city of cities) {
    for (const [subject, facts] of city) {
      const figures = PERIODS.map((period) => {
        const value = facts[period]?.value
        return value == null ? null : Number(value)
      })
      const row = rows.length + 1
      const formulas = subject.kind === 'count' ? countFormulas : growthFormulas
      rows.push([...figures, ...baseFormulas(row), ...quarters.flatMap((_, i) => formulas(subject, row, i))])
    }
  }
  const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', useArrayArithmetic: false })
  const setFloors = (more: number) => {
    sheet.batch(() => {
      for (const [column, { floor }] of numericIndicators.entries()) {
        sheet.setCellContents({ sheet: 0, row: 0, col: column }, floor + more)
      }
    })
  }
  let odd = false
  return {
    recalculate: () => {
      odd = !odd
      setFloors(odd ? 1 : 0)
    },
    verdicts: () => {
      setFloors(0)
      const found = new Map<string, number>()
      for (const values of sheet.getSheetValues(0).slice(1)) {
        for (let i = 0; i < quarters.length; i++) {
          const verdict = String(values[FIRST + i * OUTPUTS])
          found.set(verdict, (found.get(verdict) ?? 0) + 1)
        }
      }
      return found
    },
    close: () => {
      sheet.destroy()
    },
  }
}

const cellIn = (row: number) => (column: number) => `${letters(column)}${row}`
const floorOf = (subject: NumericIndicator) => `$${letters(numericIndicators.indexOf(subject))}$1`
const outputsOf = (row: number, index: number) =>
  Array.from({ length: OUTPUTS }, (_, n) => cellIn(row)(FIRST + index * OUTPUTS + n))
const isLast = (index: number) => index === quarters.length - 1
const verdictBy = (gap: string, index: number) =>
  isLast(index) ? `IF(${gap}>=0,"met","short")` : `IF(${gap}>=0,"onPace","behindPace")`

function baseFormulas(row: number): string[] {
  const cell = cellIn(row)
  const [whole, parts] = [cell(16), `${cell(0)}:${cell(3)}`]
  const total = cell(PERIODS.length)
  return [
    `=IF(ISNUMBER(${whole}),${whole},SUM(${parts}))`,
    `=IF(AND(ISNUMBER(${whole}),COUNT(${parts})=4,${whole}<>SUM(${parts})),"notComputable",IF(AND(NOT(ISNUMBER(${whole})),COUNT(${parts})<4),"figuresMissing",IF(${total}=0,"notComputable","")))`,
  ]
}

function countFormulas(subject: NumericIndicator, row: number, index: number): string[] {
  const cell = cellIn(row)
  const floor = floorOf(subject)
  const [, actual, required, gap, , fell] = outputsOf(row, index)
  const now = cell(4 + index)
  const soFar = `${cell(4)}:${now}`
  const reached = `MAX(${soFar})>=${floor}`
  const before = index === 0 ? 'FALSE()' : `OR(${outputsOf(row, index - 1)[5] ?? ''},`
  return [
    `=IF(${fell},"notComputable",IF(${reached},"met",IF(ISNUMBER(${now}),${isLast(index) ? '"short"' : verdictBy(gap ?? '', index)},"figuresMissing")))`,
    `=IF(${reached},MAX(${soFar}),IF(ISNUMBER(${now}),${now},""))`,
    `=IF(${actual}="","",IF(${reached},${floor},${floor}*${index + 1}/12))`,
    `=IF(${actual}="","",${actual}-${required})`,
    isLast(index) ? '=""' : `=IF(OR(${actual}="",${reached}),"",(${floor}-${actual})/${11 - index})`,
    index === 0 ? `=${before}` : `=${before}AND(ISNUMBER(${now}),${now}<MAX(${cell(4)}:${cell(3 + index)})))`,
  ]
}

function growthFormulas(subject: NumericIndicator, row: number, index: number): string[] {
  const cell = cellIn(row)
  const floor = floorOf(subject)
  const [, actual, required, gap] = outputsOf(row, index)
  const [base, wrong] = [cell(PERIODS.length), cell(PERIODS.length + 1)]
  const year = Math.floor(index / 4) + 1
  const quarter = (index % 4) + 1
  const [whole, parts] = [cell(16 + year), `${cell(4 * year)}:${cell(4 * year + quarter - 1)}`]
  const added = `IF(COUNT(${parts})<${quarter},"",SUM(${parts}))`
  const share = `IF(COUNT(${cell(0)}:${cell(3)})=4,SUM(${cell(0)}:${cell(quarter - 1)})/${base},${quarter}/4)`
  const contradicts = `AND(ISNUMBER(${whole}),COUNT(${parts})=4,${whole}<>SUM(${parts}))`
  const verdict = `IF(${actual}="","figuresMissing",${verdictBy(gap ?? '', index)})`
  const needed =
    year === 3 ? `MAX(0,${base}*(1+${floor}/100)^3-${actual})/${4 - quarter}` : `${base}*(1+${floor}/100)^3/4`
  return [
    `=IF(${wrong}<>"",${wrong},${quarter === 4 ? `IF(${contradicts},"notComputable",${verdict})` : verdict})`,
    `=${quarter === 4 ? `IF(ISNUMBER(${whole}),${whole},${added})` : added}`,
    `=IF(OR(${wrong}<>"",${actual}=""),"",${base}*(1+${floor}/100)^${year}${quarter === 4 ? '' : `*${share}`})`,
    `=IF(${required}="","",${actual}-${required})`,
    isLast(index) ? '=""' : `=IF(${required}="","",${needed})`,
    '=FALSE()',
  ]
}

/** The name of a column: A, B, … Z, AA, … */
function letters(column: number): string {
  const first = Math.floor(column / 26)
  return (first === 0 ? '' : letters(first - 1)) + String.fromCharCode(65 + (column % 26))
}
