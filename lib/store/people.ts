import type { Role } from '@/lib/access/roles'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** Somebody of the city who had a hand in its reports. */
export interface CityPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The last thing done on a report. */
  readonly lastAt: Date
}

/** Who of the city prepared, certified or submitted, from the history of its reports; whoever did so last comes first. */
export async function readCityPeople(work: Work): Promise<CityPerson[]> {
  return databaseOf(work).$queryRaw`
    SELECT who::text AS id, (array_agg(name ORDER BY at DESC))[1] AS name, (array_agg(role ORDER BY at DESC))[1] AS role,
           max(at) AS "lastAt"
    FROM (
      SELECT actor AS who, actor_name AS name, actor_role AS role, at FROM report_event
      WHERE city = ${work.city} AND actor_role IN ('city_officer', 'city_certifier')
      UNION ALL
      SELECT changed_by, changed_by_name, 'city_officer', changed_at FROM report_cell_change WHERE city = ${work.city}
      UNION ALL
      SELECT changed_by, changed_by_name, 'city_officer', changed_at FROM register_row_change WHERE city = ${work.city}
      UNION ALL
      SELECT account, account_name, 'city_officer', seen_at FROM form_presence WHERE city = ${work.city}) AS deeds
    GROUP BY who
    ORDER BY max(at) DESC, who`
}

/** Somebody of a city to whom mail could not be delivered. */
export interface Undelivered {
  readonly role: Role
  readonly name: string
  readonly email: string | null
  /** Mails. */
  readonly failed: number
}

/** Whom a city has to report, whether or not they ever did: of its accounts that are not disabled. */
export interface CityPeople {
  readonly city: string
  readonly hasOfficer: boolean
  readonly hasCertifier: boolean
  readonly hasAddress: boolean
  readonly undelivered: readonly Undelivered[]
}

/** The cities within the permit's reach that have anybody. */
export const readPeopleOfCities = (work: Work<'jobs.read' | 'account.manage'>): Promise<CityPeople[]> =>
  askAlone(work, peopleOfCities)

/** The same as a part of a larger question: one short row a city. */
export const peopleOfCities: Part<CityPeople> = {
  sql: Prisma.sql`
    SELECT a.city, bool_or(a.role = 'city_officer') AS "hasOfficer", bool_or(a.role = 'city_certifier') AS "hasCertifier",
      bool_or(a.email IS NOT NULL) AS "hasAddress",
      coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'name', a.name, 'email', a.email, 'failed', m.failed)
        ORDER BY a.role, a.id) FILTER (WHERE m.failed > 0), '[]') AS undelivered
    FROM account a
    LEFT JOIN (SELECT account, count(*)::int AS failed FROM message WHERE mail = 'failed' GROUP BY account) m ON m.account = a.id
    WHERE a.city IS NOT NULL AND a.disabled_at IS NULL GROUP BY a.city`,
  moments: [],
}
