import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** exceljs in a process that stays: what one leaves behind for the other to sweep up must not count against it. */
export interface ExceljsApart {
  /** Reads the file once more. Milliseconds, by its own clock. */
  readonly read: () => Promise<number>
  readonly end: () => Promise<void>
}

/** Starts it and lets it read a file for the first time. */
export async function exceljsApart(bytes: Uint8Array): Promise<ExceljsApart> {
  const child = fork(fileURLToPath(new URL('exceljs-child.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  const ask = async (asked: Uint8Array | 'read'): Promise<number> => {
    const answer = once(child, 'message') as Promise<[number]>
    child.send(asked)
    return (await answer)[0]
  }
  await ask(bytes)
  const end = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  return { read: () => ask('read'), end }
}
