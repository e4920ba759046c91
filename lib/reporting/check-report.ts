import type { IndicatorCode } from '@/lib/notice'
import { countDistinct } from '@/lib/rules/count-distinct'
import { markElsewhere } from '@/lib/rules/countable'
import { checksInForce } from '@/lib/decisions/in-force'
import {
  checkReport,
  type Check,
  type CheckedCell,
  type CheckedReport,
  type Finding,
} from '@/lib/rules/checks'
import { readCells, type Cell } from '@/lib/store/cells'
import { readDecisions } from '@/lib/store/decisions'
import { readLinks, type KeptLink } from '@/lib/store/evidence-links'
import { readExplanations, type Explanation } from '@/lib/store/explanations'
import { readRows, type RegisterRow } from '@/lib/store/register-rows'
import type { Work } from '@/lib/store/work'
import { dayOf, isQuarter, type Period } from '@/lib/values'
import { askedCells, breakdownCells, completenessOf, isBreakdownPart } from './asked-cells'
import { checkedRegisters } from './checked-registers'
import { readKnownFigures, type KnownFigures } from './known-figures'

/** A row as far as it is counted and checked. */
type CountedRow = Pick<RegisterRow, 'id' | 'indicator' | 'name' | 'creditCode' | 'level' | 'details'>

/** What 全审 says of a working copy. */
export interface Checked {
  readonly cells: readonly Cell[]
  readonly rows: readonly RegisterRow[]
  /** Submitted before, and withdrawn since. */
  readonly withdrawn: readonly RegisterRow[]
  readonly findings: readonly Finding[]
  readonly unanswered: readonly IndicatorCode[]
  /** Every explanation of the report, first to last. */
  readonly history: readonly Explanation[]
  /** Every place of a file. */
  readonly links: readonly KeptLink[]
  readonly known: KnownFigures
  readonly checks: readonly Check[]
}

/** Runs every check of lib/rules on a working copy, in its own transaction or that of a signature. */
export async function checkWorkingCopy(work: Work, period: Period): Promise<Checked> {
  const cells = await readCells(work, period)
  const all = await readRows(work, period)
  const rows = all.filter((row) => !row.removed)
  const known = await readKnownFigures(work)
  const checks = checksInForce(await readDecisions(work), dayOf(work.now))
  return {
    cells,
    rows,
    withdrawn: all.filter((row) => row.withdrawn !== ''),
    findings: findingsOf(period, cells, rows, known, checks),
    unanswered: completenessOf(period, cells, rows).unanswered,
    history: await readExplanations(work, period),
    links: await readLinks(work, period),
    known,
    checks,
  }
}

/** The findings on a report by the checks in force. */
export function findingsOf(
  period: Period,
  cells: readonly Pick<Cell, 'indicator' | 'part' | 'content'>[],
  rows: readonly CountedRow[],
  known: KnownFigures,
  checks: readonly Check[],
): readonly Finding[] {
  return checkReport(checkedReport(period, cells, rows, known), checks)
}

/** A report as the checks take it: every cell it asks, counts with the figure that their register gives. */
export function checkedReport(
  period: Period,
  cells: readonly Pick<Cell, 'indicator' | 'part' | 'content'>[],
  rows: readonly CountedRow[],
  known: KnownFigures,
): CheckedReport {
  const checked = askedCells(period).map(({ indicator, part, kind }): CheckedCell => {
    const content = cells.find((cell) => cell.indicator === indicator.code && cell.part === part)
      ?.content ?? { state: 'blank' }
    const counted = kind === 'count' ? headline(period, indicator.code, rows, known) : null
    const isCounted =
      counted !== null && (content.state === 'figure' || rows.some((row) => row.indicator === indicator.code))
    return {
      indicator: indicator.code,
      part,
      content: isCounted ? { state: 'figure', value: counted } : content,
    }
  })
  const parts = partsOf(period, cells)
  return {
    period,
    cells: [...checked, ...parts],
    today: known.today,
    history: known.facts,
    ...(isQuarter(period) && { incomparable: known.incomparableAt(period) }),
    breakdowns: sumsOf(parts),
    registers: checkedRegisters(period, rows, known),
  }
}

/** The parts that were given: none of a figure of which no part was given, otherwise all of them, the blank ones too. */
function partsOf(
  period: Period,
  cells: readonly Pick<Cell, 'indicator' | 'part' | 'content'>[],
): CheckedCell[] {
  const isGiven = (code: IndicatorCode) =>
    cells.some(
      ({ indicator, part, content }) =>
        indicator === code && isBreakdownPart(part) && content.state !== 'blank',
    )
  return breakdownCells(period)
    .filter(({ indicator }) => isGiven(indicator.code))
    .map(({ indicator, part }) => ({
      indicator: indicator.code,
      part,
      content: cells.find((cell) => cell.indicator === indicator.code && cell.part === part)?.content ?? {
        state: 'blank',
      },
    }))
}

/** What must add up: the parts of a figure once all of them are there. */
function sumsOf(parts: readonly CheckedCell[]): CheckedReport['breakdowns'] {
  const codes = [...new Set(parts.map(({ indicator }) => indicator))]
  return Object.fromEntries(
    codes.flatMap((code) => {
      const values = parts
        .filter(({ indicator }) => indicator === code)
        .map(({ content }) => (content.state === 'figure' ? content.value : null))
      return values.includes(null) ? [] : [[code, values.filter((value) => value !== null)]]
    }),
  )
}

/** The cumulative count a register gives: the city's earlier submitted rows and this report's own, each entity once. */
export function headline(
  period: Period,
  indicator: IndicatorCode,
  rows: readonly CountedRow[],
  known: KnownFigures,
): string {
  const earlier = known.entities.filter((entity) => entity.indicator === indicator && entity.period < period)
  const own = markElsewhere(
    rows.filter((row) => row.indicator === indicator),
    known.cases,
  )
  return String(countDistinct([...earlier, ...own]))
}
