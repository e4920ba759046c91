import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { keepFile } from '@/lib/evidence/keep-file'
import { readFile } from '@/lib/evidence/read-file'
import { fileStore, useFileStore } from '@/lib/files/configured-store'
import { BytesDiffer, fileKey, StoreFull } from '@/lib/files/file-store'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'
import { pdf, samples } from '../support/sample-files'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const keep = (bytes: Uint8Array, name = 'proof.pdf', purpose: 'evidence' | 'workbook' = 'evidence') =>
  keepFile(authorize(people.officer, 'report.prepare', HOME), { name, bytes, purpose })

async function read(actor: Actor, city: string, id: string) {
  const blocks: Uint8Array[] = []
  for await (const block of (await readFile(authorize(actor, 'file.read', city), id)).content)
    blocks.push(block)
  return Buffer.concat(blocks)
}

describe('a file that a city brings', () => {
  it('is kept byte for byte, with what it is by its content, its size, its digest, who and when', async () => {
    const bytes = pdf('a certificate', 3_000_000)
    const file = await keep(bytes, 'C:\\scans\\证书\u202efdp.exe.pdf')
    expect(file).toMatchObject({
      name: '证书fdp.exe.pdf',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: 'application/pdf',
      purpose: 'evidence',
      uploadedByName: people.officer.name,
    })
    expect((await read(people.officer, HOME, file.id)).equals(bytes)).toBe(true)
    expect((await read(people.certifier, HOME, file.id)).equals(bytes)).toBe(true)
  })

  it('is the same file when the same bytes come again under the same name, and lies once under two names', async () => {
    const bytes = pdf('once')
    const [first, again, renamed] = [await keep(bytes), await keep(bytes), await keep(bytes, 'other.pdf')]
    expect(again.id).toBe(first.id)
    expect(renamed.id).not.toBe(first.id)
    expect(renamed.sha256).toBe(first.sha256)
  })

  it('is not found by another city, by its province before it stands in a submitted version, or by a stranger', async () => {
    const { id } = await keep(pdf('ours'))
    await expect(read(people.neighbourOfficer, NEIGHBOUR, id)).rejects.toThrow('notFound')
    await expect(read(people.farOfficer, FAR, id)).rejects.toThrow('notFound')
    await expect(read(people.province, HOME, id)).rejects.toThrow('notFound')
    await expect(read(people.officer, HOME, '../../secret')).rejects.toThrow('notFound')
    expect(() => authorize(people.neighbourOfficer, 'file.read', HOME)).toThrow('notFound')
  })

  it('breaks off when its bytes were altered behind the portal’s back, instead of passing for the original', async () => {
    const bytes = pdf('intact', 1_000_000)
    const file = await keep(bytes, 'altered.pdf')
    const place = path.join(world.filesFolder, fileKey(HOME, file.sha256))
    chmodSync(place, 0o640)
    bytes[500_000] = 0
    writeFileSync(place, bytes)
    await expect(read(people.officer, HOME, file.id)).rejects.toThrow(BytesDiffer)
  })

  it.each([
    ['empty', Buffer.alloc(0), 'a.pdf', 'uploadEmpty'],
    ['larger than 50 MiB', Buffer.alloc(50 * 1024 * 1024 + 1, '%PDF-'), 'a.pdf', 'uploadTooLarge'],
    ['a program named as a document', Buffer.from('MZ\x90'), 'a.pdf', 'fileKindRefused'],
    ['a page', Buffer.from('<html>'), 'a.txt', 'fileKindRefused'],
    ['text named as a script', Buffer.from('WScript.Echo 1'), 'a.vbs', 'fileKindRefused'],
    ['without a name', samples.pdf, '\u202e/..', 'fileNameMissing'],
    ['named at too great length', samples.pdf, `${'长'.repeat(200)}.pdf`, 'tooLong'],
  ] as const)('is refused when it is %s', async (_, bytes, name, code) => {
    expect(await outcomeOf(() => keep(bytes, name))).toBe(code)
  })

  it('is refused in words when the store of files is full', async () => {
    const full = { ...fileStore(), put: () => Promise.reject(new StoreFull()) }
    const before = useFileStore(full)
    try {
      expect(await outcomeOf(() => keep(pdf('no room')))).toBe('storeFull')
    } finally {
      useFileStore(before)
    }
  })

  it('is kept as a workbook whatever it is, for its reader to say what is wrong', async () => {
    const file = await keep(randomBytes(200), 'broken.xlsx', 'workbook')
    expect(file).toMatchObject({ contentType: 'application/octet-stream', purpose: 'workbook' })
  })

  it('finds no room once the city has used what it may keep, while other cities go on', async () => {
    await world.owner.query(
      `INSERT INTO stored_file SELECT $1, gen_random_uuid(), lpad(to_hex(n), 64, '0'), 2147483647, 'application/pdf',
         'large ' || n, 'evidence', $2, 'x', chengji_now() FROM generate_series(1, 5) n`,
      [FAR, people.farOfficer.id],
    )
    const offered = { name: 'a.pdf', bytes: pdf('one more'), purpose: 'evidence' as const }
    const far = authorize(people.farOfficer, 'report.prepare', FAR)
    expect(await outcomeOf(() => keepFile(far, offered))).toBe('quotaReached')
    expect(await outcomeOf(() => keep(offered.bytes, offered.name))).toBe('done')
  })
})
