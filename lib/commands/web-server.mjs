import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { endGroup } from './life.mjs'

/** A secret for one purpose, from which the one it was made of cannot be told. */
export const derive = (secret, purpose) => createHmac('sha256', secret).update(purpose).digest('base64url')

/**
 * @typedef {object} WebServer
 * @property {Promise<boolean>} answers whether it answered within a minute
 * @property {Promise<string>} ended how it ended
 * @property {() => Promise<void>} stop
 * @property {() => Promise<unknown>} kill ends it as a power cut would
 */

/**
 * Starts the built server. It learns the application's login, never the owner's.
 * @param {object} how
 * @param {string} how.script
 * @param {string} how.host
 * @param {number} how.port
 * @param {string} how.local where this machine asks whether it answers
 * @param {string} how.address where a browser finds it
 * @param {string} how.appUrl
 * @param {string} how.secret
 * @param {boolean} how.demo
 * @param {string} how.files folder of uploaded files
 * @returns {WebServer}
 */
export function startWebServer({ script, host, port, local, address, appUrl, secret, demo, files }) {
  const { DATABASE_URL: _owner, CHENGJI_SECRET: _secret, ...environment } = process.env
  const leash = pathToFileURL(path.join(import.meta.dirname, 'leash.mjs')).href
  const child = spawn(process.execPath, ['--import', leash, script], {
    cwd: path.dirname(script),
    env: {
      ...environment,
      NODE_ENV: 'production',
      HOSTNAME: host,
      PORT: String(port),
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: derive(secret, 'sessions'),
      APP_DATABASE_URL: appUrl,
      CHENGJI_FILES_DIR: files,
      CHENGJI_DEMO: demo ? '1' : '0',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // In a group of its own: Ctrl-C is for whoever started it, who then stops it in order.
    detached: true,
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`))
  })
  const kill = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    return ended
  }
  return {
    answers: waitForAnswer(`${local}/api/health`, ended),
    ended,
    stop: () => endGroup(child, 8000),
    kill,
  }
}

async function waitForAnswer(url, ended) {
  let alive = true
  void ended.then(() => {
    alive = false
  })
  const until = performance.now() + 60_000
  while (alive && performance.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    if (answer?.ok === true) return true
    await sleep(25)
  }
  return false
}
