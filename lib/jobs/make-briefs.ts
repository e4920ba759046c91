import { authorizePortal } from '@/lib/access/authorize'
import { BRIEF_ROLES, makeBrief } from '@/lib/review/make-brief'
import { weekDue } from '@/lib/rules/brief-week'
import { readBriefless } from '@/lib/store/briefs'
import { begin } from '@/lib/store/work'

/** Makes the briefs of the last week that are not there yet, each once; says how many. */
export async function makeBriefs(): Promise<number> {
  const { week, people } = await begin(authorizePortal('message.collect'), async (work) => {
    const due = weekDue(work.now)
    return { week: due, people: await readBriefless(work, due.monday, BRIEF_ROLES) }
  })
  const failed: Error[] = []
  for (const person of people) {
    // One brief that cannot be made keeps nobody else waiting; the job then says so and is tried again.
    await makeBrief(person, week).catch((error: unknown) => {
      failed.push(error instanceof Error ? error : new Error(String(error)))
    })
  }
  const [first] = failed
  if (first !== undefined) throw first
  return people.length
}
