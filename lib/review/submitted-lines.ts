import { indicator as indicatorOf, isNumeric, isRegisterCode, type IndicatorCode } from '@/lib/notice'
import { findingsOf } from '@/lib/reporting/check-report'
import { givenParts, type ContentLine } from '@/lib/reporting/content-lines'
import { formRows, type FormRow } from '@/lib/reporting/form-rows'
import type { KnownFigures } from '@/lib/reporting/known-figures'
import { explainedAs, type ExplainedAs } from '@/lib/reporting/soft-findings'
import {
  judge,
  progressOf,
  type Check,
  type FigureFact,
  type Finding,
  type Judgement,
  type Progress,
} from '@/lib/rules'
import type { CellContent } from '@/lib/store/cells'
import type { Explanation } from '@/lib/store/explanations'
import type { Deadline } from '@/lib/reporting/deadline'
import type { ReportEvent } from '@/lib/store/reports'
import type { ReportContent, VersionHead } from '@/lib/store/versions'
import { addQuarters, isQuarter, yearOf, type Quarter } from '@/lib/values'
import { changedCells, markedRows, type CellChange, type MarkedRow } from './compare-versions'

export type SubmittedPart = ContentLine['parts'][number] & { readonly before?: CellContent | null }

/** The city's own figure of a quarter. */
export interface HistoryPoint {
  readonly quarter: Quarter
  readonly value: string | null
}

/** One result of a submitted report, with everything a reviewer wants to see beside it. */
export interface SubmittedLine {
  /** The figure, what stands beside it, and why it had been returned. */
  readonly row: FormRow
  /** The parts it was reported by, and what the version before said of those that it changed. */
  readonly parts: readonly SubmittedPart[]
  /** Against last year and the path; null for what is not measured, and for the base year. */
  readonly progress: Progress | null
  /** What the verdict as of this quarter would be with this version accepted, and why. */
  readonly judgement: Judgement | null
  /** Without those that the city explained. */
  readonly findings: readonly Finding[]
  /** What the city said of soft findings, each with what it was about. */
  readonly explained: readonly ExplainedAs[]
  /** The latest eight quarters of the city, this one last; of a count cumulative. Null where nothing was submitted. */
  readonly history: readonly HistoryPoint[]
  /** Against the version before. */
  readonly changes: readonly CellChange[]
  /** The rows of its register; empty where it has none. */
  readonly register: readonly MarkedRow[]
  /** How many files stand behind it, its rows and its explanations. */
  readonly evidence: number
  /** The figures beside it that are submitted but not accepted. */
  readonly isPreviousPending: boolean
  readonly isLastYearPending: boolean
}

/** Whether this version changed anything of a result: its figure, a part, a source, a row. */
export const isChangedLine = ({ changes, register }: SubmittedLine): boolean =>
  changes.length > 0 || register.some(({ mark }) => mark !== 'same')

/** A submitted version, and what is known around it. */
export interface Submitted {
  readonly window: Deadline
  readonly head: VersionHead
  readonly content: ReportContent
  /** Signed with this version. */
  readonly explanations: readonly Explanation[]
  /** The version before, if there is one. */
  readonly before: ReportContent | null
  /** The return that this version answers. */
  readonly answered: ReportEvent | null
  readonly known: KnownFigures
  /** In force on the day it was submitted. */
  readonly checks: readonly Check[]
}

/** The results of a submitted report in the order of the notice. */
export function submittedLines(submitted: Submitted): SubmittedLine[] {
  const { window, head, content, before, answered, known } = submitted
  const changed = { changedByName: head.submittedByName, changedAt: head.submittedAt, version: head.version }
  const findings = findingsOf(window.period, content.cells, content.rows, known, submitted.checks)
  const explained = explainedAs(submitted.explanations)
  const isExplained = ({ rule, indicator, part }: Finding): boolean =>
    explained.some(
      ({ finding }) => finding.rule === rule && finding.indicator === indicator && finding.part === part,
    )
  const changes = before === null ? [] : changedCells(before, content)
  const rows = formRows({
    window,
    scope: 'none',
    cells: content.cells.map((cell) => ({ ...cell, ...changed })),
    rows: content.rows.map((row) => ({ ...row, ...changed, removed: false, withdrawn: '' })),
    returned: answered,
    known,
  })
  return rows.map((row): SubmittedLine => {
    const code = row.indicator
    const value = figureOf(row)
    const isAccepted = (period: string): boolean => known.facts[code]?.[period]?.acceptedAt !== undefined
    const isPending = (at: { readonly period: string; readonly value: string | null } | undefined): boolean =>
      at !== undefined && at.value !== null && !isAccepted(at.period)
    const own = changes.filter((change) => change.indicator === code)
    return {
      row,
      parts: givenParts(row.parts).map(({ part, content }) => ({
        part,
        content,
        before: own.find((change) => change.part === part)?.before,
      })),
      progress: progressFor(row, value),
      judgement: isQuarter(window.period)
        ? judgementFor(code, window.period, { value, version: head.version }, known)
        : null,
      findings: findings.filter((finding) => finding.indicator === code && !isExplained(finding)),
      explained: explained.filter(({ finding }) => finding.indicator === code),
      history: isQuarter(window.period) ? historyOf(code, window.period, value, known) : [],
      changes: own,
      register: isRegisterCode(code) ? markedRows(code, before, content) : [],
      evidence: content.evidence.filter((each) => each.indicator === code).length,
      isPreviousPending: isPending(row.beside?.previous),
      isLastYearPending: isPending(row.beside?.lastYear),
    }
  })
}

/** How many quarters of a city's own history stand beside a figure. */
const HISTORY = 8

function historyOf(
  code: IndicatorCode,
  quarter: Quarter,
  value: string | null,
  known: KnownFigures,
): HistoryPoint[] {
  return Array.from({ length: HISTORY }, (_, i) => addQuarters(quarter, i + 1 - HISTORY)).map((each) => ({
    quarter: each,
    value: each === quarter ? value : (known.facts[code]?.[each]?.value ?? null),
  }))
}

/** The figure of a quarter: of a count the cumulative one. Null where the report says there is none. */
function figureOf(row: FormRow): string | null {
  const content = row.cells[0]?.content
  if (row.counted !== null) {
    return row.counted.rows > 0 || content?.state === 'figure' ? row.counted.cumulative : null
  }
  return content?.state === 'figure' ? content.value : null
}

function progressFor({ kind, beside }: FormRow, value: string | null): Progress | null {
  if (beside === null || kind === 'qualitative') return null
  return progressOf({
    kind,
    value,
    sameQuarterLastYear: beside.lastYear.value,
    earlierThisYear: beside.earlierThisYear,
    requiredToDate: beside.required,
  })
}

/** On this version: its figure stands in the place of any other, with its version, accepted or not. */
function judgementFor(
  code: IndicatorCode,
  quarter: Quarter,
  figure: FigureFact,
  known: KnownFigures,
): Judgement | null {
  const { baseYear, intervals } = known.configuration
  const isWithin = yearOf(quarter) > baseYear && yearOf(quarter) <= baseYear + intervals
  if (!isNumeric(indicatorOf(code)) || !isWithin) return null
  const latest = known.facts[code]?.[quarter]
  const acceptedAt = latest?.version === figure.version ? latest?.acceptedAt : undefined
  const fact = acceptedAt === undefined ? figure : { ...figure, acceptedAt }
  return judge(code, { ...known.facts[code], [quarter]: fact }, known.configuration, quarter)
}
