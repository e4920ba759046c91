import type { IndicatorCode } from '@/lib/notice'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale, Period, Quarter } from '@/lib/values'
import type { TraceReference } from './trace-reference'

/** One verdict as exported: finished words, exact numbers (decimals or fractions). */
export interface MatrixVerdict {
  readonly code: VerdictCode
  readonly word: string
  /** The quarter judged. */
  readonly period: Period
  readonly actual: string | null
  readonly required: string | null
  readonly gap: string | null
  /** Why it could not be computed or what is missing, in words. */
  readonly reason: string | null
  /** Of the newest figure the verdict rests on. */
  readonly version: number | null
  /** ISO instant at which the newest figure was accepted. */
  readonly acceptedAt: string | null
  /** The latest figure it rests on; null where a version stands behind none. */
  readonly reference: TraceReference | null
  /** The figure that `actual` is, where it is one and no sum of several. */
  readonly exact: TraceReference | null
}

export type MatrixVerdicts = Readonly<Partial<Record<IndicatorCode, MatrixVerdict>>>

/** An instalment: the amount in 万元 if it is known, else the words that say why not. */
export interface MatrixInstalment {
  readonly wan: string | null
  readonly word: string
}

export interface MatrixCity {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly verdicts: MatrixVerdicts
  readonly instalments: { readonly first: MatrixInstalment; readonly second: MatrixInstalment }
  /** Figures of the as-of quarter that are submitted and not accepted; none where they are hidden. */
  readonly pending: Readonly<Partial<Record<IndicatorCode, string>>>
}

export interface MatrixIndicator {
  readonly code: IndicatorCode
  readonly name: string
  readonly unit: string
  readonly clause: string
}

/** Cities × results as one export shows them. Its order is the order of the file. */
export interface MatrixDocument {
  readonly locale: Locale
  readonly asOf: Quarter
  /** ISO instant as of which the figures are known. */
  readonly knownAt: string
  readonly ruleVersion: string
  readonly demonstration: boolean
  /** Whether figures that are not accepted were chosen to be shown. */
  readonly unaccepted: 'shown' | 'hidden'
  readonly indicators: readonly MatrixIndicator[]
  readonly cities: readonly MatrixCity[]
  /** Rows that are no cities, such as the published national figures. */
  readonly reference: readonly {
    readonly name: string
    readonly asOf: Quarter
    readonly verdicts: MatrixVerdicts
  }[]
}
