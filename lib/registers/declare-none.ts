import type { Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf, isIndicatorCode } from '@/lib/notice'
import { saveCells } from '@/lib/reporting/save-cells'
import { Refusal, type Quarter } from '@/lib/values'

/** That a register has nothing new, or that this is taken back. `baseVersion`: of the cell as the person saw it. */
export interface NoneDeclaration {
  readonly none: boolean
  readonly baseVersion: number
}

/**
 * Declares that there is nothing new in a register this quarter: a zero that was said, not a blank.
 * @throws Refusal cellUnknown, rowsContradict, contentChanged when a colleague was faster, and those of saveCells
 */
export async function declareNone(
  permit: Permit<'report.prepare'>,
  period: Quarter,
  indicator: string,
  { none, baseVersion }: NoneDeclaration,
): Promise<void> {
  if (!isIndicatorCode(indicator) || indicatorOf(indicator).kind !== 'count') {
    throw new Refusal('cellUnknown', { indicator, part: '' })
  }
  const edit = { indicator, part: '', baseVersion }
  const { outcomes } = await saveCells(permit, period, [
    none ? { ...edit, state: 'figure', text: '0' } : { ...edit, state: 'blank' },
  ])
  const [outcome] = outcomes
  if (outcome?.outcome === 'conflict') throw new Refusal('contentChanged')
  if (outcome?.outcome === 'refused') {
    const { refusal } = outcome
    throw new Refusal(
      refusal.code === 'figureWrong' ? 'contentWrong' : refusal.code,
      'detail' in refusal ? refusal.detail : {},
    )
  }
}
