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

/** Whichever columns of a table were inserted so far: each choice of them is planned once a connection. */
const shapes = new Map<string, number>()

function preparedAs(table: string, row: object): Prisma.Sql {
  const shape = `${table} ${Object.keys(row).join()}`
  const number = shapes.get(shape) ?? shapes.size
  shapes.set(shape, number)
  return Prisma.raw(`/* prepared insert_${number} */ `)
}

/** Inserts rows that all have the same columns, in one statement. */
export async function insertRows<M extends Prisma.ModelName>(
  work: Work,
  table: M,
  rows: readonly Row<M>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  await databaseOf(work).$executeRaw(Prisma.sql`${preparedAs(table, first)}${insertSql(table, rows)}`)
}
