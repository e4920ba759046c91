import { describe, expect, it } from 'vitest'
import { PAUSE, type Autosave } from '@/lib/entry/autosave'
import { shown, statusOf } from '@/lib/entry/cell'
import { cell, figure, saved, World } from './world'

const A = 'pledge_amount/'
const B = 'transfers_licenses/'
const status = (form: Autosave, key: string) => {
  const found = form.state().cells.get(key)
  return found === undefined ? undefined : statusOf(found)
}
const text = (form: Autosave, key: string) => {
  const found = form.state().cells.get(key)
  return found === undefined ? undefined : shown(found).text
}

describe('saving', () => {
  it('sends a cell when the person leaves it, and says when it is saved', async () => {
    const world = new World()
    const form = world.open([cell(A), cell(B)])
    form.type(A, figure('12,345'))
    expect(status(form, A)).toBe('typing')
    form.leave(A)
    expect(status(form, A)).toBe('saving')
    await world.pass(0)
    expect(status(form, A)).toBe('saved')
    expect(text(form, A)).toBe('12345')
    expect(world.store.size).toBe(0)
    expect(form.state().savedAt).toBe('2022-10-12T01:00:00.000Z')
  })

  it('sends after a pause as well, without touching what is being typed', async () => {
    const world = new World()
    const form = world.open([cell(A)])
    form.type(A, figure('12.'))
    await world.pass(PAUSE)
    expect(world.server.get(A)).toMatchObject({ version: 1 })
    expect(text(form, A)).toBe('12.')
    form.type(A, figure('12.5'))
    form.leave(A)
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '12.5' }, version: 2 })
  })

  it('has one request under way at a time; what is typed meanwhile goes with the next', async () => {
    const world = new World()
    const form = world.open([cell(A), cell(B)])
    form.type(A, figure('1'))
    form.leave(A)
    form.type(B, figure('2'))
    form.leave(B)
    form.type(A, figure('3'))
    form.leave(A)
    await world.pass(0)
    expect(world.requests.map((edits) => edits.length)).toEqual([1, 2])
    expect(world.server.get(A)).toMatchObject({ content: { value: '3' }, version: 2 })
    expect(form.unsent()).toEqual([])
  })

  it('does not send what did not change, however often a cell is left', async () => {
    const world = new World()
    const form = world.open([cell(A, '5')])
    form.type(A, figure('5.0'))
    form.leave(A)
    form.leave(A)
    await world.pass(60_000)
    expect(world.requests).toEqual([])
    expect(text(form, A)).toBe('5')
  })

  it('an emptied box is blank, not zero', async () => {
    const world = new World()
    world.server.set(A, saved('5', 1))
    const form = world.open([cell(A)])
    form.type(A, figure(' '))
    form.leave(A)
    await world.pass(0)
    expect(world.server.get(A)?.content).toEqual({ state: 'blank' })
    expect(status(form, A)).toBe('empty')
  })
})

describe('what cannot be read', () => {
  it('stays visible with its reason, is not sent, and is kept over a reload', async () => {
    const world = new World()
    const form = world.open([cell(A, '5')])
    form.type(A, figure('1e400'))
    expect(status(form, A)).toBe('typing')
    form.leave(A)
    await world.pass(60_000)
    expect(status(form, A)).toBe('refused')
    expect(world.requests).toEqual([])
    const again = world.open([cell(A, '5')])
    expect(text(again, A)).toBe('1e400')
    expect(status(again, A)).toBe('refused')
  })

  it('a refusal of the server is shown until something else is typed', async () => {
    const world = new World()
    const form = world.open([cell(A)])
    form.type(A, figure('666'))
    form.leave(A)
    await world.pass(60_000)
    expect(status(form, A)).toBe('refused')
    expect(world.requests).toHaveLength(1)
    form.type(A, figure('667'))
    form.leave(A)
    await world.pass(0)
    expect(status(form, A)).toBe('saved')
  })
})

