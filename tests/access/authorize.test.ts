import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action, type CityAction } from '@/lib/access/actions'
import { AccessRefused, assertPermit, authorize, mayEver, Permit } from '@/lib/access/authorize'
import { ROLES, type Actor, type Role } from '@/lib/access/roles'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { expectations } from './who-may-what'

const isCityAction = (action: Action): action is CityAction =>
  ['city', 'storage'].includes(ACTIONS[action].reach)

/** What the portal answers: the permit, or the code of the refusal. */
function ask(actor: Actor | null, action: Action, city = HOME): Permit | AccessRefused['code'] {
  try {
    return isCityAction(action) ? authorize(actor, action, city) : authorize(actor, action)
  } catch (error) {
    if (error instanceof AccessRefused) return error.code
    throw error
  }
}

/** Somebody of the role who is at home: in the home city, its province, or the nation. */
const someone = (role: Role): Actor => {
  const found = Object.values(people).find((actor) => actor.role === role)
  if (found === undefined) throw new Error(`nobody in the cast is ${role}`)
  return found
}

describe('the table of actions', () => {
  it.each(expectations)('$action by $role: $may', ({ action, role, may }) => {
    const actor = role === null ? null : someone(role)
    const answer = ask(actor, action)
    expect(mayEver(actor, action)).toBe(may)
    if (may) expect(answer).toBeInstanceOf(Permit)
    else expect(answer).toBe(role === null ? 'signInFirst' : 'notAllowed')
  })

  it('gives no administrator a figure, and no two administrators the same power', () => {
    const powers = (role: Role) =>
      expectations.filter((each) => each.role === role && each.may).map(({ action }) => action)
    const own = (role: Role) =>
      powers(role).filter((action) => !ROLES.every((other) => powers(other).includes(action)))
    const three = [own('system_admin'), own('security_admin'), own('audit_admin')]
    expect(new Set(three.flat()).size).toBe(three.flat().length)
    expect(
      three.flat().filter((action) => /^(?:city|report|draft|target|queue|dashboard)\./.test(action)),
    ).toEqual([])
  })

  it('gives nobody both a deed and its check: preparing and certifying, certifying and accepting', () => {
    const may = (role: Role, action: Action) =>
      expectations.some((each) => each.role === role && each.action === action && each.may)
    for (const role of ROLES) {
      expect(may(role, 'report.prepare') && may(role, 'report.certify')).toBe(false)
      expect(may(role, 'report.submit') && (may(role, 'report.accept') || may(role, 'report.forward'))).toBe(
        false,
      )
      expect(may(role, 'report.forward') && may(role, 'report.accept')).toBe(false)
    }
  })
})

describe('the reach', () => {
  const cityActions = (Object.keys(ACTIONS) as Action[]).filter(isCityAction)

  it('of a city’s people is their city: what is another’s is not found', () => {
    for (const action of cityActions) {
      for (const actor of [people.officer, people.certifier].filter((one) => mayEver(one, action))) {
        expect(ask(actor, action, HOME)).toBeInstanceOf(Permit)
        expect([ask(actor, action, NEIGHBOUR), ask(actor, action, FAR)]).toEqual(['notFound', 'notFound'])
      }
    }
  })

  it('of a provincial reviewer is the province', () => {
    for (const action of cityActions.filter((one) => mayEver(people.province, one))) {
      expect([ask(people.province, action, HOME), ask(people.province, action, NEIGHBOUR)]).toEqual([
        expect.any(Permit),
        expect.any(Permit),
      ])
      expect(ask(people.province, action, FAR)).toBe('notFound')
      expect(ask(people.farProvince, action, HOME)).toBe('notFound')
    }
  })

  it('of the nation is every city that can be one', () => {
    for (const action of cityActions.filter((one) => mayEver(people.cnipa, one))) {
      expect(ask(people.cnipa, action, FAR)).toBeInstanceOf(Permit)
    }
  })

  it.each([
    '',
    '9101',
    '91010',
    '9101000',
    '910100 ',
    "910100' or true",
    '９１０１００',
    '../910100',
    '91%',
    'undefined',
  ])('never includes what is no division code: %j', (city) => {
    for (const actor of [people.officer, people.province, people.cnipa])
      expect(ask(actor, 'city.read', city)).toBe('notFound')
  })

  it('across cities is told to the database as the own province, or the nation', () => {
    expect(authorize(people.province, 'queue.read').scope).toEqual({
      scope: 'province',
      city: '',
      province: '91',
    })
    expect(authorize(people.cnipa, 'dashboard.read').scope).toEqual({
      scope: 'nation',
      city: '',
      province: '',
    })
    expect(authorize(people.security, 'account.manage').scope).toEqual({
      scope: 'administration',
      city: '',
      province: '',
    })
  })

  it('of an account without its city or province is empty', () => {
    expect(ask({ ...people.officer, city: null }, 'city.read')).toBe('notFound')
    expect(ask({ ...people.province, province: null }, 'city.read')).toBe('notFound')
    expect(ask({ ...people.province, province: '' }, 'city.read')).toBe('notFound')
    expect(authorize({ ...people.province, province: null }, 'queue.read').scope.province).toBe('')
  })
})

describe('a permit', () => {
  const genuine = authorize(people.officer, 'city.read', HOME)

  it('is frozen, and good only for the action it was given for', () => {
    expect([genuine, genuine.actor, genuine.scope].every(Object.isFrozen)).toBe(true)
    expect(() => {
      assertPermit(genuine, 'city.read')
    }).not.toThrow()
    expect(() => {
      assertPermit(genuine, 'report.prepare')
    }).toThrow(TypeError)
  })

  it.each([
    ['a copy', Object.assign({}, genuine)],
    ['an object of the same shape', { actor: people.officer, action: 'city.read', scope: genuine.scope }],
    ['an object that inherits from one', Object.create(genuine) as Permit],
    [
      'an object with its prototype',
      Object.setPrototypeOf(Object.assign({}, genuine), Permit.prototype) as Permit,
    ],
    ['a clone', structuredClone({ actor: genuine.actor, action: genuine.action, scope: genuine.scope })],
  ])('cannot be forged: %s', (_, forged) => {
    expect(Permit.isGenuine(forged)).toBe(false)
    expect(() => {
      assertPermit(forged as Permit, 'city.read')
    }).toThrow(TypeError)
  })

  it('cannot be constructed, whatever the constructor is given', () => {
    for (const first of [people.cnipa, Symbol('authorize'), undefined]) {
      expect(() => {
        Reflect.construct(Permit, [first, people.cnipa, 'city.read', genuine.scope])
      }).toThrow('permits are issued by authorize')
    }
  })
})
