import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { counted } from './counted'
import {
  assertKey,
  BytesMissing,
  exportFolder,
  piecesKey,
  StoreFull,
  type ByteSource,
  type Expected,
  type FileStore,
} from './file-store'

/** Files in a folder of this machine: written beside, made safe, and only then given their name. */
export function diskStore(folder: string): FileStore {
  const placeOf = (key: string): string => {
    assertKey(key)
    return path.join(folder, key)
  }
  return {
    put: async (key, source, expected, wanted) => write(placeOf(key), folder, source, expected, wanted),
    get: async (key) => {
      const place = placeOf(key)
      if (!(await exists(place))) throw new BytesMissing(key)
      return createReadStream(place, { highWaterMark: 256 * 1024 })
    },
    has: async (key) => exists(placeOf(key)),
    dropPieces: async (city, upload) =>
      rm(placeOf(piecesKey(city, upload)), { recursive: true, force: true }),
    dropExport: async (account, id) =>
      rm(placeOf(exportFolder(account, id)), { recursive: true, force: true }),
  }
}

async function write(
  place: string,
  folder: string,
  source: ByteSource,
  expected: Expected,
  wanted?: Promise<unknown>,
): Promise<void> {
  const beside = path.join(folder, 'arriving', randomUUID())
  try {
    await mkdir(path.dirname(beside), { recursive: true })
    await mkdir(path.dirname(place), { recursive: true })
    const file = await open(beside, 'wx', 0o440)
    try {
      for await (const block of counted(source, expected)) await file.appendFile(block)
      await file.sync()
    } finally {
      await file.close()
    }
    await wanted
    await rename(beside, place)
    await syncFolder(path.dirname(place))
  } catch (error) {
    await rm(beside, { force: true })
    throw isFull(error) ? new StoreFull(folder) : error
  }
}

/** A new name is only safe once its folder is; not every system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    (it) => it.isFile(),
    () => false,
  )
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
