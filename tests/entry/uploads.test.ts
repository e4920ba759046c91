import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '@/lib/entry/sha256'
import {
  LARGEST_FILE,
  type Source,
  type Told,
  type UploadItem,
  type UploadPort,
} from '@/lib/entry/upload-item'
import { PIECE, Uploads } from '@/lib/entry/uploads'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 10)) & 255)

const sourceOf = (bytes: Uint8Array<ArrayBuffer>, name = 'proof.pdf'): Source => ({
  name,
  size: bytes.length,
  slice: (from, to) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }),
})

/** A server as the portal is one, in memory; `weather` decides what happens to the next request. */
function server(
  weather: (what: string) => 'fine' | 'lost' | 'lostAnswer' | 'altered' | 'signedOut' = () => 'fine',
) {
  const uploads = new Map<string, Uint8Array>()
  const files: string[] = []
  const asked: string[] = []
  const through = async <T>(what: string, act: (isAltered: boolean) => Told<T>): Promise<Told<T>> => {
    asked.push(what)
    await Promise.resolve()
    const now = weather(what)
    if (now === 'lost') return { kind: 'lost' }
    if (now === 'signedOut') return { kind: 'refused', refusal: { code: 'signInFirst', detail: {} } }
    const answer = act(now === 'altered')
    return now === 'lostAnswer' ? { kind: 'lost' } : answer
  }
  const refused = (code: 'bytesDiffer' | 'pieceMisplaced' | 'quotaReached'): Told<never> => ({
    kind: 'refused',
    refusal: { code, detail: {} },
  })
  const port: UploadPort = {
    begin: ({ bytes, sha256 }) =>
      through<{ id: string; received: number }>('begin', () => {
        if (bytes > 5.5 * PIECE) return refused('quotaReached')
        const received = uploads.get(sha256) ?? new Uint8Array(0)
        uploads.set(sha256, received)
        return { kind: 'done', value: { id: sha256, received: received.length } }
      }),
    piece: (id, at, bytes, sha256) =>
      through<{ received: number }>(`piece ${String(at / PIECE)}`, (isAltered) => {
        const before = uploads.get(id) ?? new Uint8Array(0)
        if (isAltered || digestOf(bytes) !== sha256) return refused('bytesDiffer')
        if (at !== before.length) return refused('pieceMisplaced')
        uploads.set(id, Buffer.concat([before, bytes]))
        return { kind: 'done', value: { received: before.length + bytes.length } }
      }),
    finish: (id) =>
      through<{ file: string }>('finish', () => {
        if (digestOf(uploads.get(id) ?? new Uint8Array(0)) !== id) return refused('bytesDiffer')
        files.push(id)
        return { kind: 'done', value: { file: id } }
      }),
    cancel: (id) =>
      through('cancel', () => {
        uploads.delete(id)
        return { kind: 'done', value: {} }
      }),
    pause: () => Promise.resolve(),
  }
  return { port, uploads, files, asked }
}

const used = (): Promise<Told<object>> => Promise.resolve({ kind: 'done', value: {} })
/** Waits until every upload has come to rest. */
const atRest = (uploads: Uploads): Promise<readonly UploadItem[]> =>
  new Promise((resolve) => {
    const look = () => {
      const items = uploads.items()
      if (
        items.every(({ phase }) => ['done', 'refused', 'signedOut', 'paused', 'unreadable'].includes(phase))
      )
        resolve(items)
    }
    uploads.subscribe(look)
    look()
  })

describe('the digest of a page’s own', () => {
  it('is SHA-256, whatever the length and however it is fed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 130 }), (bytes, step) => {
        const hash = new Sha256()
        for (let at = 0; at < bytes.length; at += step) hash.add(bytes.subarray(at, at + step))
        expect(hash.digest()).toBe(digestOf(bytes))
      }),
    )
    const large = bytesOf(3_000_001)
    const hash = new Sha256()
    hash.add(large)
    expect(hash.digest()).toBe(digestOf(large))
  })
})

describe('uploads', () => {
  it('bring several files whole through a network that loses requests, answers and bytes', async () => {
    // Every third request is lost, every fifth answer, every seventh piece altered.
    let count = 0
    const world = server((what) => {
      count += 1
      if (count % 3 === 0) return 'lost'
      if (count % 5 === 0) return 'lostAnswer'
      return count % 7 === 0 && what.startsWith('piece') ? 'altered' : 'fine'
    })
    const uploads = new Uploads(world.port, used)
    const all = [bytesOf(5 * PIECE + 17), bytesOf(2 * PIECE), bytesOf(1)]
    uploads.add(
      all.map((bytes) => sourceOf(bytes)),
      'here',
    )
    const items = await atRest(uploads)
    expect(items.map(({ phase }) => phase)).toEqual(['done', 'done', 'done'])
    expect([...world.files].sort()).toEqual(expect.arrayContaining(all.map(digestOf).sort()))
  })

  it.each([0, 1, 2, 3])('stopped before piece %i goes on there, in a new page too', async (stopAt) => {
    const bytes = bytesOf(3 * PIECE + 5)
    let isCut = true
    const world = server((what) => (isCut && what === `piece ${String(stopAt)}` ? 'signedOut' : 'fine'))
    const before = new Uploads(world.port, used)
    before.add([sourceOf(bytes)], 'here')
    expect((await atRest(before))[0]).toMatchObject({ phase: 'signedOut', progress: stopAt * PIECE })
    isCut = false
    world.asked.length = 0
    const after = new Uploads(world.port, used)
    after.add([sourceOf(bytes)], 'here')
    expect((await atRest(after))[0]?.phase).toBe('done')
    const rest = [0, 1, 2, 3].filter((piece) => piece >= stopAt).map((piece) => `piece ${String(piece)}`)
    expect(world.asked).toEqual(['begin', ...rest, 'finish'])
  })

  it('go on after the session was renewed, without being read again', async () => {
    let isOut = true
    const world = server((what) => (isOut && what === 'piece 1' ? 'signedOut' : 'fine'))
    const uploads = new Uploads(world.port, used)
    uploads.add([sourceOf(bytesOf(2 * PIECE))], 'here')
    const [item] = await atRest(uploads)
    isOut = false
    uploads.goOn(item?.key ?? '')
    expect((await atRest(uploads))[0]?.phase).toBe('done')
  })

  it('that are refused say why; given up, they leave nothing with the server', async () => {
    const world = server((what) => (what === 'piece 1' ? 'signedOut' : 'fine'))
    const uploads = new Uploads(world.port, used)
    const huge = { ...sourceOf(bytesOf(1)), size: LARGEST_FILE + 1 }
    const files = [bytesOf(2 * PIECE), bytesOf(6 * PIECE), bytesOf(0)].map((bytes) => sourceOf(bytes))
    uploads.add([...files, huge], 'here')
    const [first, ...others] = await atRest(uploads)
    expect(others.map(({ refusal }) => refusal?.code)).toEqual([
      'quotaReached',
      'uploadEmpty',
      'uploadTooLarge',
    ])
    expect(world.uploads.size).toBe(1)
    uploads.cancel(first?.key ?? '')
    expect(world.uploads.size).toBe(1)
    await Promise.resolve()
    await Promise.resolve()
    expect([world.uploads.size, uploads.items().length]).toEqual([0, 3])
  })

  it('of a file that was changed or taken away while it was read stop, and say so', async () => {
    const uploads = new Uploads(server().port, used)
    uploads.add([{ ...sourceOf(bytesOf(10)), size: 20 }], 'here')
    expect((await atRest(uploads))[0]?.phase).toBe('unreadable')
  })
})
