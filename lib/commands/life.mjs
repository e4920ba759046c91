import { setTimeout as sleep } from 'node:timers/promises'
import { Refused, stopped, stopping } from './messages.mjs'

/**
 * How a command ends: by Ctrl-C, by a kill, because whoever started it is gone, or by a fault. Whatever was acquired is
 * released in reverse order, also what was still being acquired.
 * @typedef {object} Life
 * @property {AbortSignal} signal aborted as soon as the end begins
 * @property {<T>(made: Promise<T>, release: (it: T) => Promise<void> | void) => Promise<T>} acquire
 * @property {() => void} settled from now on being stopped is the normal end
 * @property {(code: number, sentence?: string) => Promise<never>} end
 * @property {(error: unknown) => Promise<never>} fail
 */

/**
 * @param {(error: unknown) => string} explain
 * @returns {Life}
 */
export function beginLife(explain) {
  const ending = new AbortController()
  /** @type {(() => Promise<void>)[]} */
  const releases = []
  let codeOfStop = 130
  let over

  const end = (code, sentence) => {
    over ??= (async () => {
      ending.abort()
      setTimeout(() => console.error(stopping), 700)
      for (const release of releases.reverse())
        await release().catch((error) => console.error(explain(error)))
      if (sentence !== undefined) console.error(sentence)
      process.exit(code)
    })()
    return over
  }

  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // npm passes on the Ctrl-C that the terminal has sent already; only a later one means "at once".
      if (asked > 0 && performance.now() - asked > 1000) process.exit(1)
      asked ||= performance.now()
      void end(codeOfStop, stopped)
    })
  }
  // What fails because the end has begun is no news: a connection, say, when the database stops.
  const fail = (error) => end(1, over === undefined ? explain(error) : undefined)
  for (const surprise of ['uncaughtException', 'unhandledRejection']) {
    process.on(surprise, (error) => void fail(error))
  }
  watchParent(() => void end(codeOfStop, stopped))

  return {
    signal: ending.signal,
    acquire: (made, release) => {
      releases.push(async () => {
        const it = await made.catch(() => undefined)
        if (it !== undefined) await release(it)
      })
      return made
    },
    settled: () => {
      codeOfStop = 0
    },
    end,
    fail,
  }
}

/** npm hands a kill on to its shell only, which dies without telling us. */
function watchParent(gone) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    gone()
  }, 500)
  watch.unref()
}

/**
 * Sends a signal to a program and its children (it must lead a group of its own), and a harder one if it does not end.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} patience milliseconds
 * @param {NodeJS.Signals} [first] what asks it kindly
 */
export async function endGroup(child, patience, first = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  for (const signal of [first, 'SIGKILL']) {
    try {
      process.kill(-child.pid, signal)
    } catch {
      return
    }
    const waiting = new AbortController()
    const result = await Promise.race([
      gone.then(() => 'gone'),
      sleep(patience, 'there', { signal: waiting.signal }).catch(() => 'gone'),
    ])
    waiting.abort()
    if (result === 'gone') return
  }
}

/**
 * The sentences of a refusal, or what else is known of a fault; never a stack unless asked for.
 * @param {unknown} error
 * @param {(detail: string) => readonly string[]} otherwise
 * @returns {string}
 */
export function plainly(error, otherwise) {
  if (process.env.CHENGJI_DEBUG === '1') console.error(error)
  return error instanceof Refused
    ? error.message
    : otherwise(error instanceof Error ? error.message : String(error)).join('\n')
}
