import { expect, it } from 'vitest'
import { oneAhead } from '@/lib/documents/one-ahead'

/** Numbers from 1 on, which say what became of them. */
async function* numbers(said: string[], last: number, fails?: number) {
  try {
    for (let each = 1; each <= last; each++) {
      said.push(`begun ${each}`)
      await Promise.resolve()
      if (each === fails) throw new Error(`no ${each}`)
      yield each
    }
  } finally {
    said.push('over')
  }
}

it('Begins one while the one before it is used, and never two', async () => {
  const said: string[] = []
  for await (const each of oneAhead(numbers(said, 3))) {
    await Promise.resolve()
    said.push(`used ${each}`)
  }
  expect(said).toEqual(['begun 1', 'begun 2', 'used 1', 'begun 3', 'used 2', 'over', 'used 3'])
})

it('What fails ahead of its turn fails at its turn', async () => {
  const said: string[] = []
  const use = async () => {
    for await (const each of oneAhead(numbers(said, 3, 2))) said.push(`used ${each}`)
  }
  await expect(use()).rejects.toThrow('no 2')
  expect(said).toContain('used 1')
})

it('Whoever stops early waits for what was begun, and nothing more is begun', async () => {
  const said: string[] = []
  for await (const each of oneAhead(numbers(said, 3, 2))) {
    said.push(`used ${each}`)
    break
  }
  expect(said.toSorted()).toEqual(['begun 1', 'begun 2', 'over', 'used 1'])
})
