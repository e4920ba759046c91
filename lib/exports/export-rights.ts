import { AccessRefused, authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { begin } from '@/lib/store/work'
import type { ExportKind } from '@/lib/store/export-requests'

/** Kinds that are about all cities within reach rather than about named ones. */
export const NATIONAL_KINDS: readonly ExportKind[] = [
  'nationalSummary',
  'dashboard',
  'explore',
  'assessmentWorkbook',
  'custom',
]

/**
 * Whether a person may have what is in an export today, by the same permits as everywhere else: asked when it is asked for,
 * when it is made and when it is fetched. @throws AccessRefused, `city` naming the first city that is out of reach
 */
export async function requireExportRights(
  actor: Actor,
  kind: ExportKind,
  cities: readonly string[],
): Promise<void> {
  if (NATIONAL_KINDS.includes(kind)) authorize(actor, 'dashboard.read')
  for (const city of cities) {
    await atCity(city, async () => {
      const permit = authorize(actor, 'report.read', city)
      // An assessor reads of a city only while assigned to it, which the database knows.
      if (actor.role === 'assessor') await begin(permit, () => Promise.resolve())
    })
  }
}

/** A city that the person may not read. */
export class CityRefused extends AccessRefused {
  constructor(readonly city: string) {
    super('notFound')
  }
}

async function atCity(city: string, task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    throw error instanceof AccessRefused ? new CityRefused(city) : error
  }
}
