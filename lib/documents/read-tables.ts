import { spawn, type ChildProcess } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import type { Duplex, Writable } from 'node:stream'
import { ok, Refusal, refuse, type RefusalNote, type Result } from '@/lib/values'
import { readRows } from './read-rows'
import type { ReadTable, ReadTables } from './read-table'
import { FrameReader, type Frame } from './tables/frames'
import { LIMITS } from './tables/limits'
import type { BookTail, TableHead, TableTail } from './tables/table-sink'

const AT_ONCE = 2
const WAITING = 8
/** The reader watches its own time; this is for one that no longer can. */
const LIMIT_MS = LIMITS.ms + 10_000
const IDLE_MS = 60_000
const MEMORY_MB = 512
/** How many files one process reads before a fresh one takes its place. */
const FILES = 200
/** Of rows, as they come. */
const ANSWER_BYTES = 256_000_000

interface Reader {
  readonly child: ChildProcess
  readonly input: Writable
  readonly output: Duplex
  files: number
  idle: NodeJS.Timeout | null
}

let running = 0
const queue: (() => void)[] = []
const readers: Reader[] = []

/**
 * Reads an uploaded table (.xlsx or .csv) in a process of its own, so that the portal goes on meanwhile: everything it says, or
 * the one reason why nothing of it is taken.
 * @param bytes not to be changed meanwhile
 * @param name of the file, as uploaded
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Result<ReadTables, RefusalNote>> {
  if (queue.length >= WAITING) return refuse({ code: 'fileBusy', detail: {} })
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  else running += 1
  try {
    return ok(await readBy(readers.pop() ?? (await startReader()), bytes, name))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse({ code: error.code, detail: error.detail })
  } finally {
    const next = queue.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** Ends the processes that wait for work; they end by themselves with the portal, and after a minute without work. */
export function endReaders(): void {
  for (const { child } of readers.splice(0)) child.kill('SIGKILL')
}

async function startReader(): Promise<Reader> {
  // Resolved as it runs: the bundler would take a path that it can read for a module of the portal. A built portal has the
  // reader in one file; from its sources it runs through tsx.
  const built = await realpath('lib/documents/tables/child.mjs').catch(() => null)
  const script = built ?? (await realpath('lib/documents/tables/child.ts'))
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${String(MEMORY_MB)}`,
      // Most of what is read is forgotten at once: a small nursery keeps the process small.
      '--max-semi-space-size=2',
      ...(built === null ? ['--import', 'tsx'] : []),
      script,
    ],
    // It learns nothing of the portal's environment: no login, no secret.
    { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] },
  )
  const [input, , , output] = child.stdio
  if (input === null || output == null || !('write' in output) || !('read' in output))
    throw new Error('the reader has no channels')
  // A reader that died says so by its end; what could not be written to it no longer matters.
  input.on('error', () => undefined)
  const reader: Reader = { child, input, output: output as Duplex, files: 0, idle: null }
  child.once('close', () => {
    drop(reader)
  })
  return reader
}

function readBy(reader: Reader, bytes: Uint8Array, name: string): Promise<ReadTables> {
  const { child, input, output } = reader
  wake(reader, true)
  return new Promise<ReadTables>((resolve, reject) => {
    const frames = new FrameReader()
    const answer = gather()
    let received = 0
    const end = (settle: () => void, keep: boolean): void => {
      clearTimeout(limit)
      output.off('data', onData)
      child.off('close', onClose)
      child.off('error', onClose)
      if (keep) rest(reader)
      else child.kill('SIGKILL')
      settle()
    }
    const fail = (refusal: Refusal): void => {
      end(() => {
        reject(refusal)
      }, false)
    }
    const onData = (chunk: Buffer): void => {
      received += chunk.length
      if (received > ANSWER_BYTES) {
        fail(new Refusal('fileTooBig', { what: 'text', limit: String(LIMITS.text) }))
        return
      }
      for (const frame of frames.take(chunk)) {
        const done = answer(frame)
        if (done === null) continue
        end(() => {
          if (done.ok) resolve(done.value)
          else reject(done.error)
        }, true)
        return
      }
    }
    const onClose = (): void => {
      fail(new Refusal('fileTooBig', { what: 'memory', limit: String(MEMORY_MB) }))
    }
    const limit = setTimeout(() => {
      fail(new Refusal('fileSlow', { seconds: String(LIMITS.ms / 1000) }))
    }, LIMIT_MS)
    output.on('data', onData)
    child.once('close', onClose)
    child.once('error', onClose)
    input.write(`${JSON.stringify({ name, length: bytes.length })}\n`)
    input.write(bytes)
  })
}

/** Puts together what comes in frames; null until the last. */
function gather(): (frame: Frame) => Result<ReadTables, Refusal> | null {
  interface Gathered {
    readonly head: TableHead
    readonly rows: Buffer[]
    readonly formulas: Buffer[]
    tail: TableTail | null
  }
  const tables: Gathered[] = []
  return ({ kind, body }) => {
    const json = (): unknown => JSON.parse(body.toString('utf8'))
    const table = tables.at(-1)
    if (kind === 'R') table?.rows.push(body)
    else if (kind === 'F') table?.formulas.push(body)
    else if (kind === 'T') tables.push({ head: json() as TableHead, rows: [], formulas: [], tail: null })
    else if (kind === 'E' && table !== undefined) table.tail = json() as TableTail
    else if (kind === 'X') {
      const { code, detail } = json() as RefusalNote
      return refuse(new Refusal(code, detail))
    } else if (kind === 'Z') {
      const { formats, properties, names, ...rest } = json() as BookTail
      return ok({
        ...rest,
        properties: new Map(properties),
        names: new Map(names),
        tables: tables.flatMap(({ head, rows, formulas, tail }): ReadTable[] =>
          tail === null ? [] : [{ ...head, ...tail, rows: readRows(rows, formulas, formats) }],
        ),
      })
    }
    return null
  }
}

/** A process with work keeps the portal's process alive; one without does not. */
function wake(reader: Reader, isAtWork: boolean): void {
  if (reader.idle !== null) clearTimeout(reader.idle)
  reader.idle = null
  for (const each of [reader.child, reader.input, reader.output]) {
    const counted = each as { ref?: () => void; unref?: () => void }
    if (isAtWork) counted.ref?.()
    else counted.unref?.()
  }
}

/** Keeps a process for the next file: it has started, and its code is warm. */
function rest(reader: Reader): void {
  wake(reader, false)
  reader.files += 1
  if (reader.files >= FILES) {
    reader.child.kill('SIGKILL')
    return
  }
  readers.push(reader)
  reader.idle = setTimeout(() => {
    drop(reader)
  }, IDLE_MS).unref()
}

function drop(reader: Reader): void {
  const at = readers.indexOf(reader)
  if (at !== -1) readers.splice(at, 1)
  reader.child.kill('SIGKILL')
}
