import { indicator } from '@/lib/notice'
import type { Check, Finding } from '@/lib/rules/checks'
import type { KeptChange } from '@/lib/store/cells'
import type { VersionFinding } from '@/lib/store/version-findings'
import { dayOf, type Period } from '@/lib/values'
import { findingsOf } from './check-report'
import type { KnownFigures } from './known-figures'
import type { SoftFinding } from './soft-findings'

/** A version as it is submitted, with every save that led to it. */
export interface LivedVersion {
  readonly period: Period
  readonly version: number
  readonly known: KnownFigures
  readonly checks: readonly Check[]
  /** Of what is submitted. */
  readonly findings: readonly Finding[]
  readonly soft: readonly SoftFinding[]
  /** Every save of every cell of the report, first to last, those of earlier versions included. */
  readonly changes: readonly KeptChange[]
}

const keyOf = ({ rule, indicator, part }: Finding): string => `${rule}/${indicator}/${part}`

/**
 * What the checks found in the life of a version: the saved figures are replayed save by save. A finding that still stands
 * when the version is submitted was explained (or is open); one that no longer stands led to a correction. Left out:
 * results not answered yet, for so every report begins; and how registers grew, whose counts are taken as submitted.
 */
export function findingsInLife(lived: LivedVersion): readonly VersionFinding[] {
  const last = new Map<string, Finding>()
  for (const { cells, until } of statesOf(lived)) {
    // A state is looked at as on its last day, so that what falls due with time is found when it did.
    const known = { ...lived.known, entities: [], today: until === null ? lived.known.today : dayOf(until) }
    for (const finding of findingsOf(lived.period, cells, [], known, lived.checks))
      last.set(keyOf(finding), finding)
  }
  const standing = new Map(lived.findings.map((finding) => [keyOf(finding), finding]))
  const explained = new Set(
    lived.soft.filter(({ explanation }) => explanation !== null).map(({ finding }) => keyOf(finding)),
  )
  return [...new Map([...last, ...standing])]
    .filter(([, { rule }]) => rule !== 'answerMissing')
    .map(([key, finding]): VersionFinding => ({
      ...pick(finding),
      outcome: !standing.has(key) ? 'corrected' : explained.has(key) ? 'explained' : 'open',
    }))
}

const pick = ({ rule, severity, indicator, part, expected, received }: Finding) => ({
  rule,
  severity,
  indicator,
  part,
  expected,
  received,
})

/** The figures between two saves; `until` null: as submitted. */
interface State {
  readonly cells: readonly KeptChange[]
  readonly until: Date | null
}

/** The figures as they were when this version was begun, and after each of its saves. */
function statesOf({ version, changes }: LivedVersion): readonly State[] {
  const saved = new Map<string, KeptChange>()
  const states: State[] = []
  // Of a count the register tells the figure, not the cell.
  const figures = changes.filter(({ indicator: code }) => indicator(code).kind === 'growth')
  const own = savesOf(figures.filter(({ reportVersion }) => reportVersion === version))
  for (const change of figures) {
    if (change.reportVersion < version) saved.set(cellOf(change), change)
  }
  const end = (save: number): Date | null => own[save]?.[0]?.at ?? null
  if (saved.size > 0) states.push({ cells: [...saved.values()], until: end(0) })
  own.forEach((together, i) => {
    for (const change of together) saved.set(cellOf(change), change)
    states.push({ cells: [...saved.values()], until: end(i + 1) })
  })
  return states
}

const cellOf = ({ indicator: code, part }: Pick<KeptChange, 'indicator' | 'part'>): string =>
  `${code}/${part}`

/** Changes of one moment are one save, unless the same cell comes twice. */
function savesOf(changes: readonly KeptChange[]): readonly (readonly KeptChange[])[] {
  const saves: KeptChange[][] = []
  for (const change of changes) {
    const last = saves.at(-1)
    const isTogether =
      last?.[0]?.at.getTime() === change.at.getTime() && !last.some((each) => cellOf(each) === cellOf(change))
    if (last !== undefined && isTogether) last.push(change)
    else saves.push([change])
  }
  return saves
}
