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
  for (const person of people) await makeBrief(person, week)
  return people.length
}
