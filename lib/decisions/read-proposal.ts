import { indicatorCodes } from '@/lib/notice'
import { Refusal } from '@/lib/values'
import { BAND_LINES } from './band-lines'
import { decisionContent, DECISION_KINDS, type DecisionContent, type DecisionKind } from './content'

/** The fields of a form as they were sent. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>

/** A kind of decision by its code; undefined for anything else. */
export const kindOf = (text: string | undefined): DecisionKind | undefined =>
  DECISION_KINDS.find((kind) => kind === text)

/**
 * Reads what a form proposes, as far as its shape goes; whether it may stand is for `assertSound` to say.
 * @throws Refusal formWrong, naming the field
 */
export function readProposal(fields: Fields): DecisionContent {
  const text = (name: string): string => {
    const value = fields[name]
    return typeof value === 'string' ? value.normalize('NFKC').trim() : ''
  }
  const kind = kindOf(text('kind'))
  if (kind === undefined) throw new Refusal('formWrong', { field: 'kind' })
  const read = decisionContent.safeParse({ kind, ...parts(kind, text) })
  if (!read.success) throw new Refusal('formWrong', { field: String(read.error.issues[0]?.path[0] ?? '') })
  return read.data
}

function parts(kind: DecisionKind, text: (name: string) => string): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'configuration':
      return {
        baseYear: Number(text('baseYear')),
        intervals: Number(text('intervals')),
        path: text('path'),
        share: text('share'),
      }
    case 'derogation':
      return { indicator: text('indicator'), lowest: text('lowest').replace(/%$/, '') }
    case 'bandTable':
      return {
        bands: Array.from({ length: BAND_LINES.most }, (_, i) => ({
          from: text(`band-${i + 1}-from`),
          amount: text(`band-${i + 1}-amount`),
        })).filter(({ from, amount }) => from !== '' || amount !== ''),
      }
    case 'scoringScheme':
      return {
        method: text('method'),
        weights: Object.fromEntries(indicatorCodes.map((code) => [code, text(`weight-${code}`)])),
        grades: { excellent: text('grade-excellent'), good: text('grade-good'), fair: text('grade-fair') },
      }
    case 'materiality':
      return { percent: text('percent').replace(/%$/, '') }
    case 'comparability': {
      const to = text('to')
      return {
        indicator: text('indicator'),
        cause: text('cause'),
        from: text('from'),
        to: to === '' ? null : to,
      }
    }
    case 'checkSeverity': {
      const [hardFrom, bound] = [text('hardFrom'), text('bound')]
      return {
        check: text('check'),
        severity: text('severity'),
        hardFrom: hardFrom === '' ? null : hardFrom,
        ...(bound === '' ? {} : { bound }),
      }
    }
  }
}
