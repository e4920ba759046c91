import type { IndicatorUnit } from '@/lib/values'
import type { ClauseId } from './clauses'

/** The nineteen results in the order of the notice. */
export const indicatorCodes = [
  'transfers_licenses',
  'pledge_amount',
  'pledge_projects',
  'patent_contract_value',
  'smes_commercialised',
  'securitisation_products',
  'patent_intensive_value_added',
  'gi_output_value',
  'navigation_projects',
  'regional_brands',
  'certified_entities',
  'model_universities',
  'custody_smes',
  'trademark_cultivation',
  'service_cluster',
  'regional_platform',
  'operation_centres',
  'service_providers',
  'industry_supervision',
] as const

export type IndicatorCode = (typeof indicatorCodes)[number]

/** The results that are counted, each with a register of rows behind its number. */
export type CountCode = Extract<
  IndicatorCode,
  | 'smes_commercialised'
  | 'securitisation_products'
  | 'navigation_projects'
  | 'certified_entities'
  | 'custody_smes'
  | 'regional_platform'
  | 'operation_centres'
>

/** The results with a register: those that are counted, and three that a person judges by it. */
export type RegisterCode =
  CountCode | Extract<IndicatorCode, 'regional_brands' | 'model_universities' | 'service_providers'>

/** quarterFlow: what happened in the quarter; cumulativeDistinct: different ones since the start. */
export type IndicatorPeriod = 'quarterFlow' | 'cumulativeDistinct' | 'officialAnnual' | 'status' | 'narrative'
/** Which rows stand behind a headline count. */
export type RegisterKind = 'enterprises' | 'products' | 'projects' | 'brands' | 'entities' | 'organisations'

/**
 * The types by which transfers and licences are reported (R6): the right, and whether it was transferred (转让) or licensed
 * (许可). Pledging a right is neither and is no part of them.
 */
export const breakdownParts = [
  'patentTransfer',
  'patentLicense',
  'trademarkTransfer',
  'trademarkLicense',
  'otherTransfer',
  'otherLicense',
] as const

export type BreakdownPart = (typeof breakdownParts)[number]

interface Described {
  readonly code: IndicatorCode
  readonly clause: ClauseId
  readonly zh: string
  readonly en: string
  readonly unit: IndicatorUnit
  readonly period: IndicatorPeriod
  readonly register: RegisterKind | null
  /** The parts that a quarter's figure may be reported by, and must then add up to; empty where it is one number. */
  readonly breakdown: readonly BreakdownPart[]
}

/** floor: whole per cent a year on average. */
export interface GrowthIndicator extends Described {
  readonly kind: 'growth'
  readonly floor: number
}

/** floor: how many since the start. */
export interface CountIndicator extends Described {
  readonly code: CountCode
  readonly kind: 'count'
  readonly register: RegisterKind
  readonly floor: number
}

export interface QualitativeIndicator extends Described {
  readonly kind: 'qualitative'
  readonly floor: null
}

/** A result with a register. */
export type RegisterIndicator = (CountIndicator | QualitativeIndicator) & { readonly code: RegisterCode }

export type NumericIndicator = GrowthIndicator | CountIndicator
export type Indicator = NumericIndicator | QualitativeIndicator
