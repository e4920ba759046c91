import { canonical, digest } from '@/lib/ledger/canonical'
import type { Cell } from '@/lib/store/cells'
import type { Evidence, KeptLink } from '@/lib/store/evidence-links'
import type { ExplainedFinding } from '@/lib/store/explanations'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { ReportContent, SubmittedRow } from '@/lib/store/versions'
import { compareText, type Period } from '@/lib/values'

/**
 * What is certified and submitted, in a fixed order: the answered cells, the sources of what registers answer, the rows, those
 * that are withdrawn with their reasons, the explanations that hold, and the evidence behind all these.
 */
export function reportContent(
  city: string,
  period: Period,
  cells: readonly Cell[],
  rows: readonly RegisterRow[],
  withdrawn: readonly RegisterRow[],
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
    rows: inOrder(rows).map(contentRow),
    withdrawn: inOrder(withdrawn).map((row) => ({ ...contentRow(row), reason: row.withdrawn })),
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
    evidence: evidenceOf(links, [...rows, ...withdrawn], explanations),
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
    ...rows.map(({ id }) => id),
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

const inOrder = (rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.toSorted((a, b) => compareText(a.indicator, b.indicator) || compareText(a.id, b.id))

function contentRow(row: RegisterRow): SubmittedRow {
  const { id, indicator, name, creditCode, noCodeReason, countedOn, level, details, evidence, note } = row
  return { id, indicator, name, creditCode, noCodeReason, countedOn, level, details, evidence, note }
}

/** The canonical text of a content and its SHA-256: what the certifier signs and the receipt names. */
export function sealContent({
  city,
  period,
  cells,
  rows,
  withdrawn,
  explanations,
  evidence,
}: ReportContent): {
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
    rows: rows.map(sealedRow),
    // Where nothing is withdrawn a content reads as it did before rows could be.
    ...(withdrawn.length > 0 && { withdrawn: withdrawn.map(sealedRow) }),
    explanations: explanations.map((each) => ({ ...each })),
    // What was signed before there was evidence keeps its digest.
    ...(evidence.length > 0 && { evidence: evidence.map((each) => ({ ...each })) }),
  })
  return { text, hash: digest(text) }
}

/** A row without details reads as rows did before registers had any, so that their seals hold. */
const sealedRow = <R extends SubmittedRow>({ details, ...row }: R) =>
  Object.keys(details).length === 0 ? row : { ...row, details: { ...details } }
