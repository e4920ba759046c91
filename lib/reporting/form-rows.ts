import {
  indicator as indicatorOf,
  isRegisterCode,
  type BreakdownPart,
  type IndicatorCode,
} from '@/lib/notice'
import type { CellContent, CellKind } from '@/lib/entry/content'
import { requiredPath } from '@/lib/rules'
import { countDistinct } from '@/lib/rules/count-distinct'
import { noFigureOf } from '@/lib/rules/no-figure'
import { usualOf } from '@/lib/rules/slip-factor'
import type { RequiredPath } from '@/lib/rules/required-path'
import type { NoFigure } from '@/lib/rules/types'
import type { Cell, Part } from '@/lib/store/cells'
import {
  addQuarters,
  compareQuarters,
  decimal,
  isQuarter,
  isWholeUnit,
  quarterNumberOf,
  quartersOf,
  ratio,
  sameQuarterLastYear,
  sub,
  sum,
  toDecimalString,
  yearOf,
  type Period,
  type Quarter,
} from '@/lib/values'
import { askedCells, breakdownCells } from './asked-cells'
import { headline } from './check-report'
import type { KnownFigures } from './known-figures'
import type { Draft } from './read-draft'

/** One box of the form as it was last saved. */
export interface FormCell {
  readonly part: Part
  readonly content: CellContent
  readonly version: number
  readonly by: string | null
  /** ISO instant. */
  readonly at: string | null
}

/** A figure of another period; null where the city has submitted none, with what it said of that. */
export interface FigureAt extends NoFigure {
  readonly period: Period
  readonly value: string | null
}

/** What stands beside a box: all from what the city has submitted. Of a count the figures are cumulative. */
export interface Beside {
  readonly previous: FigureAt
  readonly lastYear: FigureAt
  /** Of a flow: the sum of the earlier quarters of the year; null if one is missing. */
  readonly earlierThisYear: string | null
  readonly missingThisYear: readonly Quarter[]
  /** To date, against the floor of the notice. */
  readonly required: string | null
  readonly notRequired: RequiredPath['reason']
  /** The same against the city's own target, where it has one. */
  readonly target: { readonly value: string; readonly required: string | null } | null
}

/** What the register says of a count. */
export interface Counted {
  readonly rows: number
  /** Entities not counted before. */
  readonly added: string
  /** Different ones since the start, this report included. */
  readonly cumulative: string
}

/** One result in the form. */
export interface FormRow {
  readonly indicator: IndicatorCode
  readonly kind: CellKind
  readonly isEditable: boolean
  /** Why a reviewer returned this figure. */
  readonly returned: string | null
  /** The rows of its register that a reviewer returned, each with its reason. */
  readonly returnedRows: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  /** One cell, or of the base year its four quarters and its total. */
  readonly cells: readonly FormCell[]
  /** Of a figure that is made of parts: one box each, filled in or not. */
  readonly parts: readonly (FormCell & { readonly part: BreakdownPart })[]
  readonly beside: Beside | null
  /** Of an amount: what the city usually reports a quarter; null where too little is known. */
  readonly usual: string | null
  readonly counted: Counted | null
  /** How many rows the register has of a result that people judge by it; null where there is no such register. */
  readonly listed: number | null
  /** Which office supplied it last, where an earlier report says so. */
  readonly supplier: { readonly office: string; readonly period: Period } | null
  /** The latest narrative of an earlier quarter. */
  readonly told: { readonly period: Period; readonly narrative: string } | null
}

type Shown = Pick<Draft, 'window' | 'scope' | 'cells' | 'rows' | 'returned' | 'known'>

