import type pg from 'pg'
import { DEMO_PASSWORD } from '@/lib/accounts/demonstration'
import { hashPassword, oneTimePassword } from '@/lib/accounts/passwords'
import type { Role } from '@/lib/access/roles'
import { configuredStore } from '@/lib/files/configured-store'
import { asOwner, readSettings } from '@/lib/store/owner'
import { uuid7 } from '@/lib/store/uuid7'
import type { City } from '@/lib/store/cities'
import { demonstrationCities, selected2020 } from './demonstration/cities'
import { reportingPeriods } from './demonstration/periods'

export type SeedMode = 'demo' | 'empty' | 'cohort2020'

export interface SeededAccount {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly password: string
}

export interface SeedResult {
  /** Whether this run laid the data down; false when it was there already. */
  readonly created: boolean
  /** The demonstration accounts, or the first administrator just after its creation; else empty. */
  readonly accounts: readonly SeededAccount[]
}

/** "Today" of the demonstration: 2022Q3 is open and due on the twentieth. */
const DEMO_NOW = '2022-10-12 09:00:00+08'
/** Before the first report was asked for. */
const DEMO_ACCOUNTS_SINCE = '2020-08-20 09:00:00+08'

const demoAccounts: readonly (Omit<SeededAccount, 'password'> & { city?: string; province?: string })[] = [
  ...demonstrationCities.flatMap(({ code, login, officer, certifier }) => [
    { login, name: officer, role: 'city_officer' as const, city: code },
    { login: `${login}-sign`, name: certifier, role: 'city_certifier' as const, city: code },
  ]),
  { login: 'donghai', name: '韩雪梅', role: 'provincial_reviewer', province: '91' },
  { login: 'hejing', name: '何静', role: 'provincial_reviewer', province: '91' },
  { login: 'xiling', name: '丁伟', role: 'provincial_reviewer', province: '92' },
  { login: 'cnipa', name: '沈立', role: 'cnipa_reviewer' },
  { login: 'mof', name: '方敏', role: 'mof_reviewer' },
  { login: 'assessor', name: '顾明哲', role: 'assessor' },
  { login: 'assessor-2', name: '钟晓岚', role: 'assessor' },
  { login: 'assessor-lead', name: '罗文斌', role: 'assessor' },
  { login: 'finance', name: '曹宁', role: 'finance_officer' },
  { login: 'finance-approve', name: '邓毅', role: 'finance_approver' },
  { login: 'sysadmin', name: '系统管理员', role: 'system_admin' },
  { login: 'secadmin', name: '安全管理员', role: 'security_admin' },
  { login: 'auditadmin', name: '审计管理员', role: 'audit_admin' },
]

/** Why a data folder cannot be used as asked, in both languages: the launcher prints it as it is. */
class SeedRefused extends Error {}

/**
 * Lays down the first data of a portal, once: the demonstration, nothing but a first administrator, or the eleven cities
 * selected in 2020 with no figures. Interrupted, it goes on where it stopped. A database keeps the mode it was made in.
 * @param urls the owner's login, for settings and reference data, and the application's, through which all reports go
 * @param files the folder of uploaded files, unless the environment names a store that speaks S3
 * @throws SeedRefused when the database was made in another mode
 */
export function seed({
  ownerUrl,
  appUrl,
  mode,
  files,
}: {
  ownerUrl: string
  appUrl: string
  mode: SeedMode
  files: string
}): Promise<SeedResult> {
  return asOwner(ownerUrl, async (owner) => {
    const settings = await readSettings(owner)
    const existing = settings.get('mode')
    if (existing !== undefined && existing !== mode) {
      throw new SeedRefused(
        `这个数据库是以 ${existing} 模式建立的，不能以 ${mode} 模式启动：请去掉该选项，或另选数据目录。\n` +
          `This database was made in mode ${existing} and cannot be started as ${mode}: leave the option out, or choose another data folder.`,
      )
    }
    await setSetting(owner, 'mode', mode)
    if (settings.get('seeded') === 'yes')
      return { created: false, accounts: mode === 'demo' ? withPassword() : [] }
    const accounts = await layDown(owner, { appUrl, mode, files })
    await setSetting(owner, 'seeded', 'yes')
    return { created: true, accounts }
  })
}

/**
 * Sets the demonstration's clock at each start: it goes on from the last thing that happened, never back, and stands still
 * while the portal is off, so that the open quarter of the demonstration stays open.
 */
export async function anchorDemoClock(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    if ((await readSettings(owner)).get('mode') !== 'demo') return
    await owner.query(
      `INSERT INTO portal_setting (key, value)
       SELECT 'clock_offset', (greatest($1::timestamptz, (SELECT max(at) + interval '1 second' FROM audit_event)) - now())::text
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [DEMO_NOW],
    )
  })
}

async function layDown(
  owner: pg.Client,
  { appUrl, mode, files }: { readonly appUrl: string; readonly mode: SeedMode; readonly files: string },
): Promise<readonly SeededAccount[]> {
  for (const window of reportingPeriods(mode)) {
    await owner.query(
      'INSERT INTO reporting_period (period, opens_at, due_at, locked_after) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [window.period, window.opensAt, window.dueAt, window.lockedAfter],
    )
  }
  const cities = mode === 'demo' ? demonstrationCities : mode === 'cohort2020' ? selected2020 : []
  for (const city of cities) await insertCity(owner, city)
  if (mode !== 'demo') {
    const admin = {
      login: 'admin',
      name: '首任安全管理员',
      role: 'security_admin' as const,
      password: oneTimePassword(),
    }
    await owner.query(`DELETE FROM account WHERE login = 'admin' AND must_change_password`)
    await insertAccount(owner, admin, await hashPassword(admin.password), true)
    return [admin]
  }
  const hash = await hashPassword(DEMO_PASSWORD)
  for (const account of demoAccounts) {
    // Addresses that no server can reach; one city has given none, so that reviewers see what that looks like.
    const email = account.login.startsWith('beichuan') ? null : `${account.login}@chengji.example`
    await insertAccount(owner, account, hash, false, DEMO_ACCOUNTS_SINCE, email)
  }
  // Most of the portal comes with it, which a start on data that is there already need not wait for.
  const { playDemonstration } = await import('./demonstration/play')
  await playDemonstration(owner, appUrl, configuredStore(files))
  return withPassword()
}

const withPassword = (): SeededAccount[] =>
  demoAccounts.map(({ login, name, role }) => ({ login, name, role, password: DEMO_PASSWORD }))

async function insertCity(owner: pg.Client, city: City): Promise<void> {
  await owner.query(
    'INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    [city.code, city.nameZh, city.nameEn, city.provinceZh, city.provinceEn, city.sortKey],
  )
}

async function insertAccount(
  owner: pg.Client,
  account: { login: string; name: string; role: Role; city?: string; province?: string },
  hash: string,
  mustChange: boolean,
  since: string | null = null,
  email: string | null = null,
): Promise<void> {
  await owner.query(
    `INSERT INTO account (id, login, name, role, city, province, password_hash, must_change_password, created_at, email)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, chengji_now()), $10) ON CONFLICT (login) DO NOTHING`,
    [
      uuid7(new Date(DEMO_NOW)),
      account.login,
      account.name,
      account.role,
      account.city ?? null,
      account.province ?? null,
      hash,
      mustChange,
      since,
      email,
    ],
  )
}

async function setSetting(owner: pg.Client, key: string, value: string): Promise<void> {
  await owner.query(
    'INSERT INTO portal_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  )
}
