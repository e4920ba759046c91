import pg from 'pg'
import { MIGRATION_LOCK } from './migrate'
import { asOwner } from './owner'

/** The role the application connects as; migrations grant to it, and it owns nothing. */
export const APPLICATION_ROLE = 'chengji_app'

/** `inUse`: other databases of the server use the role with another password; `unsafe`: it passes by row-level security. */
export type ApplicationRoleFault = 'inUse' | 'unsafe'

/** The application cannot connect as its role. */
export class ApplicationRoleError extends Error {
  constructor(
    readonly fault: ApplicationRoleFault,
    readonly detail: string,
  ) {
    super(`${fault}: ${detail}`)
  }
}

/**
 * Sees to it that the application's role exists and can log in with `password`, before any migration. A password that fits
 * is never set again, and one that another database of the server relies on is not changed.
 * @returns the application's address of the owner's database
 * @throws ApplicationRoleError
 */
export async function prepareApplicationRole(ownerUrl: string, password: string): Promise<string> {
  const url = new URL(ownerUrl)
  url.username = APPLICATION_ROLE
  url.password = password
  return await asOwner(ownerUrl, async (owner) => {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const { rows } = await owner.query<{ unsafe: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname = $1',
      [APPLICATION_ROLE],
    )
    const [role] = rows
    if (role?.unsafe === true) throw new ApplicationRoleError('unsafe', APPLICATION_ROLE)
    const quoted = owner.escapeLiteral(password)
    if (role === undefined) await owner.query(`CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${quoted}`)
    else if (!(await logsIn(url.href))) {
      await refuseIfShared(owner)
      await owner.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${quoted}`)
    }
    return url.href
  })
}

async function refuseIfShared(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT d.datname AS name
     FROM pg_shdepend s JOIN pg_database d ON d.oid = s.dbid JOIN pg_roles r ON r.oid = s.refobjid
     WHERE s.refclassid = 'pg_authid'::regclass AND r.rolname = $1 AND d.datname <> current_database() ORDER BY 1`,
    [APPLICATION_ROLE],
  )
  if (rows.length > 0) throw new ApplicationRoleError('inUse', rows.map(({ name }) => name).join(', '))
}

/** Whether the server takes the login; 28P01 and 28000 are its refusals of a password and of a role. */
async function logsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    if (error instanceof pg.DatabaseError && ['28P01', '28000'].includes(error.code ?? '')) return false
    throw error
  }
  await client.end()
  return true
}
