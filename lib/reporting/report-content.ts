import { canonical, digest } from '@/lib/ledger/canonical'
import type { Cell } from '@/lib/store/cells'
import type { Evidence, KeptLink } from '@/lib/store/evidence-links'
import type { ExplainedFinding } from '@/lib/store/explanations'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { ReportContent } from '@/lib/store/versions'
import { compareText, type Period } from '@/lib/values'

/**
 * What is certified and submitted, in a fixed order: the answered cells, the sources of what registers answer, the rows that
 * were not taken out, the explanations that hold, and the evidence behind all these.
 */
export function reportContent(
  city: string,
  period: Period,
  cells: readonly Cell[],
  rows: readonly RegisterRow[],
  explanations: readonly ExplainedFinding[],
  links: readonly KeptLink[],
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
    evidence: evidenceOf(links, rows, explanations),
  }
}

/** The evidence of what is in the content: what a row or an explanation had goes with it. */
function evidenceOf(
  links: readonly KeptLink[],
  rows: readonly RegisterRow[],
  explanations: readonly ExplainedFinding[],
): Evidence[] {
  const targets = new Set([
    '',
    ...rows.filter((row) => !row.removed).map(({ id }) => id),
    ...explanations.map(({ indicator, rule, part }) => `${indicator}/${rule}/${part}`),
  ])
  return links
    .filter(({ removed }) => !removed)
    .filter(({ kind, indicator, target }) =>
      targets.has(kind === 'explanation' ? `${indicator}/${target}` : target),
    )
    .map(({ indicator, kind, target, file, name, sha256, bytes }) => ({
      indicator,
      kind,
      target,
      file,
      name,
      sha256,
      bytes,
    }))
    .sort(
      (a, b) =>
        compareText(a.indicator, b.indicator) ||
        compareText(a.kind, b.kind) ||
        compareText(a.target, b.target) ||
        compareText(a.file, b.file),
    )
}

/** The canonical text of a content and its SHA-256: what the certifier signs and the receipt names. */
export function sealContent({ city, period, cells, rows, explanations, evidence }: ReportContent): {
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
    // What was signed before there was evidence keeps its digest.
    ...(evidence.length > 0 && { evidence: evidence.map((each) => ({ ...each })) }),
  })
  return { text, hash: digest(text) }
}
