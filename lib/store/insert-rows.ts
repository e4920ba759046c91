import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

type Given<M extends Prisma.ModelName> =
  Prisma.TypeMap['model'][M]['operations']['createMany']['args']['data']
type Row<M extends Prisma.ModelName> = Exclude<Given<M>, readonly unknown[]>

/** The columns of rows that all have the same ones, as SQL. */
export const columnsSql = (row: object): Prisma.Sql =>
  Prisma.raw(
    Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', '),
  )

/**
 * The statement that inserts rows which all have the same columns, whatever their number; at least one. Prisma's createMany
 * plans each call anew, at some ten times the cost.
 */
export function insertSql<M extends Prisma.ModelName>(table: M, rows: readonly Row<M>[]): Prisma.Sql {
  const columns = columnsSql(rows[0] ?? {})
  const name = Prisma.raw(`"${table}"`)
  return Prisma.sql`INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`
}

/** Inserts rows that all have the same columns, in one statement. */
export async function insertRows<M extends Prisma.ModelName>(
  work: Work,
  table: M,
  rows: readonly Row<M>[],
): Promise<void> {
  if (rows.length === 0) return
  await databaseOf(work).$executeRaw(Prisma.sql`/* prepared insert */ ${insertSql(table, rows)}`)
}
