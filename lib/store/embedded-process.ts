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

/** The last complaint in what PostgreSQL's programs wrote; a full disk above all, from which the others follow. */
export function lastLine(text: string): string {
  if (/No space left on device|Check free disk space/.test(text)) return 'No space left on device'
  const lines = text.trim().split('\n')
  const line = lines.findLast((each) => /FATAL|PANIC|error/i.test(each)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC|error):\s*/i, '')
}
