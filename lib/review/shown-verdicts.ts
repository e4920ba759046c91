import type { IndicatorCode } from '@/lib/notice'
import { differencesBetween, sameOutcome, type Difference, type Judgement } from '@/lib/rules'
import type { Issued } from './issue-verdicts'
import type { CityVerdicts } from './judge-cities'

/** When, by whom and by which rules a verdict was issued. */
export type IssueNote = Pick<
  Issued,
  'issuedAt' | 'issuedByName' | 'ruleVersion' | 'reportVersion' | 'configurationDecision' | 'restatement'
>

/** How the rules, decisions and figures of today would judge an issued verdict otherwise. */
export interface Otherwise {
  readonly now: Judgement
  readonly differences: readonly Difference[]
}

type Against = 'floor' | 'target'
type OfEach<T> = Readonly<Partial<Record<IndicatorCode, { readonly [against in Against]?: T }>>>

/** The verdicts of a city as of one quarter as they are shown: as issued, where they were. */
export interface ShownVerdicts {
  readonly verdicts: CityVerdicts
  readonly notes: OfEach<IssueNote>
  readonly otherwise: OfEach<Otherwise>
}

/** Puts the issued verdicts in the place of those judged just now, and keeps beside them where the two differ. */
export function shownVerdicts(live: CityVerdicts, issued: readonly Issued[]): ShownVerdicts {
  const notes: Partial<Record<IndicatorCode, Partial<Record<Against, IssueNote>>>> = {}
  const otherwise: Partial<Record<IndicatorCode, Partial<Record<Against, Otherwise>>>> = {}
  const shown = (now: Judgement): Judgement => {
    const { indicator, against } = now.verdict
    const found = issued.find((each) => each.indicator === indicator && each.against === against)
    if (found === undefined) return now
    const { judgement, ...note } = found
    ;(notes[indicator] ??= {})[against] = note
    if (!sameOutcome(judgement.verdict, now.verdict)) {
      ;(otherwise[indicator] ??= {})[against] = { now, differences: differencesBetween(judgement, now) }
    }
    return judgement
  }
  const byFloor = live.byFloor.map(shown)
  const onTarget = issued.filter(({ against }) => against === 'target')
  const byTarget = Object.fromEntries([
    // A target may have been issued against that is no longer in force.
    ...onTarget.map(({ indicator, judgement }) => [indicator, judgement] as const),
    ...Object.entries(live.byTarget).map(([code, judgement]) => [code, shown(judgement)] as const),
  ])
  const [first] = issued
  const configuration = first?.judgement.explanation.configuration ?? live.configuration
  return { verdicts: { configuration, byFloor, byTarget }, notes, otherwise }
}
