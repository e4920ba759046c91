import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { cancelUpload } from '@/lib/evidence/cancel-upload'
import { finishUpload } from '@/lib/evidence/finish-upload'
import { LARGEST_PIECE } from '@/lib/evidence/limits'
import { readFile } from '@/lib/evidence/read-file'
import { readRoom } from '@/lib/evidence/read-room'
import { receivePiece } from '@/lib/evidence/receive-piece'
import { readStorage, setQuota } from '@/lib/evidence/set-quota'
import { piecesKey } from '@/lib/files/file-store'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'
import { pdf, samples } from '../support/sample-files'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const permitOf = (actor: Actor = people.officer) => authorize(actor, 'file.upload', actor.city ?? '')

const start = (bytes: Uint8Array, name = 'proof.pdf', actor?: Actor) =>
  beginUpload(permitOf(actor), { name, bytes: bytes.length, sha256: digestOf(bytes) })
const send = (id: string, bytes: Uint8Array, at: number, actor?: Actor) => {
  const piece = bytes.subarray(at, at + LARGEST_PIECE)
  return receivePiece(permitOf(actor), id, { at, bytes: piece, sha256: digestOf(piece) })
}
async function read(id: string): Promise<Buffer> {
  const blocks: Uint8Array[] = []
  for await (const block of (await readFile(authorize(people.officer, 'file.read', HOME), id)).content)
    blocks.push(block)
  return Buffer.concat(blocks)
}
const piecesLie = (id: string, city = HOME): boolean =>
  existsSync(path.join(world.filesFolder, piecesKey(city, id)))

