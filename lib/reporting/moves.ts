import type { Role } from '@/lib/access/roles'
import type { EventKind, Status } from '@/lib/store/reports'

interface Move {
  readonly from: Status
  readonly kind: EventKind
  readonly to: Status
  readonly roles: readonly Role[]
}

const CITY = ['city_officer', 'city_certifier'] as const
const NATIONAL = ['cnipa_reviewer', 'mof_reviewer'] as const

/**
 * The legal moves of a report (DESIGN section 4). The server applies this table, the pages are shown what it allows, and
 * the database holds the same table (`legal_move`); a test keeps the two equal.
 */
export const MOVES: readonly Move[] = [
  { from: 'open', kind: 'started', to: 'draft', roles: ['city_officer'] },
  { from: 'draft', kind: 'certified', to: 'certified', roles: ['city_certifier'] },
  { from: 'returned', kind: 'certified', to: 'certified', roles: ['city_certifier'] },
  { from: 'certified', kind: 'recalled', to: 'draft', roles: CITY },
  { from: 'certified', kind: 'submitted', to: 'submitted', roles: CITY },
  { from: 'submitted', kind: 'forwarded', to: 'forwarded', roles: ['provincial_reviewer'] },
  { from: 'submitted', kind: 'returned', to: 'returned', roles: ['provincial_reviewer'] },
  { from: 'forwarded', kind: 'returned', to: 'returned', roles: NATIONAL },
  { from: 'forwarded', kind: 'accepted', to: 'accepted', roles: NATIONAL },
  // Granting a restatement; asking for one is no step of the report.
  { from: 'accepted', kind: 'restated', to: 'accepted', roles: ['cnipa_reviewer'] },
]

/** What a role may do with a report that is in this status. */
export function movesFor(status: Status, role: Role): EventKind[] {
  return MOVES.filter((move) => move.from === status && move.roles.includes(role)).map((move) => move.kind)
}

/** Where a move leads, or null when the role may not make it from here. */
export function destination(status: Status, kind: EventKind, role: Role): Status | null {
  return (
    MOVES.find((move) => move.from === status && move.kind === kind && move.roles.includes(role))?.to ?? null
  )
}

/** Whether the working copy may be changed. */
export const isEditable = (status: Status): boolean =>
  status === 'open' || status === 'draft' || status === 'returned'
