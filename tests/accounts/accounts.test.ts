import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { ROLES, type Actor } from '@/lib/access/roles'
import { endOwnSessions } from '@/lib/accounts/end-own-sessions'
import {
  addAccount,
  changeOwnPassword,
  disableAccount,
  endSessions,
  reissuePassword,
  type AccountForm,
} from '@/lib/accounts/manage-accounts'
import { readAccountList } from '@/lib/accounts/read-accounts'
import { hashPassword } from '@/lib/accounts/passwords'
import { readOwnAccount } from '@/lib/accounts/read-own-account'
import { SESSION_LIMITS } from '@/lib/accounts/session-limits'
import { endSession, LOCK, resumeSession, signIn } from '@/lib/accounts/sign-in'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { HOME, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'

const PASSWORD = 'Correct-horse-9'
const manage = authorize(people.security, 'account.manage')
const START = '2022-10-12T01:00:00Z'

let world: World
let hash: string
beforeAll(async () => {
  world = await makeWorld()
  hash = await hashPassword(PASSWORD)
})
afterAll(() => world.drop())

let serial = 0
const form = (changes: Partial<AccountForm> = {}): AccountForm => ({
  login: `new.person-${++serial}`,
  name: 'New Person',
  role: 'city_officer',
  city: HOME,
  province: '',
  ...changes,
})

/** An account that has had its password for long. */
async function person(): Promise<Actor> {
  const { login } = await addAccount(manage, form())
  const { rows } = await world.owner.query<{ id: string }>(
    'UPDATE account SET password_hash = $1, must_change_password = false WHERE login = $2 RETURNING id',
    [hash, login],
  )
  return { ...people.officer, id: rows[0]?.id ?? '', login }
}

const enter = async (login: string, password = PASSWORD): Promise<string> => {
  const session = await signIn(login, password)
  if (session === null) throw new Error('not signed in')
  return session.sessionId
}

describe('signing in', () => {
  it('opens a session with the right password, however the login is written, and with no other', async () => {
    const { login } = await person()
    expect(await signIn(login.toUpperCase(), PASSWORD)).toMatchObject({ mustChangePassword: false })
    for (const wrong of [
      '',
      'wrong',
      PASSWORD.toLowerCase(),
      `${PASSWORD} `,
      `${PASSWORD}\u0000`,
      'x'.repeat(5000),
    ]) {
      expect(await signIn(login, wrong)).toBeNull()
    }
    expect(await resumeSession(await enter((await person()).login))).toMatchObject({
      actor: { role: 'city_officer', city: HOME },
    })
  })

  it.each(['nobody-at-all', '', 'a\u0000b', "' OR 1=1 --", '\ud800', 'ü'.repeat(300)])(
    'answers %j as it answers a wrong password',
    async (login) => {
      expect(await signIn(login, PASSWORD)).toBeNull()
    },
  )

  it('is locked after five wrong passwords for fifteen minutes, by the portal’s clock, even with the right one', async () => {
    const { login } = await person()
    for (let i = 0; i < LOCK.attempts; i++) expect(await signIn(login, 'wrong')).toBeNull()
    expect(await signIn(login, PASSWORD)).toBeNull()
    await world.setClock('2022-10-12T01:14:59Z')
    expect(await signIn(login, PASSWORD)).toBeNull()
    await world.setClock('2022-10-12T01:15:00Z')
    expect(await signIn(login, PASSWORD)).not.toBeNull()
    await world.setClock(START)
  })

  it('forgets the failures once somebody gets in', async () => {
    const { login } = await person()
    for (let round = 0; round < 3; round++) {
      for (let i = 1; i < LOCK.attempts; i++) await signIn(login, 'wrong')
      expect(await signIn(login, PASSWORD)).not.toBeNull()
    }
  })

  it('gains nothing from guessing in parallel: at most five guesses count', async () => {
    const { login } = await person()
    await Promise.all(Array.from({ length: LOCK.attempts }, () => signIn(login, 'wrong')))
    expect(await signIn(login, PASSWORD)).toBeNull()
  })

  it('is refused to a right guess that was under way when the account was locked', async () => {
    const { login, id } = await person()
    const other = new pg.Client({ connectionString: world.ownerUrl })
    await other.connect()
    try {
      await other.query('BEGIN')
      await other.query(`UPDATE account SET locked_until = '2022-10-12T02:00:00Z' WHERE id = $1`, [id])
      const guess = signIn(login, PASSWORD)
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      while ((await world.owner.query(waiting)).rowCount === 0);
      await other.query('COMMIT')
      expect(await guess).toBeNull()
    } finally {
      await other.end()
    }
  })

  it('is refused to a disabled account, and allowed again when it is enabled', async () => {
    const { login, id } = await person()
    await disableAccount(manage, id, true)
    expect(await signIn(login, PASSWORD)).toBeNull()
    await disableAccount(manage, id, false)
    expect(await signIn(login, PASSWORD)).not.toBeNull()
  })
})

describe('a session', () => {
  it('ends at once when it is left, or ended by the administrator, or its account is disabled', async () => {
    const { login, id } = await person()
    const [left, ended, disabled] = [await enter(login), await enter(login), await enter(login)]
    await endSession(left)
    expect([await resumeSession(left), await resumeSession(ended)]).toEqual([null, expect.anything()])
    expect(await endSessions(manage, id)).toBe(2)
    expect([await resumeSession(ended), await resumeSession(disabled)]).toEqual([null, null])
    const last = await enter(login)
    await disableAccount(manage, id, true)
    expect(await resumeSession(last)).toBeNull()
    await disableAccount(manage, id, false)
    expect(await resumeSession(last)).toBeNull()
  })

  it('ends after two idle hours, and after twelve in any case', async () => {
    const { login } = await person()
    const [idle, busy] = [await enter(login), await enter(login)]
    for (let minutes = 60; minutes <= SESSION_LIMITS.hours * 60; minutes += 60) {
      await world.setClock(new Date(Date.parse(START) + minutes * 60_000).toISOString())
      expect(await resumeSession(busy)).not.toBeNull()
      if (minutes === 180) expect(await resumeSession(idle)).toBeNull()
    }
    await world.setClock('2022-10-12T13:01:00Z')
    expect(await resumeSession(busy)).toBeNull()
    await world.setClock(START)
  })

  it('can be ended by its owner, and by no other person', async () => {
    const [own, other] = [await person(), await person()]
    const [first, second, foreign] = [
      await enter(own.login),
      await enter(own.login),
      await enter(other.login),
    ]
    const permit = authorize(own, 'account.changeOwn')
    expect(await endOwnSessions(permit, { only: foreign })).toBe(0)
    expect(await endOwnSessions(permit, { allBut: second })).toBe(1)
    expect([await resumeSession(first), await resumeSession(second), await resumeSession(foreign)]).toEqual([
      null,
      expect.anything(),
      expect.anything(),
    ])
    const { sessions } = await readOwnAccount(authorize(own, 'account.readOwn'))
    expect(sessions.map(({ id }) => id)).toEqual([second])
  })

  it('that never was is nobody’s', async () => {
    expect(await resumeSession(randomUUID())).toBeNull()
  })
})

describe('a one-time password', () => {
  it('is given once, must be changed, and ends every session when it is given anew', async () => {
    const { login, password } = await addAccount(manage, form())
    expect(password).toMatch(/^(?:[a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}$/)
    const session = await signIn(login, password)
    expect(session).toMatchObject({ mustChangePassword: true })
    const resumed = await resumeSession(session?.sessionId ?? '')
    expect(resumed).toMatchObject({ mustChangePassword: true })
    const own = authorize(resumed?.actor ?? null, 'account.changeOwn')
    await changeOwnPassword(own, password, PASSWORD)
    expect(await resumeSession(session?.sessionId ?? '')).toBeNull()
    expect(await signIn(login, password)).toBeNull()
    expect(await signIn(login, PASSWORD)).toMatchObject({ mustChangePassword: false })

    const open = await enter(login)
    const anew = await reissuePassword(manage, resumed?.actor.id ?? '')
    expect(anew).not.toBe(password)
    expect(await resumeSession(open)).toBeNull()
    expect(await signIn(login, PASSWORD)).toBeNull()
    expect(await signIn(login, anew)).toMatchObject({ mustChangePassword: true })
  })

  it('opens nothing once seven days have gone, until it is given anew; a password of one’s own does', async () => {
    const { login, password } = await addAccount(manage, form())
    await world.setClock('2022-10-19T00:59:59Z')
    const session = await signIn(login, password)
    expect(session).toMatchObject({ mustChangePassword: true })
    await world.setClock('2022-10-19T01:00:00Z')
    expect(await signIn(login, password)).toBeNull()
    const { rows } = await world.owner.query<{ detail: object }>(
      `SELECT detail FROM audit_event WHERE detail ->> 'login' = $1 AND outcome = 'refused'`,
      [login],
    )
    expect(rows.map(({ detail }) => detail)).toMatchObject([{ login, expired: true }])
    const resumed = await resumeSession(session?.sessionId ?? '')
    expect(resumed).not.toBeNull()
    const anew = await reissuePassword(manage, resumed?.actor.id ?? '')
    const again = await resumeSession((await signIn(login, anew))?.sessionId ?? '')
    await changeOwnPassword(authorize(again?.actor ?? null, 'account.changeOwn'), anew, PASSWORD)
    await world.setClock('2022-12-31T00:00:00Z')
    expect(await signIn(login, PASSWORD)).toMatchObject({ mustChangePassword: false })
    await world.setClock(START)
  })
})

describe('one’s own password', () => {
  it.each([
    ['with the wrong present one', 'wrong', 'Another-good-1', 'passwordWrong'],
    ['to a short one', PASSWORD, 'Short-1', 'passwordWeak'],
    ['to one kind of sign', PASSWORD, 'aaaaaaaaaaaaaaaa', 'passwordWeak'],
    ['to an endless one', PASSWORD, `Aa1-${'x'.repeat(200)}`, 'passwordWeak'],
    ['to the one it is', PASSWORD, PASSWORD, 'passwordWeak'],
  ] as const)('is not changed %s', async (_, current, next, code) => {
    const own = await person()
    expect(await outcomeOf(() => changeOwnPassword(authorize(own, 'account.changeOwn'), current, next))).toBe(
      code,
    )
    expect(await signIn(own.login, PASSWORD)).not.toBeNull()
  })

  it('does not contain the login', async () => {
    const own = await person()
    const next = `My-${own.login.toUpperCase()}-9`
    const change = changeOwnPassword(authorize(own, 'account.changeOwn'), PASSWORD, next)
    // And is told so: its length and kinds are as they should be.
    await expect(change).rejects.toMatchObject({ code: 'passwordWeak', detail: { kinds: '4', named: 'yes' } })
    expect(refusalSentence('zh-CN', { code: 'passwordWeak', detail: { named: 'yes' } })).toMatch(
      /其中含有账号名。$/,
    )
  })
})

describe('an account', () => {
  it.each([
    ['a login with spaces', { login: 'two words' }, 'loginWrong'],
    ['a login of one sign', { login: 'x' }, 'loginWrong'],
    ['a login that is taken, whatever its case', { login: 'OFFICER' }, 'loginTaken'],
    ['no name', { name: '  ' }, 'nameMissing'],
    ['a name that is too long', { name: '长'.repeat(61) }, 'tooLong'],
    ['a name of control signs', { name: '\u0000\u0007' }, 'nameMissing'],
    ['a role that does not exist', { role: 'emperor' }, 'reachWrong'],
    ['a city role without a city', { city: '' }, 'reachWrong'],
    ['a city that does not exist', { city: '999999' }, 'reachWrong'],
    ['a city role with a province', { province: '91' }, 'reachWrong'],
    ['a national role with a city', { role: 'cnipa_reviewer' }, 'reachWrong'],
    ['a provincial role without its province', { role: 'provincial_reviewer', city: '' }, 'reachWrong'],
  ] as const)('is not made with %s', async (_, changes, code) => {
    const before = (await readAccountList(manage)).accounts
    expect(await outcomeOf(() => addAccount(manage, form(changes)))).toBe(code)
    expect((await readAccountList(manage)).accounts).toEqual(before)
  })

  it('asked for twice at the same moment is made once', async () => {
    const twice = form()
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(() => addAccount(manage, twice))))
    expect(outcomes.sort()).toEqual(['done', 'loginTaken', 'loginTaken'])
  })

  it('is never shown with its password, nor kept with it anywhere', async () => {
    const secrets = [PASSWORD, hash]
    const { login, password } = await addAccount(manage, form())
    secrets.push(password)
    await signIn(login, password)
    await signIn(login, 'Wrong-guess-77')
    await signIn('My-Password-In-The-Login-1', 'x')
    secrets.push('Wrong-guess-77', 'My-Password-In-The-Login-1')
    expect(JSON.stringify((await readAccountList(manage)).accounts)).not.toContain('argon2')
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    for (const { name } of tables) {
      const without = name === 'account' ? `to_jsonb(t) - 'password_hash'` : 'to_jsonb(t)'
      const { rows } = await world.owner.query<{ text: string }>(
        `SELECT (${without})::text AS text FROM ${name} t`,
      )
      const all = rows
        .map(({ text }) => text)
        .join('\n')
        .toLowerCase()
      for (const secret of secrets)
        expect({ name, has: all.includes(secret.toLowerCase()) }).toEqual({ name, has: false })
    }
  })

  it('that is one’s own is neither disabled nor re-issued by oneself', async () => {
    expect(await outcomeOf(async () => disableAccount(manage, people.security.id, true))).toBe('ownAccount')
    expect(await outcomeOf(() => reissuePassword(manage, people.security.id))).toBe('ownAccount')
  })

  it('that is none is not found', async () => {
    for (const id of [randomUUID(), 'x', '']) {
      expect(await outcomeOf(async () => disableAccount(manage, id, true))).toBe('notFound')
      expect(await outcomeOf(() => reissuePassword(manage, id))).toBe('notFound')
      expect(await outcomeOf(async () => endSessions(manage, id))).toBe('notFound')
    }
  })
})

