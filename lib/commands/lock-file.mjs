import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Who holds a lock: a process, with the moment it began, because numbers are given out again.
 * @typedef {{ pid: number, begun: string, about: string }} Holder
 */

/**
 * Takes a lock that goes with its process, however that ends.
 * @param {string} file
 * @param {string} about what others are told of the holder
 * @returns {Holder | null} who holds it; null when it is ours now
 */
export function takeLock(file, about) {
  mkdirSync(path.dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify({ pid: process.pid, begun: beginning(process.pid), about }))
  try {
    for (;;) {
      // A link appears with its whole content, or not at all.
      if (linked(own, file)) return null
      const holder = readHolder(file)
      if (holder !== null && holder.begun === beginning(holder.pid)) return holder
      putAside(file, holder)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

function linked(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Takes a dead holder's lock away; puts it back if another process was quicker and it is a living one's by now. */
function putAside(file, dead) {
  const aside = `${file}.${process.pid}.old`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (JSON.stringify(readHolder(aside)) !== JSON.stringify(dead)) linked(aside, file)
  rmSync(aside, { force: true })
}

/** Gives a lock of this process back. */
export function releaseLock(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}

/** @returns {Holder | null} */
function readHolder(file) {
  try {
    const { pid, begun, about } = JSON.parse(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && typeof begun === 'string' && begun !== ''
      ? { pid, begun, about: String(about) }
      : null
  } catch {
    return null
  }
}

/** When a process began, in whatever words the system has for it; '' when there is no such process. */
function beginning(pid) {
  if (process.platform === 'linux') {
    try {
      // After the name in brackets, which may hold anything: state is the first field, the start time the twentieth.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z'
        ? ''
        : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
    } catch {
      return ''
    }
  }
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : ''
}
