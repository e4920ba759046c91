import type { RowContent } from '@/lib/entry/row-content'
import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { Prisma } from './generated/client'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** Where a row stands in the file that brings it. */
interface RowOrigin {
  readonly sheet: string
  readonly cell: string
}

export interface RowWrite extends RowContent {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly version: number
  readonly removed: boolean
  readonly withdrawn: string
  /** Absent where somebody typed it. */
  readonly origin?: RowOrigin
}

/** Rows in slices, which may be made while those before are written. */
type Writes = Iterable<readonly RowWrite[]> | AsyncIterable<readonly RowWrite[]>

/** How many rows go to the database at once: while it writes them the portal goes on. */
const AT_ONCE = 1000
/** The first are fewer, so that it begins soon. */
const AT_FIRST = 250
const IN_HAND = 2

/**
 * Writes rows and their history. The caller holds the report's lock and has compared the versions.
 * @param proposal whose file brings all of them, each with its origin; null where none does
 * @throws Refusal rowUnknown when a new row has the id of a row of another report
 */
export async function writeRows(
  work: Work<'report.prepare'>,
  period: Period,
  reportVersion: number,
  writes: Writes,
  proposal: string | null = null,
): Promise<void> {
  // The statement that the database is at, and the one that comes next: it never waits for this process.
  const waiting: Promise<unknown>[] = []
  try {
    for await (const part of inParts(writes)) {
      const { isAdding, isChanging } = kindsOf(part)
      const given = JSON.stringify(givenOf(part))
      if (waiting.length === IN_HAND) await waiting.shift()
      const written = databaseOf(work).$executeRaw(
        rowsSql(work, { period, reportVersion, proposal }, { given, isAdding, isChanging }),
      )
      // It is heard of above or below; until then it is not unheard.
      written.catch(() => undefined)
      waiting.push(written)
    }
    for (const written of waiting) await written
  } catch (error) {
    // Whoever adds a row may choose its id; one that the city has in another report is not this report's row.
    if (sqlState(error) === '23505') throw new Refusal('rowUnknown')
    throw error
  }
}

async function* inParts(writes: Writes): AsyncGenerator<readonly RowWrite[]> {
  let part: RowWrite[] = []
  let most = AT_FIRST
  for await (const slice of writes) {
    for (const row of slice) {
      if (part.push(row) < most) continue
      yield part
      part = []
      most = AT_ONCE
    }
  }
  if (part.length > 0) yield part
}

const CONTENT = `indicator, name, credit_code, no_code_reason, counted_on, level, details, evidence, note, removed, withdrawn`
const FIELDS = `content->>'indicator', content->>'name', content->>'creditCode', content->>'noCodeReason',
  (content->>'countedOn')::date, content->>'level', coalesce(content->'details', '{}'), coalesce(content->>'evidence', ''),
  coalesce(content->>'note', ''), coalesce((content->>'removed')::boolean, false), coalesce(content->>'withdrawn', '')`

const EXCLUDED = CONTENT.split(', ')
  .map((column) => `excluded.${column}`)
  .join(', ')

/** As a statement takes them: by their places, and what they say as the history keeps it, without what is empty. */
const givenOf = (writes: readonly RowWrite[]) =>
  writes.map((row) => [
    row.id,
    row.version,
    {
      indicator: row.indicator,
      name: row.name,
      creditCode: row.creditCode ?? undefined,
      noCodeReason: row.noCodeReason ?? undefined,
      countedOn: row.countedOn,
      level: row.level ?? undefined,
      details: isEmpty(row.details) ? undefined : row.details,
      evidence: row.evidence === '' ? undefined : row.evidence,
      note: row.note === '' ? undefined : row.note,
      removed: row.removed ? true : undefined,
      withdrawn: row.withdrawn === '' ? undefined : row.withdrawn,
    },
    row.origin?.sheet,
    row.origin?.cell,
  ])

const isEmpty = (details: RowContent['details']): boolean => Object.keys(details).length === 0

/** What all rows of a statement are of. */
interface Report {
  readonly period: Period
  readonly reportVersion: number
  readonly proposal: string | null
}

/** Rows of one statement: as JSON, or what stands for it, and of which kinds there are some. */
interface Part {
  readonly given: string
  readonly isAdding: boolean
  readonly isChanging: boolean
}

const kindsOf = (writes: readonly RowWrite[]): Omit<Part, 'given'> => ({
  isAdding: writes.some(({ version }) => version === 1),
  isChanging: writes.some(({ version }) => version > 1),
})

/** One statement for new rows, changed rows and the history of both; each row goes over once. */
function rowsSql(
  work: Work<'report.prepare'>,
  { period, reportVersion, proposal }: Report,
  { given, isAdding, isChanging }: Part,
): Prisma.Sql {
  const { city, now } = work
  const actor = actorIn(work)
  const by = Prisma.sql`${actor.id}::uuid, ${actor.name}, ${now}::timestamptz`
  const added = Prisma.sql`, added AS (
      INSERT INTO register_row (city, id, period, version, changed_by, changed_by_name, changed_at, ${Prisma.raw(CONTENT)})
      SELECT ${city}, id, ${period}, version, ${by}, ${Prisma.raw(FIELDS)} FROM given WHERE version = 1)`
  // Rows that stand, each found by its key, whatever the planner believes of a register that has just been filled.
  const changed = Prisma.sql`, changed AS (
      INSERT INTO register_row (city, id, period, version, changed_by, changed_by_name, changed_at, ${Prisma.raw(CONTENT)})
      SELECT ${city}, id, ${period}, version, ${by}, ${Prisma.raw(FIELDS)} FROM given WHERE version > 1
      ON CONFLICT (city, id) DO UPDATE SET (version, changed_by, changed_by_name, changed_at, ${Prisma.raw(CONTENT)}) =
        ROW (excluded.version, excluded.changed_by, excluded.changed_by_name, excluded.changed_at, ${Prisma.raw(EXCLUDED)}))`
  const name = Prisma.raw(`rows${isAdding ? '_added' : ''}${isChanging ? '_changed' : ''}`)
  return Prisma.sql`/* prepared ${name} */
    WITH given AS MATERIALIZED (
      SELECT (g->>0)::uuid AS id, (g->>1)::int AS version, g->2 AS content, g->>3 AS sheet, g->>4 AS cell
      FROM jsonb_array_elements(${given}::jsonb) g
    )${isAdding ? added : Prisma.empty}${isChanging ? changed : Prisma.empty}
    INSERT INTO register_row_change (city, row_id, version, period, report_version, content, changed_by, changed_by_name, changed_at,
      proposal, sheet, cell)
    SELECT ${city}, id, version, ${period}, ${reportVersion}::int, content, ${by}, ${proposal}::uuid, sheet, cell FROM given`
}
