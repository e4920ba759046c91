import pg from 'pg'
import { vi } from 'vitest'

/** Runs a reading and tells what was asked of the database, without the transaction around it and the statement of the permit. */
export async function statementsOf(read: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  const watched = vi.spyOn(pg.Client.prototype, 'query').mockName('query')
  try {
    await read()
    for (const [first] of watched.mock.calls as unknown as [string | { text: string }][]) {
      asked.push(typeof first === 'string' ? first : first.text)
    }
  } finally {
    watched.mockRestore()
  }
  return asked.filter((sql) => !/^\s*(?:BEGIN|COMMIT|\/\* prepared enter)/i.test(sql))
}
