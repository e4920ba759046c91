import 'server-only'
import { authorize } from '@/lib/access/authorize'
import { begin } from '@/lib/store/work'

/** Whether the database answers the application, asked in the way every page asks. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await begin(authorize(null, 'identity.verify'), () => Promise.resolve())
    return true
  } catch (error) {
    console.error('health:', error instanceof Error ? error.message : error)
    return false
  }
}
