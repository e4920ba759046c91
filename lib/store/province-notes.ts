import { recordAudit } from './audit'
import { actorIn, databaseOf, type Work } from './work'

/** What a province said of a case. */
export interface ProvinceNote {
  readonly number: number
  /** The first two digits of its cities' codes. */
  readonly province: string
  readonly note: string
  readonly actorName: string
  readonly at: Date
}

/** What provinces said of these cases, first to last: for the nation every province's, for a province its own. */
export async function notesOfProvinces(
  work: Work<'case.read'>,
  cases: readonly number[],
): Promise<ProvinceNote[]> {
  const notes = await databaseOf(work).province_note.findMany({
    where: { case_number: { in: [...cases] } },
    orderBy: [{ at: 'asc' }, { seq: 'asc' }],
  })
  return notes.map(({ case_number, province, note, actor_name, at }) => ({
    number: case_number,
    province,
    note,
    actorName: actor_name,
    at,
  }))
}

/** Appends what the permit's province says of a case. */
export async function appendProvinceNote(
  work: Work<'case.note'>,
  number: number,
  note: string,
): Promise<void> {
  const database = databaseOf(work)
  const actor = actorIn(work)
  const { province } = work.permit.scope
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('duplicate_case', ${number}))`
  const { _max } = await database.province_note.aggregate({
    _max: { seq: true },
    where: { province, case_number: number },
  })
  const seq = (_max.seq ?? 0) + 1
  await database.province_note.createMany({
    data: [
      { province, case_number: number, seq, note, actor: actor.id, actor_name: actor.name, at: work.now },
    ],
  })
  await recordAudit(work, { case: number })
}
