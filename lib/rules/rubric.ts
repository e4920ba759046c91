/**
 * The marks that a reader can give a result only people can judge (R11), from 0 to 100: not begun, begun, partly, for the
 * most part, wholly shown by evidence. No document gives a rubric; these are the portal's own, and marked so.
 */
const rubricMarks = [0, 25, 50, 75, 100] as const

export type RubricMark = (typeof rubricMarks)[number]

/** A mark as typed or chosen; undefined for anything that is none. */
export const rubricMark = (text: string): RubricMark | undefined =>
  rubricMarks.find((mark) => String(mark) === text)
