import type { Permit } from '@/lib/access/authorize'
import { isQuiet } from '@/lib/rules/weekly-brief'
import { readBriefs, type KeptBrief } from '@/lib/store/briefs'
import { begin } from '@/lib/store/work'

/** A person's briefs: the weeks there are, and the one of a week, else the latest; null while there is none. */
export const readBriefPage = (
  permit: Permit<'brief.read'>,
  week: string | null,
): Promise<{ readonly weeks: readonly string[]; readonly shown: KeptBrief | null }> =>
  begin(permit, (work) => readBriefs(work, week))

/** Whether nothing happened in the week of a brief and nothing waits. */
export const isQuietBrief = ({ content }: KeptBrief): boolean => isQuiet(content)