describe('a network that fails', () => {
  it('keeps what was typed and tries again, ever more seldom', async () => {
    const world = new World()
    world.troubles.push('lostBefore', 'lostBefore', 'lostBefore')
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    expect(form.state().connection).toBe('offline')
    expect(status(form, A)).toBe('waiting')
    expect(world.store.has(A)).toBe(true)
    await world.pass(1999)
    expect(world.requests).toHaveLength(1)
    await world.pass(1)
    expect(world.requests).toHaveLength(2)
    await world.pass(12_000)
    expect(form.state().connection).toBe('fine')
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
    expect(world.store.size).toBe(0)
  })

  it('cut off in mid-typing and reloaded: all is there, and is sent', async () => {
    const world = new World()
    world.troubles.push('lostBefore')
    const form = world.open([cell(A), cell(B)])
    form.type(A, figure('7'))
    form.leave(A)
    form.type(B, figure('8'))
    await world.pass(0)
    form.stop()
    const again = world.open([cell(A), cell(B)])
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
    expect(world.server.get(B)).toMatchObject({ content: { value: '8' } })
    expect(again.unsent()).toEqual([])
  })

  it('an answer that was lost makes no conflict with oneself', async () => {
    const world = new World()
    world.troubles.push('lostAfter')
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    form.type(A, figure('8'))
    form.leave(A)
    await world.pass(60_000)
    expect(status(form, A)).toBe('saved')
    expect(world.server.get(A)).toMatchObject({ content: { value: '8' }, version: 2 })
  })

  it('the same over a reload: what the server has already is not sent again', async () => {
    const world = new World()
    world.troubles.push('lostAfter')
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    form.stop()
    const again = world.open([cell(A)])
    await world.pass(0)
    expect(world.requests).toHaveLength(1)
    expect(world.store.size).toBe(0)
    expect(status(again, A)).toBe('saved')
  })
})

describe('a session that ends', () => {
  it('loses nothing, and goes on after signing in', async () => {
    const world = new World()
    world.troubles.push({ kind: 'signedOut' })
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    expect(form.state().connection).toBe('signedOut')
    expect(world.store.has(A)).toBe(true)
    form.retry()
    await world.pass(0)
    expect(form.state().connection).toBe('fine')
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
  })

  it("somebody else's session is not tried over and over", async () => {
    const world = new World()
    world.troubles.push({ kind: 'otherAccount' })
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(600_000)
    expect(world.requests).toHaveLength(1)
    expect(world.store.has(A)).toBe(true)
    form.retry()
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
  })
})

describe('a report that cannot be edited any more', () => {
  it('stops sending, keeps what was typed, and shows it as a proposal later', async () => {
    const world = new World()
    world.troubles.push({ kind: 'closed', refusal: { code: 'notEditable', detail: { status: 'certified' } } })
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(600_000)
    expect(form.state().closed).toMatchObject({ code: 'notEditable' })
    expect(world.requests).toHaveLength(1)

    const certified = world.open([])
    await world.pass(0)
    expect(certified.state().stranded.get(A)?.typed.text).toBe('7')
    expect(world.requests).toHaveLength(1)
    certified.discard(A)
    expect(world.store.size).toBe(0)
    expect(certified.state().stranded.size).toBe(0)
  })

  it('a page renewed without a cell strands its draft', () => {
    const world = new World()
    const form = world.open([cell(A), cell(B)])
    form.type(A, figure('x'))
    form.leave(A)
    form.renew([cell(B)], { asked: 2, answered: 0, version: 1 })
    expect(form.state().stranded.get(A)?.typed.text).toBe('x')
    expect([...form.state().cells.keys()]).toEqual([B])
  })
})

