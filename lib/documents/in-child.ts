import { fork } from 'node:child_process'
import { Refusal } from '@/lib/values'
import { placesFor } from './places'

/** No document was made: the machine is busy, it took too long, or it could not be set. */
const notMade = (why: 'busy' | 'slow' | 'fault', fault = ''): Refusal =>
  new Refusal('documentNotMade', { why, fault })

// A Word file of thirty pages takes two seconds on two idle cores, and ten where others work.
const LIMIT_MS = 60_000

const inTurn = placesFor(2, 8, () => notMade('busy'))

/**
 * Has a document made in a process of its own, which is stopped when it takes too long, so that the portal goes on meanwhile.
 * @param script what runs there: it gets the job as its one message and answers with the file or with its fault
 * @param signal stops it; then it throws the signal's reason
 * @throws Refusal documentNotMade
 */
export const inChild = (script: string, job: object, signal?: AbortSignal): Promise<Uint8Array> =>
  inTurn(() => answerOf(script, job, signal))

function answerOf(script: string, job: object, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted()
  // It learns nothing of the portal's environment: no login, no secret.
  const child = fork(script, [], {
    env: { NODE_ENV: 'production' },
    execArgv: script.endsWith('.ts') ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise<Uint8Array>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(notMade('slow'))
    }, LIMIT_MS)
    const onAbort = () => {
      child.kill('SIGKILL')
      reject(signal?.reason instanceof Error ? signal.reason : notMade('fault', 'aborted'))
    }
    signal?.addEventListener('abort', onAbort)
    child.once('message', (answer: { file?: Uint8Array; fault?: string }) => {
      if (answer.file === undefined) reject(notMade('fault', answer.fault))
      else resolve(answer.file)
    })
    child.once('error', (error) => {
      reject(notMade('fault', error.message))
    })
    child.once('exit', (code, killed) => {
      clearTimeout(limit)
      signal?.removeEventListener('abort', onAbort)
      reject(notMade('fault', killed ?? `exit ${code ?? ''}`))
    })
    child.send(job)
  })
}
