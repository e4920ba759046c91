import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { endReaders, readTables } from '@/lib/documents/read-tables'
import { deadlineIn } from '@/lib/documents/tables/deadline'
import { readWorkbook } from '@/lib/documents/tables/read-workbook'
import { rawWorkbook } from '../support/raw-workbook'
import { hostileFiles } from './hostile-files'

afterAll(endReaders)

describe('of hostile, broken and unusual files', () => {
  it.each(hostileFiles)('$what: the right figures or one refusal', async ({ name, make, answer }) => {
    const read = await readTables(make(), name)
    if ('code' in answer) {
      expect(read).toEqual({ ok: false, error: answer })
      return
    }
    if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.detail)}`)
    const [table] = read.value.tables
    const cells = [...(table?.rows ?? [])]
      .flatMap((row) => row.cells)
      .map(({ address, text, formula }) => `${address} ${text}${formula === null ? '' : ` ${formula.state}`}`)
    expect(cells.slice(0, answer.cells.length)).toEqual(answer.cells)
    expect([cells.length, table?.cellCount]).toEqual([answer.count, answer.count])
  })
})

describe('meanwhile', () => {
  it('other requests go on being answered, before the hostile file is', async () => {
    const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const order: string[] = []
      const slow = hostileFiles.filter(({ what }) => /shared texts|chain of|merged cells/.test(what))
      const files = slow.map(({ make, name }) => [make(), name] as const)
      const reads = files.map(async ([bytes, name]) => {
        await readTables(bytes, name)
        order.push('file')
      })
      const pings = async () => {
        for (let i = 0; i < 5; i++) {
          const answer = await fetch(`http://127.0.0.1:${port}/`)
          order.push(await answer.text())
        }
      }
      await Promise.all([...reads, pings()])
      expect(order).toHaveLength(files.length + 5)
      expect(order.lastIndexOf('ok')).toBeLessThan(order.lastIndexOf('file'))
    } finally {
      server.close()
    }
  })

  it('ten files are taken at once and the others sent away', async () => {
    const bytes = rawWorkbook()
    const read = await Promise.all(Array.from({ length: 12 }, () => readTables(bytes, 'a.xlsx')))
    expect(read.map((each) => (each.ok ? 'read' : each.error.code))).toEqual([
      ...Array<string>(10).fill('read'),
      'fileBusy',
      'fileBusy',
    ])
  })

  it('reading ends when the time is up', async () => {
    const none = () => undefined
    const pause = () => Promise.resolve()
    const sink = { begin: none, row: none, formula: none, endTable: none, end: none, pause }
    const late = readWorkbook(rawWorkbook(), sink, deadlineIn(-1))
    await expect(late).rejects.toMatchObject({ code: 'fileSlow' })
  })
})