describe('a draft from before the report was signed', () => {
  /** A month ago: typed, never sent; then the report was submitted and came back as version 2. */
  const returned = async () => {
    const world = new World()
    world.server.set(B, saved('5', 1))
    world.troubles.push('lostBefore', 'lostBefore')
    const before = world.open([cell(A), cell(B)])
    before.fill([
      { key: A, typed: figure('7') },
      { key: B, typed: figure('8') },
    ])
    await world.pass(0)
    before.stop()
    world.troubles.length = 0
    const sent = world.requests.length
    const form = world.open([cell(A), cell(B)], 2)
    await world.pass(600_000)
    return { world, form, sent }
  }

  it('is proposed, not written by itself, although nobody changed its cell', async () => {
    const { world, form, sent } = await returned()
    expect(world.requests).toHaveLength(sent)
    expect([...form.state().stranded.keys()]).toEqual([A, B])
    expect(text(form, B)).toBe('5')
    expect(world.server.has(A)).toBe(false)
    // Also over any number of reloads.
    form.stop()
    const again = world.open([cell(A), cell(B)], 2)
    await world.pass(600_000)
    expect(world.requests).toHaveLength(sent)
    expect(again.state().stranded.get(B)?.typed.text).toBe('8')
  })

  it('is filled in by the person as one fill, which one undoing takes back', async () => {
    const { world, form } = await returned()
    form.fillStranded([A, B])
    await world.pass(0)
    expect(form.state().stranded.size).toBe(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
    expect(world.server.get(B)).toMatchObject({ content: { value: '8' } })
    expect(world.store.size).toBe(0)
    expect(form.undoLatest()).toBe(true)
    await world.pass(0)
    expect(text(form, A)).toBe('')
    expect(text(form, B)).toBe('5')
  })

  it('is forgotten when the server has just that', async () => {
    const { world } = await returned()
    world.server.set(B, saved('8', 2))
    const form = world.open([cell(A), cell(B)], 2)
    expect([...form.state().stranded.keys()]).toEqual([A])
  })

  it('of a page left open meanwhile is stranded as well when the page brings the new version', async () => {
    const world = new World()
    const form = world.open([cell(A)])
    world.troubles.push({ kind: 'closed', refusal: { code: 'versionPassed', detail: {} } })
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    form.renew([cell(A)], { asked: 1, answered: 0, version: 2 })
    await world.pass(600_000)
    expect(form.state().stranded.get(A)?.typed.text).toBe('7')
    expect(text(form, A)).toBe('')
    expect(world.requests).toHaveLength(1)
  })

  it('shown while the report was locked stays a proposal when the lock is lifted', async () => {
    const world = new World()
    world.troubles.push({ kind: 'closed', refusal: { code: 'periodLocked', detail: {} } })
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    form.stop()
    world.open([]).stop()
    const reopened = world.open([cell(A)])
    await world.pass(600_000)
    expect(world.requests).toHaveLength(1)
    expect(reopened.state().stranded.get(A)?.typed.text).toBe('7')
  })
})

describe('two people in one cell', () => {
  const inConflict = async () => {
    const world = new World()
    world.server.set(A, saved('5', 1))
    const form = world.open([cell(A)])
    world.save({ indicator: 'pledge_amount', part: '', baseVersion: 1, state: 'figure', text: '6' }, '李晨')
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    return { world, form }
  }

  it('nothing is overwritten; mine, theirs and base are there to choose from', async () => {
    const { world, form } = await inConflict()
    expect(status(form, A)).toBe('conflict')
    expect(world.server.get(A)).toMatchObject({ content: { value: '6' } })
    const { draft } = form.state().cells.get(A) ?? {}
    expect(draft).toMatchObject({
      typed: { text: '7' },
      base: { content: { value: '5' }, version: 1 },
      theirs: { content: { value: '6' }, version: 2, by: '李晨' },
    })
  })

  it('mine is saved over theirs, knowingly', async () => {
    const { world, form } = await inConflict()
    form.choose(A, 'mine')
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' }, version: 3 })
    expect(status(form, A)).toBe('saved')
  })

  it('theirs stands', async () => {
    const { world, form } = await inConflict()
    form.choose(A, 'theirs')
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '6' }, version: 2 })
    expect(text(form, A)).toBe('6')
    expect(world.store.size).toBe(0)
  })

  it('typing what they have settles it', async () => {
    const { world, form } = await inConflict()
    form.type(A, figure('6'))
    form.leave(A)
    await world.pass(0)
    expect(status(form, A)).toBe('saved')
    expect(world.server.get(A)).toMatchObject({ version: 2 })
  })

  it('different cells of one form never conflict', async () => {
    const world = new World()
    const form = world.open([cell(A), cell(B)])
    world.save(
      { indicator: 'transfers_licenses', part: '', baseVersion: 0, state: 'figure', text: '6' },
      '李晨',
    )
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    expect(form.unsent()).toEqual([])
  })

  it('two tabs of one person: the second gets the conflict', async () => {
    const world = new World()
    const one = world.open([cell(A)])
    const two = world.open([cell(A)])
    one.type(A, figure('1'))
    one.leave(A)
    await world.pass(0)
    two.type(A, figure('2'))
    two.leave(A)
    await world.pass(0)
    expect(status(two, A)).toBe('conflict')
    expect(world.server.get(A)).toMatchObject({ content: { value: '1' }, version: 1 })
  })
})

