import { databaseOf, type Work } from './work'

/**
 * Waits until nobody else changes cities or periods, and keeps others waiting until the transaction ends: what one looks at
 * before changing it is then what is changed.
 */
export async function lockReference(work: Work<'reference.configure'>): Promise<void> {
  await databaseOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('reference data', 0))`
}
