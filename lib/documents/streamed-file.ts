import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, open, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '@/lib/values'
import { placesFor } from './places'
import type { ChildAnswer, ToldChild } from './streaming/child'
import type { StreamedHead, StreamedPiece } from './streaming/streamed'
import type { WrittenFile } from './streaming/write-tables'

/** Longer than this no single piece takes, nor putting the file together. */
const LIMIT_MS = 120_000

/** A file of tables while it is there. */
export interface StreamedFile extends WrittenFile {
  readonly path: string
}

/**
 * Has a file of tables written in a process of its own, piece by piece, so that memory does not grow with the rows, and gives it to
 * `use`; after that it is gone.
 * @param signal stops the writing; then it throws the signal's reason
 * @throws Refusal documentNotMade
 */
export const streamedFile = <T>(
  head: StreamedHead,
  pieces: AsyncIterable<StreamedPiece>,
  use: (file: StreamedFile) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => inTurn(() => written(head, pieces, use, signal))

/** The whole of it, for whoever waits for it. */
export const wholeFile = ({ path: file }: StreamedFile): Promise<Uint8Array> => readFile(file)

/** The same block by block, for whoever keeps it. */
export async function* fileBlocks(file: string): AsyncGenerator<Uint8Array> {
  // The stream closes it.
  const handle = await open(file)
  yield* handle.createReadStream() as AsyncIterable<Uint8Array>
}

const inTurn = placesFor(2, 8, () => notMade('busy'))

async function written<T>(
  head: StreamedHead,
  pieces: AsyncIterable<StreamedPiece>,
  use: (file: StreamedFile) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted()
  const child = await start()
  const folder = await mkdtemp(path.join(tmpdir(), 'chengji-tables-'))
  try {
    await ask(child, { kind: 'head', folder, head }, signal)
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      await ask(child, piece, signal)
    }
    const target = path.join(folder, `file.${head.format}`)
    const answer = await ask(child, { kind: 'end', target }, signal)
    if (!('sha256' in answer)) throw notMade('fault', 'no file')
    return await use({ ...answer, path: target })
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

function notMade(why: 'busy' | 'slow' | 'fault', fault = ''): Refusal {
  return new Refusal('documentNotMade', { why, fault })
}

async function start(): Promise<ChildProcess> {
  // A built portal has its writer in one file; from its sources it runs through tsx.
  const built = await realpath('lib/documents/streaming/child.mjs').catch(() => null)
  const script = built ?? (await realpath('lib/documents/streaming/child.ts'))
  // It learns nothing of the portal's environment: no login, no secret.
  return fork(script, [], {
    env: { NODE_ENV: 'production' },
    execArgv: built === null ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Says one thing to the child and waits for what it answers. */
function ask(child: ChildProcess, told: ToldChild, signal?: AbortSignal): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      finish(notMade('slow'))
    }, LIMIT_MS)
    const onAnswer = (answer: ChildAnswer) => {
      finish('fault' in answer ? notMade('fault', answer.fault) : answer)
    }
    const onExit = (code: number | null, killed: string | null) => {
      finish(notMade('fault', killed ?? `exit ${code ?? ''}`))
    }
    const onError = (error: Error) => {
      finish(notMade('fault', error.message))
    }
    const onAbort = () => {
      finish(signal?.reason instanceof Error ? signal.reason : notMade('fault', 'aborted'))
    }
    function finish(outcome: ChildAnswer | Error): void {
      clearTimeout(limit)
      child.off('message', onAnswer).off('exit', onExit).off('error', onError)
      signal?.removeEventListener('abort', onAbort)
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    child.once('message', onAnswer).once('exit', onExit).once('error', onError)
    signal?.addEventListener('abort', onAbort)
    child.send(told)
  })
}
