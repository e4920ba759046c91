import type { Role } from '@/lib/access/roles'
import type { Route } from '@/lib/store/review-routes'
import type { EventKind, Status } from '@/lib/store/reports'

interface Move {
  readonly from: Status
  readonly kind: EventKind
  readonly to: Status
  readonly roles: readonly Role[]
  /** By which route alone it is legal; by either where none is named. */
  readonly route?: Route
}

const CITY = ['city_officer', 'city_certifier'] as const
const NATIONAL = ['cnipa_reviewer', 'mof_reviewer'] as const

/**
 * The legal moves of a report (DESIGN section 4). The server applies this table, the pages are shown what it allows, and
 * the database holds the same table (`legal_move`); a test keeps the two equal. What was submitted can be withdrawn until a
 * reviewer passes, returns or accepts it: each of these leads away from `submitted`.
 */
export const MOVES: readonly Move[] = [
  { from: 'open', kind: 'started', to: 'draft', roles: ['city_officer'] },
  { from: 'draft', kind: 'certified', to: 'certified', roles: ['city_certifier'] },
  { from: 'returned', kind: 'certified', to: 'certified', roles: ['city_certifier'] },
  { from: 'certified', kind: 'recalled', to: 'draft', roles: CITY },
  { from: 'certified', kind: 'submitted', to: 'submitted', roles: CITY },
  { from: 'submitted', kind: 'withdrawn', to: 'draft', roles: CITY },
  {
    from: 'submitted',
    kind: 'forwarded',
    to: 'forwarded',
    roles: ['provincial_reviewer'],
    route: 'provincial',
  },
  {
    from: 'submitted',
    kind: 'returned',
    to: 'returned',
    roles: ['provincial_reviewer'],
    route: 'provincial',
  },
  { from: 'submitted', kind: 'returned', to: 'returned', roles: NATIONAL, route: 'direct' },
  { from: 'submitted', kind: 'accepted', to: 'accepted', roles: NATIONAL, route: 'direct' },
  { from: 'forwarded', kind: 'returned', to: 'returned', roles: NATIONAL },
  { from: 'forwarded', kind: 'accepted', to: 'accepted', roles: NATIONAL },
  // Granting a restatement; asking for one is no step of the report.
  { from: 'accepted', kind: 'restated', to: 'accepted', roles: ['cnipa_reviewer'] },
]

const legal = (status: Status, role: Role, by: Route): Move[] =>
  MOVES.filter(({ from, roles, route = by }) => from === status && roles.includes(role) && route === by)

/** What a role may do with a report that is in this status and reviewed by this route. */
export function movesFor(status: Status, role: Role, route: Route): EventKind[] {
  return legal(status, role, route).map(({ kind }) => kind)
}

/** Where a move leads, or null when the role may not make it from here. */
export function destination(status: Status, kind: EventKind, role: Role, route: Route): Status | null {
  return legal(status, role, route).find((move) => move.kind === kind)?.to ?? null
}

/** Whether the working copy may be changed. */
export const isEditable = (status: Status): boolean =>
  status === 'open' || status === 'draft' || status === 'returned'
