import { authorize, mayEver } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { readAssignments } from '@/lib/assessment/read-rounds'
import { quartersOnOffer } from '@/lib/review/judge-cities'
import { readCities, type City } from '@/lib/store/cities'
import { readPeriods } from '@/lib/store/periods'
import { begin, type Work } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'

/** What a person may choose from: cities within reach, quarters that have opened, the latest first. */
export interface ExportChoice {
  readonly cities: readonly City[]
  readonly quarters: readonly Quarter[]
  /** The quarter that is offered first. */
  readonly first: Quarter | null
  /** Whether the person sees many cities at once. */
  readonly isNational: boolean
}

/** Reads it, in two statements. */
export async function readExportChoice(actor: Actor): Promise<ExportChoice> {
  const isNational = mayEver(actor, 'dashboard.read')
  const rest = async (work: Work) => {
    const { offered, first } = quartersOnOffer(await readPeriods(work), work.now)
    return { quarters: offered, first, isNational }
  }
  if (isNational)
    return begin(authorize(actor, 'dashboard.read'), async (work) => ({
      cities: await readCities(work),
      ...(await rest(work)),
    }))
  if (actor.city !== null)
    return begin(authorize(actor, 'city.read', actor.city), async (work) => ({
      cities: await readCities(work),
      ...(await rest(work)),
    }))
  const { assignments } = await readAssignments(authorize(actor, 'assessment.list'))
  const open = assignments.filter(({ isOpen }) => isOpen).map(({ city }) => city)
  return {
    cities: open.filter((city, i) => open.findIndex(({ code }) => code === city.code) === i),
    ...(await begin(authorize(actor, 'reference.read'), rest)),
  }
}
