import type { CellAnswer, EntryCell, Saved } from './cell'
import { readContent } from './content'
import type { Port } from './form-state'

/**
 * A port to nowhere, for practising: it answers as the portal would, and neither sends nor keeps anything.
 * @param after does something later, as a real form's port does
 */
export function practicePort(cells: readonly EntryCell[], after: Port['after']): Port {
  const saved = new Map<string, Saved>(cells.map((cell) => [cell.key, cell.saved]))
  const answer = (key: string, text: Parameters<typeof readContent>[2]): CellAnswer => {
    const cell = cells.find((each) => each.key === key)
    const read = cell === undefined ? null : readContent(cell.unit, cell.kind, text)
    if (read?.ok !== true) {
      return { outcome: 'refused', refusal: read?.error ?? { code: 'cellUnknown', detail: {} } }
    }
    const version = (saved.get(key)?.version ?? 0) + 1
    const next = { content: read.value, version, by: null, at: null }
    saved.set(key, next)
    return { outcome: 'saved', saved: next }
  }
  return {
    send: (edits) => {
      const answers = edits.map((edit) => {
        const key = `${edit.indicator}/${edit.part}`
        return [key, answer(key, edit)] as const
      })
      const answered = [...saved.values()].filter(({ content }) => content.state !== 'blank').length
      return Promise.resolve({ kind: 'answered', cells: new Map(answers), asked: saved.size, answered })
    },
    keep: () => true,
    recall: () => new Map(),
    after,
  }
}
