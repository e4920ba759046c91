import { databaseOf, type Work } from './work'

/** Whether a file stands behind something in a submitted version of the city: from then on reviewers read it too. */
export async function isInVersion(work: Work, file: string): Promise<boolean> {
  return (await databaseOf(work).version_evidence.count({ where: { city: work.city, file } })) > 0
}
