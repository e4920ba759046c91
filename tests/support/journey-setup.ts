import { spawn } from 'node:child_process'
import path from 'node:path'

/** Playwright's global setup: has the stage set, tells the workers where it is, and has it taken down at the end. */
export default async function setUp(): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, '../..')
  const server = spawn(process.execPath, ['--import', 'tsx', 'tests/support/journey-server.ts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve()
    })
  })
  const stage = await Promise.race([
    new Promise((resolve) => {
      server.once('message', resolve)
    }),
    ended.then(() => null),
  ])
  if (stage === null) throw new Error('the stage of the journeys could not be set')
  process.env.CHENGJI_STAGE = JSON.stringify(stage)
  return async () => {
    server.disconnect()
    await ended
  }
}
