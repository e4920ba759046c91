import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { releaseLock, takeLock } from './lock-file.mjs'
import { problems, Refused } from './messages.mjs'

const LOCK = 'portal.lock'

/**
 * Makes the data folder or looks whether it is one, and takes it for this process.
 * @param {string} folder
 * @param {string} address what others are told who want the folder too
 * @returns {() => void} gives it back
 */
export function openDataFolder(folder, address) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // What starts with a dot, or what a fresh volume brings, is nobody's data.
    const entries = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'lost+found')
    const ours = entries.some(
      (name) => ['pg', 'pg.new', 'secret', 'files'].includes(name) || name.startsWith(LOCK),
    )
    if (entries.length > 0 && !ours) throw new Refused(problems.folderForeign(folder))
    const holder = takeLock(path.join(folder, LOCK), address)
    if (holder !== null) throw new Refused(problems.alreadyRunning(folder, holder.pid, holder.about))
    return () => {
      releaseLock(path.join(folder, LOCK))
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw error.code === 'ENOSPC'
      ? new Refused(problems.diskFull())
      : new Refused(problems.folderUnusable(folder, error.message))
  }
}

/**
 * The secret of the data folder, from which sessions are signed and the application's password follows; made once.
 * @param {string} folder
 */
export function readSecret(folder) {
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    throw new Refused(problems.folderUnusable(folder, error.message))
  }
  throw new Refused(problems.folderBroken(folder, file))
}
