import { beforeEach, describe, expect, it } from 'vitest'
import { isTakenOut, rowStatus, shownText, type RowAnswer, type SavedRow } from '@/lib/entry/grid-row'
import type { KeptRow } from '@/lib/entry/kept-rows'
import { EMPTY_ROW, readRow, type RowText } from '@/lib/entry/row-content'
import type { RowsAnswer, SentEdit } from '@/lib/entry/rows-answer'
import { RowsAutosave, type PageRow } from '@/lib/entry/rows-autosave'
import { registerColumns } from '@/lib/notice'

const rules = { columns: registerColumns('custody_smes'), lastDay: '2022-09-30' }
const text = (name: string, changed: Partial<RowText> = {}): RowText => ({
  ...EMPTY_ROW,
  name,
  noCodeReason: '境外机构',
  countedOn: '2022-09-12',
  ...changed,
})
const saved = (name: string, version = 1, by = '周文静'): SavedRow => {
  const read = readRow(rules, text(name))
  if (!read.ok) throw new Error('sample')
  return { content: read.value, removed: false, version, by, at: '2022-10-12T01:00:00.000Z' }
}

/** A server that answers when told to, a clock that goes when told to, and what the browser keeps. */
class Play {
  sent: SentEdit[][] = []
  readonly keeper = new Map<string, KeptRow>()
  get kept(): readonly KeptRow[] {
    return [...this.keeper.values()]
  }
  tasks: (() => void)[] = []
  answers: ((answer: RowsAnswer<number>) => void)[] = []
  next = 0
  readonly port = {
    send: (edits: readonly SentEdit[]) => {
      this.sent.push([...edits])
      return new Promise<RowsAnswer<number>>((resolve) => this.answers.push(resolve))
    },
    keep: (id: string, row: KeptRow | null) => {
      if (row === null) this.keeper.delete(id)
      else this.keeper.set(id, row)
      return true
    },
    recall: () => this.kept,
    after: (_: number, task: () => void) => {
      this.tasks.push(task)
      return () => {
        this.tasks = this.tasks.filter((each) => each !== task)
      }
    },
    newId: () => `id${this.next++}`,
  }
  open(rows: readonly PageRow[] = []) {
    const autosave = new RowsAutosave(rows, 0, rules, this.port)
    autosave.start()
    return autosave
  }
  tick() {
    for (const task of this.tasks.splice(0)) task()
  }
  async answer(answer: RowsAnswer<number>) {
    this.answers.shift()?.(answer)
    await new Promise((resolve) => setTimeout(resolve))
  }
  /** Accepts everything in the request, as version 1 higher. */
  async accept() {
    const rows = (this.sent.at(-1) ?? []).map((edit): RowAnswer => {
      const read = readRow(rules, edit)
      if (!read.ok) throw new Error('sent what cannot be read')
      const row = {
        content: read.value,
        removed: edit.removed,
        version: edit.baseVersion + 1,
        by: '周文静',
        at: 't',
      }
      return { outcome: 'saved', saved: row }
    })
    await this.answer({ kind: 'answered', rows, told: this.sent.length })
  }
}

let play: Play
beforeEach(() => {
  play = new Play()
})
const fill = (autosave: RowsAutosave<number>, id: string, typed: RowText) => {
  for (const [field, value] of Object.entries(typed)) autosave.type(id, field as keyof RowText, value)
}
const statuses = (autosave: RowsAutosave<number>) => autosave.state().rows.map(rowStatus)

