import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { releaseLock, takeLock } from '@/lib/commands/lock-file.mjs'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengji-lock-'))
  lock = path.join(folder, 'portal.lock')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Takes the lock in another process, says so on its output, and lives until its input ends. */
function taker() {
  const script = `import { takeLock } from './lib/commands/lock-file.mjs'
    console.log(takeLock(${JSON.stringify(lock)}, 'another') === null ? 'taken' : 'held')
    process.stdin.resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answer = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => {
      resolve(text.trim())
    })
  })
  const gone = new Promise((resolve) => child.once('close', resolve))
  return { child, answer, gone }
}

describe('the lock of a data folder', () => {
  it('is held by one process, which others are told of, until it is given back', () => {
    expect(takeLock(lock, 'http://here')).toBeNull()
    expect(takeLock(lock, 'http://there')).toMatchObject({ pid: process.pid, about: 'http://here' })
    releaseLock(lock)
    expect(takeLock(lock, 'http://there')).toBeNull()
    expect(readdirSync(folder)).toEqual(['portal.lock'])
  })

  it('goes to one of many who want it at the same moment', async () => {
    const takers = Array.from({ length: 6 }, taker)
    const answers = await Promise.all(takers.map(({ answer }) => answer))
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1)
    for (const { child } of takers) child.stdin.end()
    await Promise.all(takers.map(({ gone }) => gone))
  })

  it('does not outlive a process that was killed', async () => {
    const { child, answer, gone } = taker()
    expect(await answer).toBe('taken')
    expect(takeLock(lock, 'me')).toMatchObject({ pid: child.pid })
    child.kill('SIGKILL')
    await gone
    expect(takeLock(lock, 'me')).toBeNull()
  })

  it('is not mistaken for held when its number belongs to another process by now', () => {
    writeFileSync(
      lock,
      JSON.stringify({ pid: process.pid, begun: 'before the machine was restarted', about: '' }),
    )
    expect(takeLock(lock, 'me')).toBeNull()
  })

  it('is taken when what is there is no lock', () => {
    writeFileSync(lock, '')
    expect(takeLock(lock, 'me')).toBeNull()
  })

  it('is given back only by its holder', async () => {
    const { child, answer, gone } = taker()
    await answer
    releaseLock(lock)
    expect(existsSync(lock)).toBe(true)
    child.stdin.end()
    await gone
  })
})