describe('a fill of several cells', () => {
  it('is saved as one request and undone as a whole', async () => {
    const world = new World()
    world.server.set(A, saved('5', 1))
    const form = world.open([cell(A), cell(B)])
    form.fill([
      { key: A, typed: figure('１０') },
      { key: B, typed: figure('x') },
    ])
    await world.pass(0)
    expect(world.server.get(A)).toMatchObject({ content: { value: '10' } })
    expect(status(form, B)).toBe('refused')
    expect(form.undoable()).toBe(2)
    expect(form.undo()).toBe(true)
    await world.pass(0)
    expect(text(form, A)).toBe('5')
    expect(text(form, B)).toBe('')
    expect(world.server.get(A)).toMatchObject({ content: { value: '5' }, version: 3 })
    expect(form.undo()).toBe(false)
  })

  it('is no longer undone once one of its cells was typed over', () => {
    const form = new World().open([cell(A), cell(B)])
    form.fill([
      { key: A, typed: figure('1') },
      { key: B, typed: figure('2') },
    ])
    form.type(B, figure('3'))
    expect(form.undoable()).toBe(0)
    expect(form.undo()).toBe(false)
    expect(text(form, A)).toBe('1')
  })
})

describe('leaving the page', () => {
  it('flush sends what is typed and names what is still not saved', async () => {
    const world = new World()
    const form = world.open([cell(A), cell(B)])
    form.type(A, figure('7'))
    form.type(B, figure('-1'))
    const unsent = await form.flush()
    expect(unsent.map(({ key }) => key)).toEqual([B])
    expect(world.server.get(A)).toMatchObject({ content: { value: '7' } })
  })

  it('flush does not hang without a network', async () => {
    const world = new World()
    world.troubles.push('lostBefore')
    const form = world.open([cell(A)])
    form.type(A, figure('7'))
    expect((await form.flush()).map(({ key }) => key)).toEqual([A])
  })

  it('coming back with an older page does not take what was saved since for unsaved', async () => {
    const world = new World()
    const page = [cell(A)]
    const form = world.open(page)
    form.type(A, figure('7'))
    form.leave(A)
    await world.pass(0)
    const { answered } = form.state()
    expect(answered).toBe(1)
    form.renew(page, { asked: 1, answered: 0, version: 1 })
    expect(text(form, A)).toBe('7')
    expect(form.state().answered).toBe(answered)
    form.type(A, figure('8'))
    form.leave(A)
    await world.pass(0)
    expect(status(form, A)).toBe('saved')
  })
})
