import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '@/lib/files/disk-store'
import {
  BytesDiffer,
  BytesMissing,
  exportKey,
  fileKey,
  pieceKey,
  type FileStore,
} from '@/lib/files/file-store'
import { s3Store } from '@/lib/files/s3-store'
import { startS3Server } from '../support/s3-server'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const expectedOf = (bytes: Uint8Array) => ({ bytes: bytes.length, sha256: digestOf(bytes) })

/** In blocks of uneven lengths, as a network delivers. */
function* inBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0, i = 1; at < bytes.length; at += i * 7919, i += 1) yield bytes.subarray(at, at + i * 7919)
}

async function all(store: FileStore, key: string): Promise<Buffer> {
  const blocks: Uint8Array[] = []
  for await (const block of await store.get(key)) blocks.push(block)
  return Buffer.concat(blocks)
}

const stores: Record<string, FileStore> = {}
const closing: (() => Promise<void> | void)[] = []
const folder = mkdtempSync(path.join(tmpdir(), 'chengji-files-'))

beforeAll(async () => {
  const server = await startS3Server()
  stores.folder = diskStore(folder)
  stores.S3 = s3Store(server)
  stores.stranger = s3Store({ ...server, secret: 'not the secret' })
  closing.push(server.stop)
})
afterAll(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true, force: true })
})

const store = (name: string): FileStore => {
  const found = stores[name]
  if (found === undefined) throw new Error(name)
  return found
}

describe.each(['folder', 'S3'])('a store of files: %s', (name) => {
  it('gives back 50 MiB exactly as they came', async () => {
    const bytes = randomBytes(50 * 1024 * 1024)
    const expected = expectedOf(bytes)
    const key = fileKey('910100', expected.sha256)
    expect(await store(name).has(key)).toBe(false)
    await store(name).put(key, inBlocks(bytes), expected)
    expect(await store(name).has(key)).toBe(true)
    expect(digestOf(await all(store(name), key))).toBe(expected.sha256)
  })

  it('keeps nothing of what was cut off, altered, or longer than declared', async () => {
    const bytes = randomBytes(300_000)
    const altered = Uint8Array.from(bytes)
    altered[123_456] = (altered[123_456] ?? 0) ^ 1
    const longer = Buffer.concat([bytes, Buffer.of(0)])
    const key = fileKey('910100', digestOf(bytes))
    for (const arrived of [bytes.subarray(0, 200_000), altered, longer, Buffer.alloc(0)]) {
      await expect(store(name).put(key, inBlocks(arrived), expectedOf(bytes))).rejects.toThrow(BytesDiffer)
      expect(await store(name).has(key)).toBe(false)
      await expect(store(name).get(key)).rejects.toThrow(BytesMissing)
    }
    await store(name).put(key, inBlocks(bytes), expectedOf(bytes))
    expect(digestOf(await all(store(name), key))).toBe(digestOf(bytes))
  })

  it('keeps nothing before what it waits for came true, and nothing at all when it did not', async () => {
    const bytes = randomBytes(3000)
    const key = fileKey('910100', digestOf(bytes))
    const refused = Promise.reject(new Error('unreadable'))
    refused.catch(() => undefined)
    await expect(store(name).put(key, [bytes], expectedOf(bytes), refused)).rejects.toThrow('unreadable')
    expect(await store(name).has(key)).toBe(false)
    let come = (): void => undefined
    const wanted = new Promise<void>((resolve) => {
      come = resolve
    })
    const putting = store(name).put(key, [bytes], expectedOf(bytes), wanted)
    expect(await store(name).has(key)).toBe(false)
    come()
    await putting
    expect(await all(store(name), key)).toEqual(bytes)
  })

  it('takes away the pieces of one upload and nothing else', async () => {
    const piece = Buffer.from('a piece')
    const put = (upload: string, starts: number) =>
      store(name).put(pieceKey('910100', upload, starts, digestOf(piece)), [piece], expectedOf(piece))
    await put('0a', 0)
    await put('0a', 7)
    await put('0ab', 0)
    await store(name).dropPieces('910100', '0a')
    const has = (upload: string, starts: number) =>
      store(name).has(pieceKey('910100', upload, starts, digestOf(piece)))
    expect([await has('0a', 0), await has('0a', 7), await has('0ab', 0)]).toEqual([false, false, true])
  })

  it('takes away one export and nothing else', async () => {
    const bytes = Buffer.from('a file that was made')
    const keys = ['0a', '0ab'].map((id) => exportKey('0b', id, digestOf(bytes)))
    for (const key of keys) await store(name).put(key, [bytes], expectedOf(bytes))
    await store(name).dropExport('0b', '0a')
    expect(await Promise.all(keys.map((key) => store(name).has(key)))).toEqual([false, true])
  })

  it('takes no key that leads out of it', async () => {
    await expect(store(name).get('910100/../../secret')).rejects.toThrow('not a key')
    await expect(store(name).put('910100/%2e%2e', [], expectedOf(Buffer.alloc(0)))).rejects.toThrow(
      'not a key',
    )
  })
})

describe('a store of files', () => {
  it('leaves nothing half written in its folder', () => {
    expect(readdirSync(path.join(folder, 'arriving'))).toEqual([])
  })

  it('that speaks S3 lets nobody write with a wrong secret', async () => {
    const piece = Buffer.from('forged')
    const put = store('stranger').put(fileKey('910100', digestOf(piece)), [piece], expectedOf(piece))
    await expect(put).rejects.toThrow('403')
  })
})
