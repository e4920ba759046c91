import { known, type EntryCell } from './cell'

/** The figures of the exercise; no city has them. */
export const PRACTICE = {
  typed: { key: 'transfers_licenses/', value: '5184' },
  pasted: [
    { key: 'pledge_amount/', value: '71402.5' },
    { key: 'pledge_projects/', value: '3050' },
    { key: 'patent_contract_value/', value: '61740' },
  ],
  notYet: { key: 'patent_contract_value/' },
} as const

export const PRACTICE_STEPS = ['type', 'paste', 'undo', 'notYet'] as const

type Step = (typeof PRACTICE_STEPS)[number]

/**
 * How many steps of the exercise are done, of which `done` were before: each counts only after the one before it, and
 * stays done.
 */
export function stepsDone(done: number, cells: ReadonlyMap<string, EntryCell>): number {
  const step = PRACTICE_STEPS[done]
  return step !== undefined && isReached(step, cells) ? stepsDone(done + 1, cells) : done
}

function isReached(step: Step, cells: ReadonlyMap<string, EntryCell>): boolean {
  const says = ({ key, value }: { readonly key: string; readonly value: string }): boolean => {
    const cell = cells.get(key)
    return cell?.draft === null && cell.saved.content.state === 'figure' && cell.saved.content.value === value
  }
  switch (step) {
    case 'type':
      return says(PRACTICE.typed)
    case 'paste':
      return PRACTICE.pasted.every(says)
    case 'undo':
      return PRACTICE.pasted.every(({ key }) => {
        const cell = cells.get(key)
        return cell !== undefined && known(cell)?.state === 'blank'
      })
    case 'notYet': {
      const cell = cells.get(PRACTICE.notYet.key)
      return cell?.draft === null && cell.saved.content.state === 'notYetAvailable'
    }
  }
}