/** The results a report asks, in the order of the notice, each with what a person wants to see beside it. */
export function formRows(draft: Shown): FormRow[] {
  const { period } = draft.window
  const asked = askedCells(period)
  return [...new Set(asked.map(({ indicator }) => indicator.code))].map((code): FormRow => {
    const { kind } = indicatorOf(code)
    const parts = asked.filter(({ indicator }) => indicator.code === code).map(({ part }) => part)
    const cellAt = <P extends Part>(part: P): FormCell & { readonly part: P } =>
      formCell(
        part,
        draft.cells.find((cell) => isAt(cell, code, part)),
      )
    const reason = draft.returned?.returned.find((figure) => figure.indicator === code)?.reason
    return {
      indicator: code,
      kind,
      isEditable: draft.scope === 'all' || (draft.scope !== 'none' && draft.scope.includes(code)),
      returned: reason ?? null,
      returnedRows:
        draft.returned?.returnedRows
          .filter((row) => row.indicator === code)
          .map(({ id, name, reason: why }) => ({ id, name, reason: why })) ?? [],
      cells: parts.map(cellAt),
      parts: breakdownCells(period)
        .filter(({ indicator }) => indicator.code === code)
        .map(({ part }) => cellAt(part)),
      usual: kind === 'growth' && isQuarter(period) ? usualBefore(code, period, draft.known) : null,
      beside: kind !== 'qualitative' && isQuarter(period) ? besideOf(code, period, draft.known) : null,
      counted: kind === 'count' ? countedOf(code, draft) : null,
      listed:
        kind === 'qualitative' && isRegisterCode(code)
          ? draft.rows.filter((row) => row.indicator === code).length
          : null,
      supplier: supplierBefore(code, period, draft.known),
      told: kind === 'qualitative' ? toldBefore(code, period, draft.known) : null,
    }
  })
}

const isAt = (cell: Cell, code: IndicatorCode, part: Part): boolean =>
  cell.indicator === code && cell.part === part

const formCell = <P extends Part>(part: P, cell: Cell | undefined): FormCell & { readonly part: P } => ({
  part,
  content: cell?.content ?? { state: 'blank' },
  version: cell?.version ?? 0,
  by: cell?.changedByName ?? null,
  at: cell?.changedAt.toISOString() ?? null,
})

function besideOf(code: IndicatorCode, quarter: Quarter, known: KnownFigures): Beside {
  const facts = known.facts[code] ?? {}
  const at = (period: Period): FigureAt => ({
    period,
    value: facts[period]?.value ?? null,
    ...noFigureOf(facts[period]),
  })
  const earlier = quartersOf(yearOf(quarter)).slice(0, quarterNumberOf(quarter) - 1)
  const missing = earlier.filter((each) => at(each).value === null)
  const figures = earlier.flatMap((each) => at(each).value ?? [])
  const path = requiredPath(code, facts, known.configuration)
  const target = known.targets.find(({ indicator }) => indicator === code)?.value
  return {
    previous: at(addQuarters(quarter, -1)),
    lastYear: at(sameQuarterLastYear(quarter)),
    earlierThisYear: missing.length > 0 ? null : toDecimalString(sum(figures.map(decimal))),
    missingThisYear: missing,
    required: requiredAt(path, quarter),
    notRequired: path.reason,
    target:
      target === undefined
        ? null
        : {
            value: target,
            required: requiredAt(requiredPath(code, facts, known.configuration, { target }), quarter),
          },
  }
}

const requiredAt = (path: RequiredPath, quarter: Quarter): string | null =>
  path.points.find((point) => point.quarter === quarter)?.required ?? null

/** Of an amount: what the city usually reports a quarter; null where too little is known before this one. */
export function usualBefore(
  code: IndicatorCode,
  quarter: Quarter,
  known: Pick<KnownFigures, 'facts'>,
): string | null {
  if (isWholeUnit(indicatorOf(code).unit)) return null
  const earlier = Object.entries(known.facts[code] ?? {}).flatMap(([period, fact]) =>
    isQuarter(period) && compareQuarters(period, quarter) < 0 && fact?.value != null
      ? [decimal(fact.value)]
      : [],
  )
  const usual = usualOf(earlier)
  return usual === undefined ? null : toDecimalString(usual)
}

function countedOf(code: IndicatorCode, { window, rows, known }: Shown): Counted {
  const own = rows.filter((row) => row.indicator === code)
  const before = countDistinct(
    known.entities.filter((entity) => entity.indicator === code && entity.period < window.period),
  )
  const cumulative = headline(window.period, code, rows, known)
  const added = toDecimalString(sub(decimal(cumulative), ratio(BigInt(before))))
  return { rows: own.length, added, cumulative }
}

function toldBefore(code: IndicatorCode, period: Period, known: KnownFigures): FormRow['told'] {
  const last = known.narratives.findLast((each) => each.indicator === code && each.period < period)
  return last === undefined ? null : { period: last.period, narrative: last.narrative }
}

function supplierBefore(code: IndicatorCode, period: Period, known: KnownFigures): FormRow['supplier'] {
  const last = known.suppliers.findLast((each) => each.indicator === code && each.period < period)
  return last === undefined ? null : { office: last.office, period: last.period }
}
