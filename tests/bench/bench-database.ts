import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Actor } from '@/lib/access/roles'
import { prepareApplicationRole } from '@/lib/store/application-role'
import { connect, usePrisma } from '@/lib/store/client'
import { startEmbeddedPostgres } from '@/lib/store/embedded-postgres'
import { migrate } from '@/lib/store/migrate'

/** The quarter that is open in a bench's database. */
export const PERIOD = '2022Q3'
const PASSWORD = 'password-of-the-bench'

/**
 * Runs a bench on an embedded database with all its safety after a crash, with as many cities as asked for, an officer in each,
 * and an open quarter; nothing of it is left afterwards.
 */
export async function withDatabase<T>(
  cities: number,
  run: (officers: readonly Actor[], appUrl: string, ownerUrl: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-bench-'))
  // As root the server runs as another user, which must get through to its own folder.
  chmodSync(folder, 0o755)
  process.env.CHENGJI_FILES_DIR = path.join(folder, 'files')
  const server = await startEmbeddedPostgres(path.join(folder, 'pg'), [])
  try {
    const ownerUrl = server.url('postgres')
    const appUrl = await prepareApplicationRole(ownerUrl, PASSWORD)
    await migrate(ownerUrl)
    const officers = await arrange(ownerUrl, cities)
    const client = connect(appUrl)
    const before = usePrisma(client)
    try {
      return await run(officers, appUrl, ownerUrl)
    } finally {
      usePrisma(before)
      await client.$disconnect()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function arrange(ownerUrl: string, cities: number): Promise<readonly Actor[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('INSERT INTO reporting_period VALUES ($1, $2, $3, NULL)', [
    PERIOD,
    '2022-01-01T00:00:00+08:00',
    '2099-01-01T00:00:00+08:00',
  ])
  const officers: Actor[] = []
  for (let i = 0; i < cities; i++) {
    const city = String(910_000 + i)
    const officer: Actor = {
      id: randomUUID(),
      login: `bench${i}`,
      name: `Bench ${i}`,
      role: 'city_officer',
      city,
      province: null,
      locale: 'zh-CN',
    }
    await owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key) VALUES ($1, $1, $1, '省', 'P', $1)`,
      [city],
    )
    await owner.query(
      `INSERT INTO account (id, login, name, role, city, password_hash, must_change_password, created_at)
       VALUES ($1, $2, $3, $4, $5, 'none', false, chengji_now())`,
      [officer.id, officer.login, officer.name, officer.role, city],
    )
    officers.push(officer)
  }
  await owner.end()
  return officers
}
