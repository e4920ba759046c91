import type { Projection, RequiredPath } from '@/lib/rules'
import { approximate, quarterNumberOf, yearOf, type Quarter } from '@/lib/values'

/** The numbers of one quarter in a path, exact; null where there is none. */
export interface PathNumbers {
  readonly actual: string | null
  readonly required: string | null
  /** What the notice requires in the end: of a flow of the whole year, of a count of the whole span. */
  readonly floor: string | null
  readonly target: string | null
  readonly projection: string | null
  /** What would stand here if what is submitted were accepted; null where that is what stands, or where it is hidden. */
  readonly pending: string | null
}

export interface PathQuarter extends PathNumbers {
  readonly quarter: Quarter
  /** The number of the restatement that corrected the figure of this quarter last; null where none did. */
  readonly restated: number | null
}

/** A point to draw. `at` counts quarters from the start of the span; between two years stands a row without numbers. */
export interface PathPointDrawn {
  readonly at: number
  readonly quarter: Quarter | null
  readonly actual: number | null
  readonly required: number | null
  readonly floor: number | null
  readonly target: number | null
  readonly projection: number | null
  readonly pending: number | null
  readonly isRestated: boolean
}

export interface PathLines {
  readonly quarters: readonly PathQuarter[]
  readonly drawn: readonly PathPointDrawn[]
  /** Nothing known up to the quarter judged, and nothing required: there is nothing to draw. */
  readonly isEmpty: boolean
}

// A flow begins each year at nothing: its new line starts a little after the end of the old one.
const BREAK = 0.04

/**
 * The lines of one result's chart up to the quarter judged: what is and what is required, against the floor and the own
 * target. A flow is drawn year by year from zero, a count once from the start.
 */
export function pathLines(
  kind: 'growth' | 'count',
  paths: {
    readonly floor: RequiredPath
    readonly target: RequiredPath | null
    /** With what is submitted and not accepted; null where that is hidden. */
    readonly submitted?: RequiredPath | null
  },
  judgedAt: Quarter,
  projection: Projection | null,
  restated: ReadonlyMap<string, number> = new Map(),
): PathLines {
  const quarters = paths.floor.points.map((point, i): PathQuarter => {
    const isKnown = point.quarter <= judgedAt
    const submitted = paths.submitted?.points[i]?.actual ?? null
    const projected = projection !== null && projection.at > judgedAt
    return {
      quarter: point.quarter,
      actual: isKnown ? point.actual : null,
      required: point.required,
      floor: floorAt(kind, paths.floor, point.quarter),
      target: paths.target?.points[i]?.required ?? null,
      projection: !projected
        ? null
        : point.quarter === judgedAt
          ? point.actual
          : point.quarter === projection.at
            ? projection.value
            : point.quarter === projection.year?.at && point.quarter > judgedAt
              ? projection.year.value
              : null,
      pending: submitted === point.actual ? null : submitted,
      restated: isKnown ? (restated.get(point.quarter) ?? null) : null,
    }
  })
  const isEmpty = quarters.every(
    ({ actual, required, pending }) => actual === null && required === null && pending === null,
  )
  return { quarters, drawn: draw(kind, quarters), isEmpty }
}

function floorAt(kind: 'growth' | 'count', { points }: RequiredPath, quarter: Quarter): string | null {
  const end =
    kind === 'count' ? points.at(-1) : points.findLast((point) => yearOf(point.quarter) === yearOf(quarter))
  return end?.required ?? null
}

function draw(kind: 'growth' | 'count', quarters: readonly PathQuarter[]): PathPointDrawn[] {
  return quarters.flatMap((quarter, i) => {
    const point = drawn(i + 1, quarter)
    const begins = i === 0 || (kind === 'growth' && quarterNumberOf(quarter.quarter) === 1)
    if (!begins) return [point]
    const start: PathPointDrawn = {
      at: i === 0 ? 0 : i + BREAK,
      quarter: null,
      actual: quarter.actual === null ? null : 0,
      required: quarter.required === null ? null : 0,
      floor: quarter.floor === null ? null : approximate(quarter.floor),
      target: quarter.target === null ? null : 0,
      projection: null,
      pending: null,
      isRestated: false,
    }
    const nothing = { ...start, actual: null, required: null, floor: null, target: null }
    return i === 0 ? [start, point] : [{ ...nothing, at: i + BREAK / 2 }, start, point]
  })
}

function drawn(
  at: number,
  { quarter, actual, required, floor, target, projection, pending, restated }: PathQuarter,
): PathPointDrawn {
  const number = (exact: string | null) => (exact === null ? null : approximate(exact))
  return {
    at,
    quarter,
    actual: number(actual),
    required: number(required),
    floor: number(floor),
    target: number(target),
    projection: number(projection),
    pending: number(pending),
    isRestated: restated !== null,
  }
}
