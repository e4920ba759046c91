import type { BreakdownPart, IndicatorCode, RowField } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import type { Identity } from '../identity'
import type { Likeness } from '../register-standing'
import type { Facts, IncomparableBases } from '../types'
import type { CheckBounds } from './bounds'

/** hard: impossible, must be corrected; soft: may be true, must then be explained in writing (出错说明). */
export type Severity = 'hard' | 'soft'

export type CheckCode =
  | 'answerMissing'
  | 'reasonMissing'
  | 'notAFigure'
  | 'cumulativeFell'
  | 'pledgeOneSided'
  | 'yearDisagreesWithQuarters'
  | 'breakdownDisagrees'
  | 'expectedPassed'
  | 'unitSlip'
  | 'jump'
  | 'growthAcrossBases'
  | 'namesDiffer'
  | 'codesDiffer'
  | 'detailsMissing'
  | 'certifiedOverCertificates'

/** What the person does next about a finding. */
export type NextStep =
  | 'enterOrGiveReason'
  | 'giveReason'
  | 'giveDate'
  | 'giveFigureOrDate'
  | 'enterPlainFigure'
  | 'checkRegister'
  | 'checkBothFigures'
  | 'checkParts'
  | 'checkUnit'
  | 'correctOrExplain'
  | 'sayBasis'
  | 'compareNames'
  | 'compareCodes'
  | 'fillDetails'
  | 'compareCertificates'

/** A quarter's answer has the part '', beside it the parts of a sum; the base year's report its quarters, or the year as 'Y'. */
export type CheckedPart = '' | BreakdownPart | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Y'

/** What a cell says. */
export type Answer =
  | { readonly state: 'figure'; readonly value: string }
  | { readonly state: 'blank' }
  | { readonly state: 'notApplicable'; readonly reason: string }
  | { readonly state: 'notYetAvailable'; readonly reason: string; readonly expectedOn: string }
  | { readonly state: 'narrative'; readonly narrative: string }

export interface CheckedCell {
  readonly indicator: IndicatorCode
  readonly part: CheckedPart
  readonly content: Answer
}

/** What there is to say of the rows of one register that a report brings. */
export interface CheckedRegister {
  readonly indicator: IndicatorCode
  /** Rows that are like others, in the order in which they were made. */
  readonly alike: readonly {
    readonly name: string
    readonly creditCode: string | null
    readonly likeness: Likeness
  }[]
  /** Rows without something that their register asks. */
  readonly lacking: readonly { readonly name: string; readonly fields: readonly RowField[] }[]
  /** Of certified entities: the certificates of earlier quarters, oldest first, then those of this report's rows. */
  readonly certificates: readonly HeldCertificate[]
}

/** A certificate that a row states as its entity's. */
export interface HeldCertificate extends Identity {
  /** As written. */
  readonly number: string
  /** The day it begins, ISO; '' where that is not said. */
  readonly validFrom: string
  /** The earlier quarter whose report brought the row; null for this one. */
  readonly since: Period | null
}

/** One report as it would be signed, with what the city has reported before. */
export interface CheckedReport {
  /** A quarter, or the base year. */
  readonly period: Period
  /**
   * Every cell the report asks for, blank ones included; a count has the figure its register gives. Parts of a sum only where
   * one of them was given, and then all.
   */
  readonly cells: readonly CheckedCell[]
  /** The day on which it is checked, ISO; without it no day has passed. */
  readonly today?: string
  /** Figures of other periods. Those at or after this report's period are not looked at. */
  readonly history: Facts
  /** Growth results whose base a decision has marked as not comparable with this report's quarter (R8). */
  readonly incomparable?: IncomparableBases
  /** Parts of a sum, where a result is reported by type. */
  readonly breakdowns?: { readonly [code in IndicatorCode]?: readonly string[] }
  /** Registers of which there is something to say, and that of certified entities with its certificates. */
  readonly registers?: readonly CheckedRegister[]
}

/** One thing found. Codes and exact numbers only; lib/i18n says the sentence. */
export interface Finding {
  readonly rule: CheckCode
  readonly severity: Severity
  readonly indicator: IndicatorCode
  readonly part: CheckedPart
  readonly expected: Readonly<Record<string, string>>
  readonly received: Readonly<Record<string, string>>
  readonly next: NextStep
}

/** What a rule finds, before its severity at this period is known. */
export type Found = Omit<Finding, 'rule' | 'severity'>

/** A rule with its dates. */
export interface Check {
  readonly code: CheckCode
  readonly severity: Severity
  /** The day the rule was introduced. */
  readonly introduced: string
  /** A new hard rule is soft for reports before this quarter, so that no city is surprised by it. */
  readonly hardFrom?: Quarter
  /** The bounds drawn from the city's own history, as decided; the usual ones if nothing was. */
  readonly bounds?: CheckBounds
  readonly find: (report: CheckedReport, bounds: CheckBounds) => readonly Found[]
}
