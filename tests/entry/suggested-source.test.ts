import { describe, expect, it } from 'vitest'
import { known, leave, shown, type, type EntryCell } from '@/lib/entry/cell'
import { isSuggested } from '@/lib/entry/suggested-source'
import { readContent, sameContent } from '@/lib/entry/content'
import { readKept, writeKept } from '@/lib/entry/kept'
import { cell, figure, saved } from './world'

const SUGGESTED = { office: '市统计局', period: '2022Q2' }
const blank = (): EntryCell => ({ ...cell('pledge_amount/'), suggested: SUGGESTED })
const sourced = { office: '市统计局', document: '统函〔2022〕9号' }

describe('the office that supplied a figure last quarter', () => {
  it('is taken along with the first figure, never with a document number, and is a suggestion until saved', () => {
    const typed = type(blank(), figure('12'))
    expect(shown(typed).source).toEqual({ office: '市统计局', document: '' })
    expect(isSuggested(typed)).toBe(true)
    const then = { ...leave(typed), draft: null, saved: { ...saved('12', 1) } }
    expect(isSuggested(then)).toBe(false)
  })

  it('goes with the figure when that is taken away again: nothing is left to save', () => {
    const undone = leave(
      type(type(blank(), figure('12')), { ...figure(''), source: { office: '市统计局', document: '' } }),
    )
    expect(undone.draft).toBeNull()
    expect(undone.saved.content).toEqual({ state: 'blank' })
  })

  it('stays away once it was removed, and from a cell that was ever saved', () => {
    const first = type(blank(), figure('12'))
    const removed = type(first, { ...figure('12'), source: { office: '', document: '' } })
    const again = type(removed, { ...shown(removed), text: '13' })
    expect(known(leave(again))).toEqual({ state: 'figure', value: '13' })
    const old = { ...blank(), saved: saved('5', 1) }
    expect(shown(type(old, figure('6'))).source).toBeUndefined()
  })
})

describe('a source', () => {
  it('is part of what a cell says: another document is another content', () => {
    const content = { state: 'figure', value: '1' } as const
    expect(
      sameContent({ ...content, source: sourced }, { ...content, source: { ...sourced, document: '' } }),
    ).toBe(false)
    expect(sameContent(content, { ...content, source: { office: '', document: '' } })).toBe(true)
  })

  it('may stand in a cell that its register answers, and is refused when longer than 120 signs', () => {
    expect(readContent('家', 'count', { state: 'blank', source: sourced })).toEqual({
      ok: true,
      value: { state: 'blank', source: sourced },
    })
    expect(
      readContent('家', 'count', { state: 'blank', source: { office: '长'.repeat(121), document: '' } }),
    ).toMatchObject({ ok: false, error: { code: 'tooLong', detail: { limit: '120', got: '121' } } })
  })

  it('survives in the browser with its draft', () => {
    const typed = { ...figure('12'), source: sourced }
    const kept = { typed, base: saved(null, 0), sent: [], report: 1 }
    expect(readKept(writeKept(kept))?.typed).toEqual(typed)
    const broken = JSON.stringify({ ...kept, typed: { ...typed, source: 7 } })
    expect(readKept(broken)).toBeUndefined()
  })
})