describe('autosave of a register', () => {
  it('always has an empty row at the end, and sends a row when the person leaves it', async () => {
    const autosave = play.open()
    expect(statuses(autosave)).toEqual(['empty'])
    fill(autosave, 'id0', text('甲'))
    expect(statuses(autosave)).toEqual(['typing', 'empty'])
    expect(play.sent).toEqual([])
    autosave.leave('id0')
    expect(play.sent).toEqual([[{ id: 'id0', baseVersion: 0, removed: false, ...text('甲') }]])
    expect(statuses(autosave)).toEqual(['saving', 'empty'])
    await play.accept()
    expect(statuses(autosave)).toEqual(['saved', 'empty'])
    expect([play.kept, autosave.state().told]).toEqual([[], 1])
  })

  it('sends a row after a pause, but not a half-typed one', () => {
    const autosave = play.open()
    autosave.type('id0', 'name', '甲')
    play.tick()
    expect(play.sent).toEqual([])
    fill(autosave, 'id0', text('甲'))
    play.tick()
    expect(play.sent).toHaveLength(1)
  })

  it('keeps every key stroke until the server has it, over a reload without network', async () => {
    const first = play.open([{ id: 'a', saved: saved('甲') }])
    first.type('a', 'note', '补')
    fill(first, 'id0', text('乙'))
    first.leave('a')
    first.leave('id0')
    await play.answer({ kind: 'offline' })
    expect(first.state().connection).toBe('offline')
    expect(play.kept.map(({ id }) => id)).toEqual(['a', 'id0'])
    first.stop()
    play.answers = []
    const second = play.open([{ id: 'a', saved: saved('甲') }])
    expect(second.state().rows.map((row) => shownText(row).name)).toEqual(['甲', '乙', ''])
    expect(play.sent.at(-1)?.map(({ id, baseVersion, note }) => [id, baseVersion, note])).toEqual([
      ['a', 1, '补'],
      ['id0', 0, ''],
    ])
    await play.accept()
    expect([second.state().tally.unsent, play.kept]).toEqual([0, []])
  })

  it('tries again by itself, and at once when told that the network is back', async () => {
    const autosave = play.open()
    fill(autosave, 'id0', text('甲'))
    autosave.leave('id0')
    await play.answer({ kind: 'offline' })
    play.tick()
    expect(play.sent).toHaveLength(2)
    await play.answer({ kind: 'signedOut' })
    expect(autosave.state().connection).toBe('signedOut')
    autosave.retry()
    expect(play.sent).toHaveLength(3)
    await play.accept()
    expect(autosave.state().connection).toBe('fine')
  })

  it('stops at a report that was closed meanwhile, and drops nothing', async () => {
    const autosave = play.open()
    fill(autosave, 'id0', text('甲'))
    autosave.leave('id0')
    await play.answer({ kind: 'closed', refusal: { code: 'notEditable', detail: { status: 'certified' } } })
    expect(autosave.state().closed?.code).toBe('notEditable')
    autosave.retry()
    expect([play.sent.length, play.kept.length]).toEqual([1, 1])
  })

  it('lets a person choose in a conflict', async () => {
    const autosave = play.open([{ id: 'a', saved: saved('甲') }])
    autosave.type('a', 'note', '我的')
    autosave.leave('a')
    await play.answer({
      kind: 'answered',
      rows: [{ outcome: 'conflict', theirs: saved('甲集团', 2, '同事') }],
      told: 1,
    })
    expect(statuses(autosave)).toEqual(['conflict', 'empty'])
    autosave.choose('a', 'mine')
    expect(play.sent.at(-1)?.[0]).toMatchObject({ id: 'a', baseVersion: 2, name: '甲', note: '我的' })
  })

  it('takes rows out and puts them back, also one that was never sent', async () => {
    const autosave = play.open([{ id: 'a', saved: saved('甲') }])
    autosave.type('id0', 'name', '只填了名称')
    autosave.takeOut(['id0'])
    expect(statuses(autosave)).toEqual(['saved', 'empty', 'empty'])
    expect([autosave.state().tally.unsent, play.kept, play.sent]).toEqual([0, [], []])
    autosave.putBack('id0')
    expect([statuses(autosave)[1], play.kept.length]).toEqual(['refused', 1])
    autosave.takeOut(['id0'])
    autosave.takeOut(['a'])
    expect(play.sent.at(-1)?.[0]).toMatchObject({ id: 'a', baseVersion: 1, removed: true })
    await play.accept()
    autosave.putBack('a')
    expect(play.sent.at(-1)?.[0]).toMatchObject({ id: 'a', baseVersion: 2, removed: false })
    await play.accept()
    expect(
      autosave
        .state()
        .rows.filter(isTakenOut)
        .map(({ id }) => id),
    ).toEqual(['id0'])
  })

  it('takes out a row that is just being added, whether or not its answer arrives', async () => {
    const autosave = play.open()
    fill(autosave, 'id0', text('甲'))
    autosave.leave('id0')
    autosave.takeOut(['id0'])
    await play.answer({ kind: 'offline' })
    autosave.retry()
    expect(play.sent.at(-1)?.[0]).toMatchObject({ id: 'id0', baseVersion: 0, removed: false })
    await play.accept()
    expect(play.sent.at(-1)?.[0]).toMatchObject({ id: 'id0', baseVersion: 1, removed: true })
    await play.accept()
    expect(autosave.state().tally.unsent).toBe(0)
  })

  it('adds pasted rows in their order before the empty one; wrong ones wait to be corrected', () => {
    const autosave = play.open()
    const pasted = [text('甲'), text('乙', { countedOn: '明天' }), text('丙')].map((typed, i) => ({
      id: `p${i}`,
      typed,
    }))
    autosave.add(pasted)
    autosave.add(pasted.slice(0, 1))
    expect(autosave.state().rows.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'id0'])
    expect(statuses(autosave)).toEqual(['saving', 'refused', 'saving', 'empty'])
    expect(play.sent[0]?.map(({ name }) => name)).toEqual(['甲', '丙'])
  })

  it('takes newer rows of colleagues over, never over what is being typed', () => {
    const autosave = play.open([
      { id: 'a', saved: saved('甲') },
      { id: 'b', saved: saved('乙') },
    ])
    autosave.type('b', 'note', '我的')
    autosave.renew(
      [
        { id: 'a', saved: saved('甲集团', 2) },
        { id: 'b', saved: saved('乙集团', 2) },
        { id: 'c', saved: saved('丙') },
      ],
      7,
    )
    expect(autosave.state().rows.map((row) => shownText(row).name)).toEqual(['甲集团', '乙', '丙', ''])
    expect(autosave.state().rows[1]?.draft?.base?.version).toBe(1)
    expect(autosave.state().told).toBe(7)
  })

  it('sends a large paste in several requests, one after the other', async () => {
    const autosave = play.open()
    autosave.add(Array.from({ length: 250 }, (_, i) => ({ id: `p${i}`, typed: text(`公司${i}`) })))
    expect(play.sent.map((edits) => edits.length)).toEqual([200])
    await play.accept()
    expect(play.sent.map((edits) => edits.length)).toEqual([200, 50])
  })

  it('takes one change back after the other: a cell, a row taken out, a whole paste', async () => {
    const autosave = play.open([{ id: 'a', saved: saved('甲') }])
    const names = () =>
      autosave
        .state()
        .rows.filter((row) => !isTakenOut(row))
        .map((row) => shownText(row).name)
    for (const name of ['甲集', '甲集团']) autosave.type('a', 'name', name)
    autosave.leave('a')
    await play.accept()
    autosave.takeOut(['a'])
    await play.accept()
    autosave.addedAsOne(['p0', 'p1'])
    autosave.add(['乙', '丙'].map((name, i) => ({ id: `p${i}`, typed: text(name) })))
    await play.accept()
    expect(names()).toEqual(['乙', '丙', ''])
    expect(autosave.undo()?.kind).toBe('added')
    expect(names()).toEqual([''])
    await play.accept()
    expect(autosave.undo()?.kind).toBe('out')
    expect(names()).toEqual(['甲集团', ''])
    await play.accept()
    expect(autosave.undo()).toMatchObject({ kind: 'cell', id: 'a', field: 'name' })
    expect(names()).toEqual(['甲', ''])
    await play.accept()
    expect([autosave.undo(), autosave.state().tally.unsent]).toEqual([null, 0])
  })
})
