import { areaOf, REFERENCE, type Area } from './formula-references'

/** One part of a sum. */
export interface SumTerm {
  readonly isMinus: boolean
  /** Cells, or a number written into the formula. */
  readonly of: Area | string
  /** In `SUM(…)` texts count as nothing; a cell that is named alone must hold a number. */
  readonly inSum: boolean
}

const NUMBER = String.raw`\d{1,15}(?:\.\d{1,15})?`
const ARGUMENT = String.raw`(?:${REFERENCE}(?::${REFERENCE})?|${NUMBER})`
const TERM = new RegExp(
  String.raw`\s*([+-])\s*(?:SUM\(\s*(${ARGUMENT}(?:\s*,\s*${ARGUMENT})*)\s*\)|(${REFERENCE})|(${NUMBER}))\s*`,
  'iy',
)

/** The parts of a formula that only adds and subtracts cells of its own sheet; null for every other formula. */
export function sumTerms(formula: string): SumTerm[] | null {
  const signed = /^\s*[+-]/.test(formula) ? formula : `+${formula}`
  const terms: SumTerm[] = []
  TERM.lastIndex = 0
  let at = 0
  while (at < signed.length) {
    const match = TERM.exec(signed)
    if (match === null) return null
    at = TERM.lastIndex
    const [, sign, list, cell, number] = match
    const isMinus = sign === '-'
    const args = list?.split(',').map((each) => each.trim()) ?? [cell ?? number ?? '']
    for (const each of args) {
      const of = /^\d/.test(each) ? each : blockOf(each)
      if (of === null) return null
      terms.push({ isMinus, of, inSum: list !== undefined })
    }
  }
  return terms
}

function blockOf(text: string): Area | null {
  const [from = '', to = from] = text.toUpperCase().split(':')
  return areaOf(from, to)
}
