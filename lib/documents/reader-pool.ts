import { spawn, type ChildProcess } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import type { Duplex, Writable } from 'node:stream'
import { ok, Refusal, refuse, type RefusalNote, type Result } from '@/lib/values'
import { FrameReader, type Frame } from './tables/frames'
import { LIMITS } from './tables/limits'

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

/** What a process runs: from its sources through tsx, in a built portal in one file. */
export interface ReaderScript {
  readonly built: string
  readonly source: string
}

/** Takes one frame of an answer; null until the last. */
export type Gather<T> = (frame: Frame) => Result<T, Refusal> | null

/** A file, and what is asked of it. */
export interface AskedFile {
  /** Not to be changed meanwhile. */
  readonly bytes: Uint8Array
  /** As uploaded. */
  readonly name: string
  readonly asked?: object
}

interface Reader {
  readonly script: ReaderScript
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
 * Asks a process of its own about an uploaded file, so that the portal goes on meanwhile: everything it answers, or the one reason
 * why nothing of the file is taken.
 */
export async function askReader<T>(
  script: ReaderScript,
  file: AskedFile,
  gather: Gather<T>,
): Promise<Result<T, RefusalNote>> {
  if (queue.length >= WAITING) return refuse({ code: 'fileBusy', detail: {} })
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  else running += 1
  try {
    const at = readers.findLastIndex((reader) => reader.script === script)
    const [waiting] = at === -1 ? [] : readers.splice(at, 1)
    return ok(await readBy(waiting ?? (await startReader(script)), file, gather))
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

/** Where a built portal lies, if it is not the one that runs: what is measured from the sources is not what people use. */
export function useReadersOf(folder: string): void {
  builtIn = folder
}

let builtIn = '.'

async function startReader(script: ReaderScript): Promise<Reader> {
  // Resolved as it runs: the bundler would take a path that it can read for a module of the portal.
  const built = await realpath(`${builtIn}/${script.built}`).catch(() => null)
  const file = built ?? (await realpath(script.source))
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${String(MEMORY_MB)}`,
      // Most of what is read is forgotten at once: a small nursery keeps the process small.
      '--max-semi-space-size=2',
      ...(built === null ? ['--import', 'tsx'] : []),
      file,
    ],
    // It learns nothing of the portal's environment: no login, no secret.
    { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] },
  )
  const [input, , , output] = child.stdio
  if (input === null || output == null || !('write' in output) || !('read' in output))
    throw new Error('the reader has no channels')
  // A reader that died says so by its end; what could not be written to it no longer matters.
  input.on('error', () => undefined)
  const reader: Reader = { script, child, input, output: output as Duplex, files: 0, idle: null }
  child.once('close', () => {
    drop(reader)
  })
  return reader
}

function readBy<T>(reader: Reader, { bytes, name, asked }: AskedFile, gather: Gather<T>): Promise<T> {
  const { child, input, output } = reader
  wake(reader, true)
  return new Promise<T>((resolve, reject) => {
    const frames = new FrameReader()
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
        const done = gather(frame)
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
    input.write(`${JSON.stringify({ ...asked, name, length: bytes.length })}\n`)
    input.write(bytes)
  })
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
