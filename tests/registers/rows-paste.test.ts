import { beforeEach, describe, expect, it } from 'vitest'
import { leaveRow, newRow, savedRow, sendRow, type GridRow } from '@/lib/entry/grid-row'
import type { PastedRows } from '@/lib/entry/pasted-rows'
import { EMPTY_ROW, readRow } from '@/lib/entry/row-content'
import { RowsPaste, type Pasted } from '@/lib/entry/rows-paste'
import { registerColumns } from '@/lib/notice'

const rules = { columns: registerColumns('custody_smes'), lastDay: '2022-09-30' }
const text = (i: number) => ({
  ...EMPTY_ROW,
  name: `公司${i}`,
  noCodeReason: '境外机构',
  countedOn: '2022-09-12',
})
const block = (count: number): PastedRows => ({
  by: 'heads',
  columns: ['name'],
  rows: Array.from({ length: count }, (_, i) => text(i)),
  ignored: [],
  totals: 0,
  more: 0,
})

/** A register that takes rows when told to, and a browser that keeps. */
class Play {
  rows: GridRow[] = []
  kept = new Map<string, string>()
  steps: number[] = []
  next = 0
  #tell: () => void = () => undefined
  open(): RowsPaste {
    const paste = new RowsPaste({
      rows: () => this.rows,
      subscribe: (listener) => {
        this.#tell = listener
        return () => undefined
      },
      add: (added: Pasted['pasted']) => {
        const rows = added.map(({ id, typed }) => sendRow(leaveRow(newRow(id, rules, typed))))
        this.rows = [...this.rows, ...rows]
        this.#tell()
      },
      addedAsOne: (ids) => {
        this.steps.push(ids.length)
      },
      newId: () => `p${this.next++}`,
      keep: (name, kept) => {
        if (kept === null) this.kept.delete(name)
        else this.kept.set(name, kept)
        return true
      },
      recall: (name) => this.kept.get(name) ?? null,
    })
    paste.open()
    return paste
  }
  /** The server takes everything that is under way. */
  accept(): void {
    const saved = (row: GridRow): GridRow => {
      const read = readRow(rules, row.draft?.typed ?? EMPTY_ROW)
      if (row.inFlight === null || !read.ok) return row
      return savedRow(row.id, { content: read.value, removed: false, version: 1, by: '周文静', at: 't' })
    }
    this.rows = this.rows.map(saved)
    this.#tell()
  }
}

let play: Play
beforeEach(() => {
  play = new Play()
})

describe('a large paste', () => {
  it('is a proposal until it is entered, also after the page was left', () => {
    play.open().propose(block(3), 'name')
    expect(play.rows).toEqual([])
    const again = play.open()
    expect(again.state().proposal?.pasted.map(({ typed }) => typed.name)).toEqual(['公司0', '公司1', '公司2'])
    again.discard()
    expect([again.state().proposal, play.kept.size, play.rows.length]).toEqual([null, 0, 0])
  })

  it('is entered a few rows at a time as the server takes them, and counts them', () => {
    const paste = play.open()
    paste.propose(block(450), 'name')
    paste.commit()
    expect([play.rows.length, paste.state().entering, play.steps]).toEqual([
      200,
      { done: 0, all: 450 },
      [450],
    ])
    play.accept()
    expect([play.rows.length, paste.state().entering?.done]).toEqual([400, 200])
    play.accept()
    play.accept()
    expect([play.rows.length, paste.state().entering, paste.state().added?.length]).toEqual([450, null, 450])
    expect([paste.state().proposal, play.kept.size]).toEqual([null, 0])
  })

  it('goes on where it was left, adding no row twice', () => {
    const paste = play.open()
    paste.propose(block(450), 'name')
    paste.commit()
    play.accept()
    const again = play.open()
    expect(again.state().entering).toEqual({ done: 200, all: 450 })
    play.accept()
    play.accept()
    expect(new Set(play.rows.map(({ id }) => id)).size).toBe(450)
    expect(again.state().entering).toBeNull()
  })

  it('can be stopped: what is not entered is a proposal again', () => {
    const paste = play.open()
    paste.propose(block(450), 'name')
    paste.commit()
    paste.stop()
    play.accept()
    expect([play.rows.length, paste.state().entering]).toEqual([200, null])
    expect(paste.state().proposal?.pasted).toHaveLength(250)
    expect(play.open().state().proposal?.pasted).toHaveLength(250)
  })

  it.each(['', '{', '3', '{"pasted":1}'])('is none where the browser kept %j', (kept) => {
    play.kept.set('paste', kept)
    expect(play.open().state().proposal).toBeNull()
  })
})
