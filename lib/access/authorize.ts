import { ACTIONS, type Action, type CityAction, type GeneralAction } from './actions'
import { CITY_ROLES, NATIONAL_ROLES, type Actor, type Role } from './roles'

/** What the database is told for the length of one transaction. The row-level security policies read exactly these. */
export interface Scope {
  readonly scope:
    | 'city'
    | 'assessed'
    | 'storage'
    | 'province'
    | 'nation'
    | 'identity'
    | 'receipt'
    | 'administration'
    | 'audit'
    | 'portal'
    | 'jobs'
    | 'none'
  readonly city: string
  readonly province: string
}

const issued = new WeakSet<object>()

// What a compiler calls private anybody can call at run time; this nobody else has.
const key = Symbol('authorize')

/** The private constructor, handed to this module alone by the static block of the class. */
let make: <A extends Action>(actor: Actor | null, action: A, scope: Scope, known?: Date | null) => Permit<A>

/**
 * Proof that `authorize` said yes: to this actor, for this action, on this city. Only this file can make one;
 * every function of lib/store asks for one and `assertPermit` refuses look-alikes at run time.
 */
export class Permit<A extends Action = Action> {
  readonly #seal = true
  private constructor(
    given: symbol,
    readonly actor: Actor | null,
    readonly action: A,
    readonly scope: Scope,
    /** The moment as of which it reads; null: now. */
    readonly known: Date | null,
  ) {
    if (given !== key) throw new TypeError('permits are issued by authorize')
    Object.freeze(this)
    issued.add(this)
  }
  static {
    make = (actor, action, scope, known = null) =>
      new Permit(
        key,
        actor === null ? null : Object.freeze({ ...actor }),
        action,
        Object.freeze(scope),
        known,
      )
  }
  /** True for objects made by this class, whatever their declared type. */
  static isGenuine(candidate: unknown): boolean {
    return typeof candidate === 'object' && candidate !== null && issued.has(candidate) && #seal in candidate
  }
}

/**
 * A refusal of access. `notFound` is also the answer for what exists but is not yours, so that nothing can be probed;
 * `notAllowed` means your role does not do this; `signInFirst` that nobody is signed in.
 */
export class AccessRefused extends Error {
  constructor(readonly code: 'signInFirst' | 'notAllowed' | 'notFound') {
    super(code)
    this.name = 'AccessRefused'
  }
}

const includes = (roles: readonly Role[], role: Role): boolean => roles.includes(role)

/**
 * True when the city lies within the actor's reach: the own city, the own province (first two digits), or the nation. An
 * assessor may ask for any; the store opens the permit only while he or she is assigned to the city.
 */
export function reaches(actor: Actor, city: string): boolean {
  if (includes(CITY_ROLES, actor.role)) return actor.city === city
  if (actor.role === 'provincial_reviewer')
    return actor.province !== null && city.slice(0, 2) === actor.province
  return includes(NATIONAL_ROLES, actor.role) || actor.role === 'system_admin' || actor.role === 'assessor'
}

/** True when the actor's role carries the action at all. The pages use it to choose what to show; it opens nothing. */
export function mayEver(actor: Actor | null, action: Action): boolean {
  const { roles } = ACTIONS[action]
  if (roles === 'anyone') return true
  if (roles === 'portal') return false
  if (actor === null) return false
  return roles === 'everyone' || includes(roles, actor.role)
}

/**
 * The one authorisation choke point: the table of `actions.ts` and the actor's reach, nothing else.
 * @throws AccessRefused
 */
export function authorize<A extends CityAction>(actor: Actor | null, action: A, city: string): Permit<A>
export function authorize<A extends GeneralAction>(actor: Actor | null, action: A): Permit<A>
export function authorize(actor: Actor | null, action: Action, city?: string): Permit {
  if (!mayEver(actor, action)) throw new AccessRefused(actor === null ? 'signInFirst' : 'notAllowed')
  return make(actor, action, scopeOf(actor, action, city))
}

/** What can be read as it was known at a past moment. */
export type LookingBack =
  | 'city.read'
  | 'report.read'
  | 'draft.read'
  | 'queue.read'
  // For the documents of a pack: of what was sealed or decided by then.
  | 'evaluation.read'
  | 'assessment.do'
  | 'instalment.read'

/** The same permit to read, as it was known at a moment: what came later is then not there, and nothing can be written. */
export function asKnown<A extends LookingBack>(permit: Permit<A>, known: Date | null): Permit<A> {
  assertPermit(permit, permit.action)
  return known === null ? permit : make(permit.actor, permit.action, permit.scope, known)
}

/** What the portal does by itself, without a person: for lib/jobs, and to tell of a deed as it is done. */
export const authorizePortal = <
  A extends 'message.collect' | 'message.send' | 'export.work' | 'instalment.settle',
>(
  action: A,
): Permit<A> => make(null, action, scopeOf(null, action, undefined))

/** The same in one city: what became of an amount that a person entered there. */
export const authorizeSettling = (city: string): Permit<'instalment.settle'> =>
  make(null, 'instalment.settle', { scope: 'city', city, province: '' })

function scopeOf(actor: Actor | null, action: Action, city: string | undefined): Scope {
  const { reach } = ACTIONS[action]
  switch (reach) {
    case 'city':
    case 'storage':
      if (actor === null || city === undefined || !/^\d{6}$/.test(city) || !reaches(actor, city))
        throw new AccessRefused('notFound')
      return { scope: actor.role === 'assessor' ? 'assessed' : reach, city, province: '' }
    case 'cities':
      if (actor?.role === 'provincial_reviewer')
        return { scope: 'province', city: '', province: actor.province ?? '' }
      return { scope: 'nation', city: '', province: '' }
    case 'identity':
    case 'receipt':
    case 'administration':
    case 'audit':
    case 'portal':
    case 'jobs':
      return { scope: reach, city: '', province: '' }
    case 'self':
    case 'reference':
      return { scope: 'none', city: '', province: '' }
  }
}

/** Refuses anything that `authorize` did not make, or that was made for another action. */
export function assertPermit<A extends Action>(
  permit: Permit,
  ...actions: readonly A[]
): asserts permit is Permit<A> {
  if (!Permit.isGenuine(permit)) throw new TypeError('not a permit')
  if (!(actions as readonly Action[]).includes(permit.action))
    throw new TypeError(`permit is for ${permit.action}`)
}

/** The signed-in person behind a permit. @throws AccessRefused when nobody is. */
export function actorOf(permit: Permit): Actor {
  if (permit.actor === null) throw new AccessRefused('signInFirst')
  return permit.actor
}
