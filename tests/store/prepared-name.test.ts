import { describe, expect, it } from 'vitest'
import { preparedName } from '@/lib/store/client'

describe('the name of a prepared statement', () => {
  it('stands for one text alone: pages and actions come in bundles of their own and share the connections', () => {
    const names = ['INSERT INTO a', 'INSERT INTO b'].map((sql) =>
      preparedName({ sql: `/* prepared insert */ ${sql}` }),
    )
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name).toMatch(/^insert_\w{16}$/)
    expect(preparedName({ sql: '/* prepared insert */ INSERT INTO a' })).toBe(names[0])
  })

  it('is none where a statement asks for none', () => {
    expect(preparedName({ sql: 'SELECT 1' })).toBe('')
  })
})