describe('the three administrators', () => {
  it('cannot be combined: an account has one role, for good, and no more reach than it carries', async () => {
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    const change = async (sql: string): Promise<string | undefined> => {
      await app.query('BEGIN')
      try {
        await app.query(
          `SELECT set_config('app.scope', 'administration', true), set_config('app.account', $1, true)`,
          [people.security.id],
        )
        await app.query(sql)
        return undefined
      } catch (error) {
        return error instanceof pg.DatabaseError ? error.code : String(error)
      } finally {
        await app.query('ROLLBACK')
      }
    }
    try {
      for (const column of ['role', 'city', 'province', 'login', 'id']) {
        expect(await change(`UPDATE account SET ${column} = ${column}`)).toBe('42501')
      }
      expect(await change(`UPDATE account SET locale = 'en'`)).toBeUndefined()
    } finally {
      await app.end()
    }
    for (const role of ROLES) {
      const { rows } = await world.owner.query(`SELECT FROM account WHERE role = $1`, [role])
      expect(rows.length).toBeGreaterThan(0)
    }
    await expect(
      world.owner.query(`UPDATE account SET role = 'system_admin,audit_admin' WHERE login = 'system'`),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      world.owner.query(`UPDATE account SET city = '${HOME}' WHERE login = 'system'`),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
