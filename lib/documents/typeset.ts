import { fork } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { Refusal } from '@/lib/values'

/** One document to be set: a template of the folder `typeset`, and everything that stands in it. */
export interface TypesetJob {
  readonly template: 'receipt'
  /** What the template shows, ready to read. It reaches the template as data, never as its source. */
  readonly data: unknown
  /** Pictures, as SVG, by the name under which the template asks for them. */
  readonly files: Readonly<Record<string, string>>
  /** What the document calls its date of making; the same job gives the same bytes. */
  readonly moment: Date
}

/** No document was made: the machine is busy, it took too long, or it could not be set. */
const notMade = (why: 'busy' | 'slow' | 'fault', fault = ''): Refusal =>
  new Refusal('documentNotMade', { why, fault })

const AT_ONCE = 2
const WAITING = 8
const LIMIT_MS = 20_000

let running = 0
const queue: (() => void)[] = []

/**
 * Sets a document as a tagged PDF (PDF/UA-1), in a process of its own that is stopped when it takes too long, so that
 * the portal goes on meanwhile. @throws Refusal documentNotMade
 */
export async function typeset(job: TypesetJob): Promise<Uint8Array> {
  if (queue.length >= WAITING) throw notMade('busy')
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  running += 1
  try {
    // Resolved as it runs: the bundler would take a path that it can read for a module of the portal.
    return await inChild(await realpath('lib/documents/typeset/child.mjs'), job)
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

function inChild(script: string, { template, data, files, moment }: TypesetJob): Promise<Uint8Array> {
  // It learns nothing of the portal's environment: no login, no secret.
  const child = fork(script, [], {
    env: { NODE_ENV: 'production' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise<Uint8Array>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(notMade('slow'))
    }, LIMIT_MS)
    child.once('message', (answer: { pdf?: Uint8Array; fault?: string }) => {
      if (answer.pdf === undefined) reject(notMade('fault', answer.fault))
      else resolve(answer.pdf)
    })
    child.once('error', (error) => {
      reject(notMade('fault', error.message))
    })
    child.once('exit', (code, signal) => {
      clearTimeout(limit)
      reject(notMade('fault', signal ?? `exit ${code ?? ''}`))
    })
    child.send({ template, data, files, moment: Math.floor(moment.getTime() / 1000) })
  })
}
