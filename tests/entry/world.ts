import type { CellAnswer, EntryCell, Saved, Typed } from '@/lib/entry/cell'
import type { CellContent, CellKind } from '@/lib/entry/content'
import { Autosave } from '@/lib/entry/autosave'
import type { Edit, SendAnswer } from '@/lib/entry/answer'
import { readKept, writeKept, type Kept } from '@/lib/entry/kept'

/** A cell as the page brings it. */
export function cell(key: string, value: string | null = null, version = value === null ? 0 : 1): EntryCell {
  const [indicator = '', part = ''] = key.split('/')
  const kind: CellKind = indicator.startsWith('told') ? 'qualitative' : 'growth'
  return {
    key,
    indicator,
    part,
    kind,
    unit: '万元',
    saved: saved(value, version),
    draft: null,
    inFlight: null,
  }
}

/** A saved state. */
export const saved = (value: string | null, version: number, by = '周文静'): Saved => ({
  content: value === null ? { state: 'blank' } : { state: 'figure', value },
  version,
  by: version === 0 ? null : by,
  at: version === 0 ? null : '2022-10-12T01:00:00.000Z',
})

/** What a person types into a number box. */
export const figure = (text: string): Typed => ({ state: 'figure', text, reason: '', expectedOn: '' })

/** A server that keeps cells with versions as the real one does, a wire that can be cut, a browser's store and a clock. */
export class World {
  readonly server = new Map<string, Saved>()
  readonly store = new Map<string, string>()
  readonly requests: (readonly Edit[])[] = []
  /** What the wire does with the next requests; after these it works. */
  readonly troubles: ('lostBefore' | 'lostAfter' | Exclude<SendAnswer, { kind: 'answered' }>)[] = []
  #time = 0
  #timers: { at: number; task: () => void }[] = []

  constructor(private readonly by = '周文静') {}

  /** A form whose page was made from what the server has now. */
  open(cells: readonly EntryCell[], version = 1): Autosave {
    const fresh = cells.map((each) => ({ ...each, saved: this.server.get(each.key) ?? each.saved }))
    const form = new Autosave(fresh, { asked: cells.length, answered: 0, version }, this.port)
    form.start()
    return form
  }

  readonly port = {
    send: async (edits: readonly Edit[]): Promise<SendAnswer> => {
      this.requests.push(edits)
      await Promise.resolve()
      const trouble = this.troubles.shift()
      if (trouble === 'lostBefore') return { kind: 'offline' }
      if (trouble !== undefined && trouble !== 'lostAfter') return trouble
      const cells = new Map(
        edits.map((edit) => [`${edit.indicator}/${edit.part}`, this.save(edit, this.by)] as const),
      )
      return trouble === 'lostAfter'
        ? { kind: 'offline' }
        : { kind: 'answered', cells, asked: 4, answered: this.server.size }
    },
    keep: (key: string, draft: Kept | null): boolean => {
      if (draft === null) this.store.delete(key)
      else this.store.set(key, writeKept(draft))
      return true
    },
    recall: () =>
      new Map(
        [...this.store].flatMap(([key, text]) => {
          const kept = readKept(text)
          return kept === undefined ? [] : [[key, kept] as const]
        }),
      ),
    after: (milliseconds: number, task: () => void) => {
      const timer = { at: this.#time + milliseconds, task }
      this.#timers.push(timer)
      return () => {
        this.#timers = this.#timers.filter((each) => each !== timer)
      }
    },
  }

  /** What lib/reporting/save-cells decides of one cell. */
  save(edit: Edit, by: string): CellAnswer {
    const key = `${edit.indicator}/${edit.part}`
    const theirs = this.server.get(key)
    const content: CellContent =
      edit.state === 'figure' ? { state: 'figure', value: edit.text ?? '' } : { state: 'blank' }
    if (content.state === 'figure' && content.value === '666') {
      return { outcome: 'refused', refusal: { code: 'figureNotReturned', detail: {} } }
    }
    if (theirs !== undefined && JSON.stringify(theirs.content) === JSON.stringify(content)) {
      return { outcome: 'saved', saved: theirs }
    }
    if (theirs !== undefined && theirs.version !== edit.baseVersion) return { outcome: 'conflict', theirs }
    const next = { content, version: (theirs?.version ?? 0) + 1, by, at: '2022-10-12T01:00:00.000Z' }
    this.server.set(key, next)
    return { outcome: 'saved', saved: next }
  }

  /** Lets time pass, and everything that was promised happen. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds
    for (;;) {
      await settle()
      const next = this.#timers.sort((a, b) => a.at - b.at).find(({ at }) => at <= end)
      if (next === undefined) break
      this.#time = next.at
      this.#timers = this.#timers.filter((each) => each !== next)
      next.task()
    }
    this.#time = end
  }
}

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}
