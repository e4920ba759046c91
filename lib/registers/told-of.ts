import type { RegisterStanding } from '@/lib/rules/register-standing'
import type { Cell } from '@/lib/store/cells'

/** What the grid is told of a register as a whole: of thousands of rows only those of which there is something to say. */
export function toldOf({
  standing,
  declaration,
}: {
  readonly standing: RegisterStanding
  readonly declaration: Cell | null
}) {
  const noted = Object.entries(standing.rows).filter(
    ([, { counts, likeness, case: number }]) => counts !== 'new' || likeness.length > 0 || number !== null,
  )
  return {
    standing: { ...standing, rows: Object.fromEntries(noted) },
    declaration: declaration && { content: declaration.content, version: declaration.version },
  }
}
