import { canonical, digest } from '@/lib/ledger/canonical'
import { isCheckCode, type Finding } from '@/lib/rules/checks'
import type { ExplainedFinding, Explanation } from '@/lib/store/explanations'

/** A soft finding, and what the city says of it. */
export interface SoftFinding {
  readonly finding: Finding
  /** Digest of exactly what was found: what an explanation is about. */
  readonly about: string
  /** The explanation that holds: about this very finding, with these very values. */
  readonly explanation: Explanation | null
  /** While none holds: the last one about other values, which may be taken up again. */
  readonly lapsed: Explanation | null
}

type Found = Omit<ExplainedFinding, 'text'>

/** Digest of a check, its result and part, and what was expected and received: as soon as one of them differs, another. */
export const aboutOf = ({ rule, indicator, part, expected, received }: Found): string =>
  digest(canonical({ rule, indicator, part, expected, received }))

const isSameBox = (a: Found, b: Found): boolean =>
  a.rule === b.rule && a.indicator === b.indicator && a.part === b.part

/** The soft findings, each with the last explanation of exactly what was found. `history`: first to last. */
export function softFindings(
  findings: readonly Finding[],
  history: readonly Explanation[],
): readonly SoftFinding[] {
  return findings
    .filter(({ severity }) => severity === 'soft')
    .map((finding): SoftFinding => {
      const about = aboutOf(finding)
      const own = history.filter((each) => isSameBox(each, finding))
      const explanation = own.findLast((each) => aboutOf(each) === about) ?? null
      return { finding, about, explanation, lapsed: explanation === null ? (own.at(-1) ?? null) : null }
    })
}

/** The explanations that hold. */
export const holding = (soft: readonly SoftFinding[]): readonly Explanation[] =>
  soft.flatMap(({ explanation }) => explanation ?? [])

/** An explanation with the finding it was written about. */
export interface ExplainedAs {
  readonly explanation: Explanation
  readonly finding: Finding
}

/** Explanations with their findings; of checks that there are no more, none. */
export const explainedAs = (explanations: readonly Explanation[]): readonly ExplainedAs[] =>
  explanations.flatMap((explanation) => {
    const finding = explainedFinding(explanation)
    return finding === null ? [] : [{ explanation, finding }]
  })

function explainedFinding({ rule, indicator, part, expected, received }: Found): Finding | null {
  if (!isCheckCode(rule)) return null
  return { rule, severity: 'soft', indicator, part, expected, received, next: 'correctOrExplain' }
}
