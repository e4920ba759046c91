import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareApplicationRole } from '@/lib/store/application-role'
import { emptyDatabase, freshDatabase } from '@/tests/support/database'

let database: Awaited<ReturnType<typeof emptyDatabase>>

beforeEach(async () => {
  database = await emptyDatabase()
})

afterEach(() => database.drop())

const whoAmI = async (url: string): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ who: string }>('SELECT current_user AS who')).rows[0]?.who
  } finally {
    await client.end()
  }
}

describe('the role of the application', () => {
  it('logs in where the owner logs in, and is left alone when its password fits', async () => {
    const { appUrl, drop } = await freshDatabase()
    const { password } = new URL(appUrl)
    const url = await prepareApplicationRole(database.ownerUrl, password)
    expect(new URL(url).host).toBe(new URL(database.ownerUrl).host)
    expect(await whoAmI(url)).toBe('chengji_app')
    expect(await whoAmI(appUrl)).toBe('chengji_app')
    await drop()
  })

  it('keeps its password while another database of the server relies on it', async ({ skip }) => {
    const other = await freshDatabase()
    const wrong = Object.assign(new URL(other.appUrl), { password: 'another' }).href
    // A server that asks nobody for a password cannot show this.
    const asks = await whoAmI(wrong).then(
      () => false,
      () => true,
    )
    skip(!asks, 'the server trusts everyone')
    await expect(prepareApplicationRole(database.ownerUrl, 'another')).rejects.toMatchObject({
      fault: 'inUse',
    })
    expect(await whoAmI(other.appUrl)).toBe('chengji_app')
    await other.drop()
  })
})
