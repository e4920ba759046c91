import type { RowField } from '@/lib/notice/register-columns'

/** What a person did in a register, to be taken back as one. */
export type Step =
  | { readonly kind: 'cell'; readonly id: string; readonly field: RowField; readonly before: string }
  /** A paste. */
  | { readonly kind: 'added'; readonly ids: readonly string[] }
  | { readonly kind: 'out'; readonly ids: readonly string[] }

const MOST_STEPS = 500

/** What a person did here since the page was opened, last first to be taken back. */
export class RowsPast {
  readonly #steps: Step[] = []
  /** The cell in which a person still is: what is typed there is one step. */
  #isTyping = false

  add(step: Step): void {
    this.#isTyping = false
    this.#steps.push(step)
    if (this.#steps.length > MOST_STEPS) this.#steps.shift()
  }

  /** @param before what stood in the cell before this sign */
  typing(id: string, field: RowField, before: string): void {
    const last = this.#steps.at(-1)
    if (this.#isTyping && last?.kind === 'cell' && last.id === id && last.field === field) return
    this.add({ kind: 'cell', id, field, before })
    this.#isTyping = true
  }

  /** The person left the cell. */
  settle(): void {
    this.#isTyping = false
  }

  /** The last step that makes a difference, which is forgotten. `now`: what stands in a cell; null without such a row. */
  takeLast(now: (id: string, field: RowField) => string | null): Step | null {
    this.#isTyping = false
    for (;;) {
      const step = this.#steps.pop()
      if (step === undefined) return null
      if (step.kind !== 'cell') return step
      const text = now(step.id, step.field)
      if (text !== null && text !== step.before) return step
    }
  }
}
