import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

type Given<M extends Prisma.ModelName> =
  Prisma.TypeMap['model'][M]['operations']['createMany']['args']['data']
type Row<M extends Prisma.ModelName> = Exclude<Given<M>, readonly unknown[]>

/**
 * Inserts rows that all have the same columns, in one statement whatever their number. Prisma's createMany plans each call
 * anew, at some ten times the cost.
 */
export async function insertRows<M extends Prisma.ModelName>(
  work: Work,
  table: M,
  rows: readonly Row<M>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  const name = Prisma.raw(`"${table}"`)
  await databaseOf(work).$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`
}