describe('an upload', () => {
  it('cut off after any piece goes on from there when the same file is chosen again, to the same bytes', async () => {
    const bytes = pdf('cut and cut again', 3 * LARGEST_PIECE + 12_345)
    let at = 0
    let id = ''
    while (at < bytes.length) {
      // Each time as after a reload: all that is known is the file.
      const begun = await start(bytes)
      expect(begun.received).toBe(at)
      id = begun.id
      at = (await send(id, bytes, at)).received
    }
    const file = await finishUpload(permitOf(), id)
    expect((await read(file.id)).equals(bytes)).toBe(true)
    expect(file).toMatchObject({
      bytes: bytes.length,
      sha256: digestOf(bytes),
      contentType: 'application/pdf',
    })
    expect(piecesLie(id)).toBe(false)
    // Finished twice, after a lost answer, it is the same file.
    expect((await finishUpload(permitOf(), id)).id).toBe(file.id)
  })

  it('takes a piece that is sent again after a lost answer once', async () => {
    const bytes = pdf('again', LARGEST_PIECE + 5)
    const { id } = await start(bytes)
    expect(await send(id, bytes, 0)).toEqual({ id, received: LARGEST_PIECE })
    expect(await send(id, bytes, 0)).toEqual({ id, received: LARGEST_PIECE })
    await send(id, bytes, LARGEST_PIECE)
    expect((await read((await finishUpload(permitOf(), id)).id)).equals(bytes)).toBe(true)
  })

  it('from two tabs at once comes to one file with the right bytes', async () => {
    const bytes = pdf('two tabs', 4 * LARGEST_PIECE)
    const tab = async (): Promise<string> => {
      const { id, received } = await start(bytes)
      for (let at = received; at < bytes.length;) {
        const outcome = await outcomeOf(() => send(id, bytes, at))
        // The other tab was quicker, here or at the end.
        at =
          outcome === 'done'
            ? at + LARGEST_PIECE
            : outcome === 'uploadUnknown'
              ? bytes.length
              : (await start(bytes)).received
      }
      return id
    }
    const [first, second] = await Promise.all([tab(), tab()])
    expect(second).toBe(first)
    const ids = await Promise.all(
      [first, second].map(async (id) => (await outcomeOf(() => finishUpload(permitOf(), id))) === 'done'),
    )
    expect(ids).toContain(true)
    const kept = await world.owner.query<{ id: string }>(`SELECT id FROM stored_file WHERE sha256 = $1`, [
      digestOf(bytes),
    ])
    expect(kept.rows.length).toBe(1)
    expect((await read(kept.rows[0]?.id ?? '')).equals(bytes)).toBe(true)
  })

  it('refuses a piece that was cut or altered on its way, keeps its place, and takes it when it comes whole', async () => {
    const bytes = pdf('a proxy in between', LARGEST_PIECE + 300_000)
    const { id } = await start(bytes)
    const whole = bytes.subarray(0, LARGEST_PIECE)
    const altered = Uint8Array.from(whole)
    altered[1_000_000] = (altered[1_000_000] ?? 0) ^ 1
    for (const arrived of [whole.subarray(0, 1_048_576), altered]) {
      const piece = { at: 0, bytes: arrived, sha256: digestOf(whole) }
      expect(await outcomeOf(() => receivePiece(permitOf(), id, piece))).toBe('bytesDiffer')
    }
    expect((await start(bytes)).received).toBe(0)
    expect((await send(id, bytes, 0)).received).toBe(LARGEST_PIECE)
  })

  it('keeps nothing when the file was changed under way, so that its pieces make another than was declared', async () => {
    const before = pdf('as it was', LARGEST_PIECE + 300_000)
    const after = pdf('as it is!', LARGEST_PIECE + 300_000)
    const { id } = await start(before)
    await send(id, before, 0)
    const last = Buffer.from(after.subarray(LARGEST_PIECE))
    last[0] = 0
    await receivePiece(permitOf(), id, {
      at: LARGEST_PIECE,
      bytes: last.subarray(0, before.length - LARGEST_PIECE),
      sha256: digestOf(last.subarray(0, before.length - LARGEST_PIECE)),
    })
    expect(await outcomeOf(() => finishUpload(permitOf(), id))).toBe('bytesDiffer')
    expect(piecesLie(id)).toBe(false)
    const { rowCount } = await world.owner.query(`SELECT FROM stored_file WHERE sha256 = $1`, [
      digestOf(before),
    ])
    expect(rowCount).toBe(0)
  })

  it('refuses pieces out of place, and its end before all of it is there', async () => {
    const bytes = pdf('out of place', 2 * LARGEST_PIECE)
    const { id } = await start(bytes)
    expect(await outcomeOf(() => send(id, bytes, LARGEST_PIECE))).toBe('pieceMisplaced')
    await send(id, bytes, 0)
    expect(await outcomeOf(() => finishUpload(permitOf(), id))).toBe('pieceMisplaced')
    const crumb = bytes.subarray(LARGEST_PIECE, LARGEST_PIECE + 10)
    expect(
      await outcomeOf(() =>
        receivePiece(permitOf(), id, { at: LARGEST_PIECE, bytes: crumb, sha256: digestOf(crumb) }),
      ),
    ).toBe('formWrong')
  })

  it('is refused at its first piece when it can be no evidence, and at its end when only that tells', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(LARGEST_PIECE)])
    const { id } = await start(program, 'scan.pdf')
    expect(await outcomeOf(() => send(id, program, 0))).toBe('fileKindRefused')
    const installer = Buffer.concat([samples.office.subarray(0, 512), Buffer.alloc(1000)])
    const upload = await start(installer, 'letter.doc')
    await send(upload.id, installer, 0)
    expect(await outcomeOf(() => finishUpload(permitOf(), upload.id))).toBe('fileKindRefused')
    expect(piecesLie(upload.id)).toBe(false)
  })

  it('belongs to whoever began it: a colleague has his own, and a stranger’s is not known', async () => {
    const bytes = pdf('mine', 300_000)
    const { id } = await start(bytes)
    expect((await start(bytes, 'proof.pdf', people.colleague)).id).not.toBe(id)
    for (const other of [people.colleague, people.farOfficer]) {
      expect(await outcomeOf(() => send(id, bytes, 0, other))).toBe('uploadUnknown')
      expect(await outcomeOf(() => finishUpload(permitOf(other), id))).toBe('uploadUnknown')
      expect(await outcomeOf(() => cancelUpload(permitOf(other), id))).toBe('uploadUnknown')
    }
  })

  it('leaves nothing behind when it is cancelled, or forgotten for a week', async () => {
    const [cancelled, forgotten] = [pdf('cancelled', 300_000), pdf('forgotten', 300_000)]
    const first = await start(cancelled)
    await send(first.id, cancelled, 0)
    await cancelUpload(permitOf(), first.id)
    expect(await outcomeOf(() => send(first.id, cancelled, 0))).toBe('uploadUnknown')
    const second = await start(forgotten)
    await send(second.id, forgotten, 0)
    expect([piecesLie(first.id), piecesLie(second.id)]).toEqual([false, true])
    await world.setClock('2022-10-20T09:00:00+08:00')
    await start(samples.png, 'next.png')
    await world.setClock('2022-10-12T09:00:00+08:00')
    expect(piecesLie(second.id)).toBe(false)
    expect(await outcomeOf(() => finishUpload(permitOf(), second.id))).toBe('uploadUnknown')
  })

  it('stays within what the administrator set for the city, which is never less than it keeps', async () => {
    const set = (mib: string, reason = '按数据量核定') =>
      setQuota(authorize(people.system, 'storage.configure', NEIGHBOUR), { mib, reason })
    const storage = () => readStorage(authorize(people.system, 'storage.configure', NEIGHBOUR))
    expect(await storage()).toMatchObject({ usedBytes: 0, allowedBytes: 10_240 * 1024 * 1024, quotas: [] })
    const neighbour = permitOf(people.neighbourOfficer)
    await beginUpload(neighbour, { name: 'a.pdf', bytes: 3 * 1024 * 1024, sha256: 'a'.repeat(64) })
    expect(await outcomeOf(() => set('2'))).toBe('quotaTooLow')
    for (const wrong of ['', '0', '1.5', '-3', 'many', '9999999999'])
      expect(await outcomeOf(() => set(wrong)), wrong).toBe('quotaWrong')
    expect(await outcomeOf(() => set('4', ' '))).toBe('reasonMissing')
    await set('4')
    const next = { name: 'b.pdf', bytes: 2 * 1024 * 1024, sha256: 'b'.repeat(64) }
    expect(await outcomeOf(() => beginUpload(neighbour, next))).toBe('quotaReached')
    await set('1,024', '扩容')
    expect(await outcomeOf(() => beginUpload(neighbour, next))).toBe('done')
    const { quotas, allowedBytes } = await storage()
    expect(quotas.map(({ mib, reason }) => [mib, reason])).toEqual([
      [1024, '扩容'],
      [4, '按数据量核定'],
    ])
    expect((await readRoom(authorize(people.neighbourOfficer, 'draft.read', NEIGHBOUR))).allowedBytes).toBe(
      allowedBytes,
    )
    const { rows } = await world.owner.query(
      `SELECT detail ->> 'quotaMib' AS mib FROM audit_event WHERE action = 'storage.configure' AND city = $1 ORDER BY length(detail ->> 'quotaMib')`,
      [NEIGHBOUR],
    )
    expect(rows).toEqual([{ mib: '4' }, { mib: '1024' }])
  })

  it('counts what it was promised, so that two together cannot pass what a city may keep', async () => {
    await world.owner.query(
      `INSERT INTO stored_file SELECT $1, gen_random_uuid(), lpad(to_hex(n), 64, '0'), 2147483647,
         'application/pdf', 'large ' || n, 'evidence', $2, 'x', chengji_now() FROM generate_series(1, 4) n`,
      [FAR, people.farOfficer.id],
    )
    const rest = 10_240 * 1024 * 1024 - 4 * 2_147_483_647
    await world.owner.query(
      `INSERT INTO stored_file VALUES ($1, gen_random_uuid(), repeat('f', 64), $3, 'application/pdf', 'rest', 'evidence', $2, 'x', chengji_now())`,
      [FAR, people.farOfficer.id, Math.min(rest - 60_000_000, 2_147_483_647)],
    )
    const declared = (name: string, digit: string) => ({ name, bytes: 40_000_000, sha256: digit.repeat(64) })
    const far = permitOf(people.farOfficer)
    await beginUpload(far, declared('first.pdf', 'a'))
    expect(await outcomeOf(() => beginUpload(far, declared('second.pdf', 'b')))).toBe('quotaReached')
    // The same again is the upload that is on its way.
    expect(await outcomeOf(() => beginUpload(far, declared('first.pdf', 'a')))).toBe('done')
  })
})
