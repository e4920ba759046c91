import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, words } from '@/lib/i18n'
import type { Problem } from '@/lib/imports/reading'
import type { Locale } from '@/lib/values'
import { problemKind, problemSentence, type ProblemGroup } from './problem-sentence'

/** So many of a kind are listed; all of them stand in the marked copy. */
const LISTED = 50

/** Everything that is wrong with a file, at once, by kinds: sheet, cell, what stands there, what to do. */
export function ProblemTables({ problems, locale }: { problems: readonly Problem[]; locale: Locale }) {
  const said = words(locale).importing.problems
  const groups = new Map<ProblemGroup, Problem[]>()
  for (const problem of problems) {
    const { group } = problemKind(problem)
    groups.set(group, [...(groups.get(group) ?? []), problem])
  }
  return [...groups].map(([group, all]) => (
    <section key={group} className="mb-4">
      <h3 className="mb-1 text-base">{said.kind(said.group[group], formatNumber(String(all.length)))}</h3>
      <Table label={said.group[group]} boxClassName="max-h-[50vh]">
        <thead>
          <tr>
            <ColumnHead className="sm:w-56">{said.place}</ColumnHead>
            <ColumnHead className="sm:w-64">{said.got}</ColumnHead>
            <ColumnHead className="min-w-52">{said.problem}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, LISTED).map((problem, i) => (
            <tr key={i}>
              <RowHead className="whitespace-nowrap">
                {problem.sheet} <strong>{problem.cell}</strong>
              </RowHead>
              <Cell className="min-w-28 break-all">{problem.got}</Cell>
              <Cell>{problemSentence(locale, problem)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {all.length > LISTED && (
        <p className="text-sm text-muted">{said.more(formatNumber(String(all.length - LISTED)))}</p>
      )}
    </section>
  ))
}
