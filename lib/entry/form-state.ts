import type { RefusalNote } from '@/lib/values'
import type { Edit, SendAnswer } from './answer'
import type { EntryCell } from './cell'
import type { Kept } from './kept'

/** What autosave needs of the world, so that tests can play it: the wire, the store of the browser, the clock. */
export interface Port {
  /** Never rejects: whatever goes wrong on the way is `offline`. */
  readonly send: (edits: readonly Edit[], version: number) => Promise<SendAnswer>
  /** Keeps a draft under the key of its cell, or forgets it. False when the browser does not let us. */
  readonly keep: (key: string, draft: Kept | null) => boolean
  readonly recall: () => ReadonlyMap<string, Kept>
  /** Does something later; the function it returns calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void
}

export type Connection = 'fine' | Exclude<SendAnswer['kind'], 'answered'>

/** How many results the report asks and has answered, computed by the server. */
export interface Counts {
  readonly asked: number
  readonly answered: number
}

/** What the page knows of the report as a whole. */
export interface PageReport extends Counts {
  /** The version in hand: a draft typed for another one is never sent by itself. */
  readonly version: number
}

/** The form as a whole. A new object whenever something of it changes. */
export interface FormState extends Counts {
  readonly cells: ReadonlyMap<string, EntryCell>
  readonly connection: Connection
  /** Why nothing more can be saved. */
  readonly closed: RefusalNote | null
  /** Whether drafts can be kept in this browser. */
  readonly isKept: boolean
  /** Drafts of cells that can no longer be edited, or of another version of the report: proposed, never dropped or forced in. */
  readonly stranded: ReadonlyMap<string, Kept>
  /** When the server last confirmed a save: ISO instant, by its own clock. */
  readonly savedAt: string | null
}
