import { canonical, digest } from '@/lib/ledger/canonical'
import type { Cell } from '@/lib/store/cells'
import type { ExplainedFinding } from '@/lib/store/explanations'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { ReportContent } from '@/lib/store/versions'
import { compareText, type Period } from '@/lib/values'

/**
 * What is certified and submitted, in a fixed order: the answered cells, the sources of what registers answer, the rows that
 * were not taken out, and the explanations that hold.
 */
export function reportContent(
  city: string,
  period: Period,
  cells: readonly Cell[],
  rows: readonly RegisterRow[],
  explanations: readonly ExplainedFinding[],
): ReportContent {
  return {
    city,
    period,
    cells: cells
      .filter(({ content }) => content.state !== 'blank' || content.source !== undefined)
      .map(({ indicator, part, content }) => ({ indicator, part, content }))
      .sort((a, b) => compareText(a.indicator, b.indicator) || compareText(a.part, b.part)),
    rows: rows
      .filter((row) => !row.removed)
      .map(
        ({ id, indicator, name, creditCode, noCodeReason, countedOn, level, details, evidence, note }) => ({
          id,
          indicator,
          name,
          creditCode,
          noCodeReason,
          countedOn,
          level,
          details,
          evidence,
          note,
        }),
      )
      .sort((a, b) => compareText(a.indicator, b.indicator) || compareText(a.id, b.id)),
    explanations: explanations
      .map(({ rule, indicator, part, expected, received, text }) => ({
        rule,
        indicator,
        part,
        expected,
        received,
        text,
      }))
      .sort(
        (a, b) =>
          compareText(a.indicator, b.indicator) || compareText(a.part, b.part) || compareText(a.rule, b.rule),
      ),
  }
}

/** The canonical text of a content and its SHA-256: what the certifier signs and the receipt names. */
export function sealContent({ city, period, cells, rows, explanations }: ReportContent): {
  readonly text: string
  readonly hash: string
} {
  const text = canonical({
    city,
    period,
    cells: cells.map(({ indicator, part, content: { source, ...answer } }) => ({
      indicator,
      part,
      content: source === undefined ? answer : { ...answer, source: { ...source } },
    })),
    // A row without details reads as rows did before registers had any, so that their seals hold.
    rows: rows.map(({ details, ...row }) =>
      Object.keys(details).length === 0 ? row : { ...row, details: { ...details } },
    ),
    explanations: explanations.map((each) => ({ ...each })),
  })
  return { text, hash: digest(text) }
}
