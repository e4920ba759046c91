import { createHash } from 'node:crypto'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { changePassword } from '@/app/account/actions'
import { signIn as signInAction } from '@/app/sign-in/actions'
import type { Actor } from '@/lib/access/roles'
import { hashPassword } from '@/lib/accounts/passwords'
import { LOCK, signIn } from '@/lib/accounts/sign-in'
import { words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { Refusal } from '@/lib/values'
import { cityForm, generalForm, type FormState } from '@/lib/web/action'
import { cityGet, cityPost, generalGet } from '@/lib/web/handler'
import { pagePermit } from '@/lib/web/page'
import { orNotMade } from '@/lib/web/paper-not-made'
import { FAR, HOME, people } from '../support/actors'
import { makeWorld, type World } from '../support/fixtures'

// Who is asking; the cookie that says so is tested in the browser.
const asking = vi.hoisted((): { session: { actor: unknown; mustChangePassword: boolean } | null } => ({
  session: null,
}))
vi.mock('@/lib/web/session', () => ({
  currentSession: () => Promise.resolve(asking.session),
  currentActor: () => Promise.resolve(asking.session?.actor ?? null),
  currentSessionId: () => Promise.resolve(null),
  enter: (login: string, password: string) => signIn(login, password),
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve(new Map()),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
  notFound: () => {
    throw new Error('notFound')
  },
}))

const PASSWORD = 'Correct-horse-9'
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())
beforeEach(() => {
  asking.session = null
})

const as = (actor: Actor, { mustChangePassword = false } = {}) => {
  asking.session = { actor, mustChangePassword }
}

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

interface Denial {
  readonly actor_name: string
  readonly action: string
  readonly target: string
}

async function denials(): Promise<Denial[]> {
  const { rows } = await world.owner.query<Denial>(
    `SELECT actor_name, detail ->> 'denied' AS action, detail ->> 'target' AS target FROM audit_event
     WHERE detail ? 'denied' ORDER BY at, id`,
  )
  return rows
}

const start: FormState = { refusal: null, values: {} }

describe('a page', () => {
  it('sends whoever is not signed in to sign in, and a one-time password to be changed', async () => {
    await expect(pagePermit('city.read', HOME)).rejects.toThrow('redirect /sign-in')
    as(people.officer, { mustChangePassword: true })
    await expect(pagePermit('city.read', HOME)).rejects.toThrow('redirect /account')
    await expect(pagePermit('account.readOwn')).resolves.toMatchObject({ action: 'account.readOwn' })
  })

  it('of another city is not found, as is one that does not exist and one that is not for the role; each is recorded', async () => {
    as(people.officer)
    const before = (await denials()).length
    for (const city of [FAR, '999999', 'x', "' OR true --", 'a\u0000b', '9'.repeat(9999)]) {
      await expect(pagePermit('city.read', city)).rejects.toThrow('notFound')
    }
    await expect(pagePermit('account.manage')).rejects.toThrow('notFound')
    const recorded = (await denials()).slice(before)
    expect(recorded).toHaveLength(7)
    expect(recorded).toContainEqual({ actor_name: people.officer.login, action: 'city.read', target: FAR })
  })
})

describe('a form', () => {
  const schema = z.object({ city: z.string(), reason: z.string() })
  const send = (fields: Readonly<Record<string, string>>) =>
    cityForm(formOf(fields), schema, 'report.prepare', () => Promise.resolve({ shown: { done: 'yes' } }))

  it('with another city’s id in its body is not found, recorded, and comes back with all that was typed', async () => {
    as(people.officer)
    expect(await send({ city: HOME, reason: 'mine' })).toMatchObject({
      refusal: null,
      shown: { done: 'yes' },
    })
    const answer = await send({ city: FAR, reason: 'long and carefully typed' })
    expect(answer).toEqual({
      refusal: { code: 'notFound', detail: {} },
      values: { city: FAR, reason: 'long and carefully typed' },
    })
    expect(await denials()).toContainEqual({
      actor_name: people.officer.login,
      action: 'report.prepare',
      target: FAR,
    })
  })

  it('does nothing for whoever is not signed in, has another role, or still has a one-time password', async () => {
    expect((await send({ city: HOME, reason: 'x' })).refusal?.code).toBe('signInFirst')
    as(people.certifier)
    expect((await send({ city: HOME, reason: 'x' })).refusal?.code).toBe('notAllowed')
    as(people.officer, { mustChangePassword: true })
    expect((await send({ city: HOME, reason: 'x' })).refusal?.code).toBe('signInFirst')
    const admin = { ...people.security }
    as(admin, { mustChangePassword: true })
    const manage = await generalForm(formOf({}), z.object({}), 'account.manage', () =>
      Promise.resolve({ to: '/' }),
    )
    expect(manage.refusal?.code).toBe('signInFirst')
  })

  it('that lacks a field is refused whole; passwords are never sent back', async () => {
    as(people.officer)
    const form = formOf({ city: HOME, newPassword: PASSWORD, 'Password again': PASSWORD })
    const answer = await cityForm(form, schema, 'report.prepare', () => Promise.resolve({ to: '/' }))
    expect(answer).toEqual({
      refusal: { code: 'formWrong', detail: { field: 'reason' } },
      values: { city: HOME },
    })
  })

  it('with a text that is too long is told so, with its length, and nothing of it is cut off', async () => {
    as(people.officer)
    const short = z.object({ city: z.string(), reason: z.string().max(5) })
    const form = formOf({ city: HOME, reason: 'too long' })
    expect(await cityForm(form, short, 'report.prepare', () => Promise.resolve({ to: '/' }))).toEqual({
      refusal: { code: 'tooLong', detail: { limit: '5', got: '8', field: 'reason' } },
      values: { city: HOME, reason: 'too long' },
    })
  })

  it('that carries a file where a text is expected is refused', async () => {
    as(people.officer)
    const form = formOf({ city: HOME })
    form.append('reason', new File(['x'], 'x.txt'))
    expect(
      (await cityForm(form, schema, 'report.prepare', () => Promise.resolve({ to: '/' }))).refusal,
    ).not.toBeNull()
  })
})

