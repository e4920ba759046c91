import { describe, expect, it } from 'vitest'
import { Autosave } from '@/lib/entry/autosave'
import { practicePort } from '@/lib/entry/practice-port'
import { PRACTICE, PRACTICE_STEPS, stepsDone } from '@/lib/entry/practice-steps'
import { cell, figure } from './world'

const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('the exercise', () => {
  it('is done step by step, each only after the one before, and answers as the portal does', async () => {
    const cells = [PRACTICE.typed, ...PRACTICE.pasted].map(({ key }) => cell(key))
    const form = new Autosave(
      cells,
      { asked: 4, answered: 0, version: 1 },
      practicePort(cells, () => () => undefined),
    )
    form.start()
    let done = 0
    const look = async () => {
      await settle()
      done = stepsDone(done, form.state().cells)
      return PRACTICE_STEPS[done]
    }
    const paste = () => {
      form.fill(PRACTICE.pasted.map(({ key, value }) => ({ key, typed: figure(value) })))
    }
    paste()
    form.undo()
    expect(await look()).toBe('type')
    form.type(PRACTICE.typed.key, figure('abc'))
    form.leave(PRACTICE.typed.key)
    expect(await look()).toBe('type')
    form.type(PRACTICE.typed.key, figure('5,184'))
    form.leave(PRACTICE.typed.key)
    expect(await look()).toBe('paste')
    paste()
    expect(await look()).toBe('undo')
    expect(form.state()).toMatchObject({ asked: 4, answered: 4, connection: 'fine' })
    expect(form.undoLatest()).toBe(true)
    expect(await look()).toBe('notYet')
    form.type(PRACTICE.notYet.key, {
      ...figure(''),
      state: 'notYetAvailable',
      reason: '待科技局提供',
      expectedOn: '2022-10-20',
    })
    form.leave(PRACTICE.notYet.key)
    expect(await look()).toBeUndefined()
  })
})
