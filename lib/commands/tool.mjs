import { spawn } from 'node:child_process'
import { endGroup } from './life.mjs'
import { problems, Refused } from './messages.mjs'
import { root } from './root.mjs'

/** A tool ended with an error; `output` is what it wrote, as far as it was kept. */
export class ToolFailed extends Error {
  constructor(output, code) {
    super(lastWords(output) || `exit ${code}`)
    this.output = output
  }
}

/**
 * Runs one of the tools with this Node; its output is kept and shown only if the caller wants it.
 * @param {import('./life.mjs').Life} life ends the tool with all its children
 * @param {readonly string[]} args the script and its arguments
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] `show`: straight to the terminal
 * @returns {Promise<string>} what it wrote
 */
export function runTool(life, args, { env = {}, show = false } = {}) {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      output = (output + chunk).slice(-100_000)
    })
  }
  const done = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else if (/ENOSPC|No space left on device/.test(output)) reject(new Refused(problems.diskFull()))
      else reject(new ToolFailed(output, code))
    })
  })
  // npm, vitest and Playwright tidy up after a Ctrl-C, not after a kill.
  void life.acquire(Promise.resolve(child), () => endGroup(child, 5000, 'SIGINT'))
  return done
}

const lastWords = (output) => output.trim().split('\n').slice(-3).join(' ')