describe('a route', () => {
  const body = z.object({ value: z.string() })
  const get = cityGet('report.read', () => Promise.resolve({ fine: true }))
  const post = cityPost('report.prepare', body, (_permit, _params, { value }) => Promise.resolve({ value }))
  const url = 'http://portal.example/api'
  const at = (city: string) => ({ params: Promise.resolve({ city }) })

  interface Sent {
    readonly headers?: Readonly<Record<string, string>>
    readonly text?: string
  }
  const request = ({ headers = {}, text = '{"value":"1"}' }: Sent = {}) =>
    new NextRequest(url, {
      method: 'POST',
      headers: {
        host: 'portal.example',
        origin: 'http://portal.example',
        'content-type': 'application/json',
        ...headers,
      },
      body: text,
    })

  it('answers 401, 403 and 404, and says nothing more', async () => {
    const ask = async (city: string): Promise<unknown[]> => {
      const answer = await get(new NextRequest(url), at(city))
      const body: unknown = await answer.json()
      return [answer.status, body, answer.headers.get('cache-control')]
    }
    expect(await ask(HOME)).toEqual([401, { refusal: { code: 'signInFirst', detail: {} } }, 'no-store'])
    as(people.audit)
    expect(await ask(HOME)).toEqual([403, { refusal: { code: 'notAllowed', detail: {} } }, 'no-store'])
    as(people.officer)
    expect(await ask(FAR)).toEqual([404, { refusal: { code: 'notFound', detail: {} } }, 'no-store'])
    expect(await ask('000000')).toEqual(await ask(FAR))
    expect(await ask('a\u0000b')).toEqual(await ask(FAR))
    expect(await ask(HOME)).toEqual([200, { fine: true }, 'no-store'])
    as(people.officer, { mustChangePassword: true })
    expect((await ask(HOME))[0]).toBe(401)
    const everybody = generalGet('reference.read', () => Promise.resolve({ fine: true }))
    expect((await everybody(new NextRequest(url))).status).toBe(401)
  })

  it('answers a person who followed a link with a page that says the same of what is not theirs and of what is not there', async () => {
    const follow = async (city: string, route = get) => {
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
      const answer = await route(new NextRequest(url, { headers }), at(city))
      const { status } = answer
      return { status, kind: answer.headers.get('content-type'), page: await answer.text() }
    }
    const said = words('zh-CN').common
    const nobody = await follow(HOME)
    expect(nobody.status).toBe(401)
    expect(nobody.page).toContain(`<a href="/sign-in" class="way">${said.signIn}</a>`)
    as(people.officer, { mustChangePassword: true })
    const newcomer = await follow(HOME)
    expect(newcomer.status).toBe(401)
    expect(newcomer.page).toContain(words('zh-CN').account.own.mustChange)
    expect(newcomer.page).not.toContain('"/sign-in"')
    as(people.audit)
    const other = await follow(HOME)
    expect(other.status).toBe(403)
    expect(other.page).toContain(refusalSentence('zh-CN', { code: 'notAllowed', detail: {} }))
    as(people.officer)
    const theirs = await follow(FAR)
    expect(theirs).toMatchObject({ status: 404, kind: 'text/html; charset=utf-8' })
    expect(theirs.page).toContain(said.notFound.text)
    expect(await follow('000000')).toEqual(theirs)
    expect(
      await follow(
        HOME,
        cityGet('report.read', () => Promise.resolve(null)),
      ),
    ).toEqual(theirs)
    const refused = cityGet('report.read', () => Promise.reject(new Refusal('exportGone')))
    expect(await follow(HOME, refused)).toMatchObject({
      status: 409,
      page: expect.stringContaining(refusalSentence('zh-CN', { code: 'exportGone', detail: {} })) as string,
    })
  })

  it('gives that page the frame of the portal: its name, the way home, the person, the language; and runs no script', async () => {
    const follow = async (query = '') => {
      const headers = { accept: 'text/html' }
      const answer = await get(new NextRequest(url + query, { headers }), at(FAR))
      return { policy: answer.headers.get('content-security-policy') ?? '', page: await answer.text() }
    }
    as(people.officer)
    const { page, policy } = await follow('?format=pdf&x="><script>')
    const { common, names } = words('zh-CN')
    for (const part of [common.product, common.noticeReads, people.officer.name, names.role.city_officer])
      expect(page).toContain(part)
    for (const [, to = ''] of page.matchAll(/<a href="([^"]*)"/g))
      expect(['/', '/account', '/notice']).toContain(to)
    expect(page).toContain('<form action="/api/locale" method="post">')
    expect(page).toContain('name="to" value="/api?format=pdf&#38;x=')
    expect(page).not.toContain('<script')
    expect(policy).toContain("default-src 'none'")
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  it('leads back to its page where no document could be made, and hides no other fault', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const none = new Refusal('documentNotMade', { why: 'fault', fault: 'x' })
    const back = await orNotMade('/dashboard?paper=none', () => Promise.reject(none))
    expect([back.status, back.headers.get('location')]).toEqual([303, '/dashboard?paper=none'])
    expect(told).toHaveBeenCalledWith(none)
    told.mockRestore()
    await expect(orNotMade('/', () => Promise.reject(new Refusal('exportGone')))).rejects.toThrow(
      'exportGone',
    )
  })

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['no origin at all', { origin: '' }],
    ['a null origin, as sandboxes send', { origin: 'null' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['a plain form of another site', { 'content-type': 'text/plain' }],
  ])('takes no deed from %s', async (_, headers) => {
    as(people.officer)
    expect((await post(request(), at(HOME))).status).toBe(200)
    expect((await post(request({ headers }), at(HOME))).status).toBe(403)
  })

  it.each([
    ['not JSON', '{"value":'],
    ['nothing', ''],
    ['another shape', '{"value":1}'],
    ['a list', '[]'],
    ['too much', JSON.stringify({ value: 'x'.repeat(2_100_000) })],
  ])('answers %s with what is wrong, and does nothing', async (_, text) => {
    as(people.officer)
    const answer = await post(request({ text }), at(HOME))
    expect([answer.status, await answer.json()]).toMatchObject([400, { refusal: { code: 'formWrong' } }])
  })
})

describe('the door', () => {
  it('says after five failures that the account is locked, whether there is such an account or not', async () => {
    await world.owner.query(`UPDATE account SET password_hash = $1 WHERE login = 'officer'`, [
      await hashPassword(PASSWORD),
    ])
    for (const login of ['officer', 'nobody-here']) {
      const codes: (string | undefined)[] = []
      let state = start
      for (let i = 0; i <= LOCK.attempts; i++) {
        const failures: string = state.refusal?.detail.failures ?? '0'
        state = await signInAction(
          start,
          formOf({ login, password: 'wrong', to: '/', failedLogin: login, failures }),
        )
        codes.push(state.refusal?.code)
        expect(JSON.stringify(state)).not.toContain('wrong')
      }
      expect(codes).toEqual([
        ...Array<string>(LOCK.attempts - 1).fill('signInFailed'),
        'accountLocked',
        'accountLocked',
      ])
    }
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/ok\n//evil',
    '\\\\evil',
  ])('leads nobody astray: %j', async (to) => {
    await world.owner.query(
      `UPDATE account SET password_hash = $1, locked_until = NULL WHERE login = 'mof'`,
      [await hashPassword(PASSWORD)],
    )
    await expect(signInAction(start, formOf({ login: 'mof', password: PASSWORD, to }))).rejects.toThrow(
      /^redirect \/$/,
    )
  })

  it('changes a password only when it was typed the same twice', async () => {
    as(people.colleague, { mustChangePassword: true })
    const fields = { currentPassword: 'x', newPassword: 'Another-good-1', repeatPassword: 'Another-good-2' }
    expect(await changePassword(start, formOf(fields))).toEqual({
      refusal: { code: 'passwordsDiffer', detail: {} },
      values: {},
    })
  })
})
