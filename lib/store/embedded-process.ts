import type { ChildProcess } from 'node:child_process'

/** Collects what a program writes to its standard error; the last 20,000 characters of it. */
export function tail(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-20_000)
  })
  child.once('error', (error) => {
    text += error.message
  })
  return () => text
}

/** The exit status of a program, 1 when it was killed or never ran. */
export const finished = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? 1)
    })
    child.once('error', () => {
      resolve(1)
    })
  })

/** The last complaint in what PostgreSQL's programs wrote. */
export const lastLine = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/i, '') ??
  text.trim().split('\n').at(-1) ??
  ''
