import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/**
 * A question to the database that can be asked alone or together with others. Asked together, its rows come as JSON: `moments`
 * names the columns that are moments, which are made dates again.
 */
export interface Part<R extends object> {
  readonly sql: Prisma.Sql
  readonly moments: readonly (keyof R & string)[]
  /** The shape of a row; never there. */
  readonly row?: R
}

type AnyPart = Pick<Part<object>, 'sql'> & { readonly moments: readonly string[] }
type Rows<P> = P extends { readonly row?: infer R } ? NonNullable<R>[] : never

/** Asks one question alone. */
export const askAlone = <R extends object>(work: Work, { sql }: Part<R>): Promise<R[]> =>
  databaseOf(work).$queryRaw<R[]>(sql)

/**
 * Asks several questions in one statement: a page about many reports needs many, and waits for each statement in turn.
 * @param name of questions that are always the same but for their values: they are planned once
 */
export async function askTogether<P extends Readonly<Record<string, AnyPart>>>(
  work: Work,
  parts: P,
  name?: string,
): Promise<{ readonly [K in keyof P]: Rows<P[K]> }> {
  const columns = Object.entries(parts).map(
    ([name, { sql }]) =>
      Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (${sql}) x) AS ${Prisma.raw(`"${name}"`)}`,
  )
  const prepared = name === undefined ? Prisma.empty : Prisma.raw(`/* prepared ${name} */`)
  const [row = {}] = await databaseOf(work).$queryRaw<Record<string, Record<string, unknown>[]>[]>`${prepared}
    SELECT ${Prisma.join(columns)}`
  const revived = Object.entries(parts).map(([name, { moments }]) => [
    name,
    (row[name] ?? []).map((each) => {
      const dates: Record<string, Date | null> = Object.fromEntries(
        moments.map((moment) => [moment, momentOf(each[moment])]),
      )
      return { ...each, ...dates }
    }),
  ])
  return Object.fromEntries(revived) as { readonly [K in keyof P]: Rows<P[K]> }
}

const momentOf = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null)
