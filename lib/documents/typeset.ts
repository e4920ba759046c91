import { realpath } from 'node:fs/promises'
import { inChild } from './in-child'

/** One document to be set: a template of the folder `typeset`, and everything that stands in it. */
export interface TypesetJob {
  readonly template: 'short' | 'paper'
  /** What the template shows, ready to read. It reaches the template as data, never as its source. */
  readonly data: unknown
  /** Pictures, as SVG, by the name under which the template asks for them. */
  readonly files: Readonly<Record<string, string>>
  /** What the document calls its date of making; the same job gives the same bytes. */
  readonly moment: Date
}

/** Sets a document as a tagged PDF (PDF/UA-1). `signal` stops it. @throws Refusal documentNotMade */
export async function typeset({ moment, ...job }: TypesetJob, signal?: AbortSignal): Promise<Uint8Array> {
  // Resolved as it runs: the bundler would take a path that it can read for a module of the portal.
  const script = await realpath('lib/documents/typeset/child.mjs')
  return inChild(script, { ...job, moment: Math.floor(moment.getTime() / 1000) }, signal)
}
