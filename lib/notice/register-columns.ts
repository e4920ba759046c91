import type { CountCode, RegisterCode } from './indicator-types'

/** The columns that only some registers have; of these only `level` is a column of the store, the others are details. */
export const DETAIL_FIELDS = [
  'university',
  'patentNumber',
  'amount',
  'patentCount',
  'venue',
  'projectType',
  'standard',
  'certificateNumber',
  'validFrom',
  'validTo',
  'provider',
  'industry',
  'brandKind',
  'schoolKind',
  'services',
  'serviceBrand',
] as const

/** The columns that every register has. */
export type CoreField = 'name' | 'creditCode' | 'noCodeReason' | 'countedOn' | 'evidence' | 'note'
export type DetailField = (typeof DETAIL_FIELDS)[number]
export type RowField = CoreField | 'level' | DetailField

/** Every field that a row may have, in the order in which a table with all of them shows them. */
export const ROW_FIELDS: readonly RowField[] = [
  'name',
  'creditCode',
  'noCodeReason',
  'countedOn',
  'level',
  ...DETAIL_FIELDS,
  'evidence',
  'note',
]

export const LEVELS = ['national', 'provincial', 'municipal'] as const
/** GB/T 39551: what a patent navigation is for. Only the industry type counts (二·2 产业类专利导航). */
const PROJECT_TYPES = ['industryPlanning', 'regionalPlanning', 'enterprise', 'research', 'talent'] as const
/** Certification standards: enterprises (2013, and 2023 from 2024-01-01), universities, institutes. */
const STANDARDS = ['gbt29490_2013', 'gbt29490_2023', 'gbt33251_2016', 'gbt33250_2016'] as const
const VENUES = ['sse', 'szse', 'interbank', 'otherVenue'] as const
const BRAND_KINDS = ['collectiveMark', 'certificationMark', 'geographicalIndication', 'otherBrand'] as const
const SCHOOL_KINDS = ['pilot', 'model'] as const
const SERVICE_BRANDS = ['serviceBrand', 'cultivated', 'notDesignated'] as const

export type Level = (typeof LEVELS)[number]
export type RowChoice =
  | Level
  | (typeof PROJECT_TYPES)[number]
  | (typeof STANDARDS)[number]
  | (typeof VENUES)[number]
  | (typeof BRAND_KINDS)[number]
  | (typeof SCHOOL_KINDS)[number]
  | (typeof SERVICE_BRANDS)[number]

/**
 * What a column takes. `amount`: 万元, exactly, at most six decimals; `whole`: a whole number; `reason`: why there is no
 * credit code; `evidence`: what proves the row; `note`: anything.
 */
export type ColumnKind =
  'text' | 'creditCode' | 'reason' | 'day' | 'choice' | 'amount' | 'whole' | 'evidence' | 'note'

export type ColumnWidth = 14 | 16 | 18 | 20 | 24 | 28 | 32

/** One column of a register. Its names are in lib/i18n/words/register-columns.ts. */
export interface RegisterColumn {
  readonly field: RowField
  readonly kind: ColumnKind
  /** What a choice may be; empty for other kinds. */
  readonly choices: readonly RowChoice[]
  /**
   * `row`: no row is kept without it; `check`: missing, it is pointed out in the register; `no`: may be empty. Credit
   * code and reason are `row` together: exactly one of them.
   */
  readonly required: 'row' | 'check' | 'no'
  /** How many signs it holds. */
  readonly longest: number
  /** In characters of a Latin typeface, for a grid or a sheet. */
  readonly width: ColumnWidth
}

const column = (
  field: RowField,
  kind: ColumnKind,
  required: RegisterColumn['required'],
  width: ColumnWidth,
  longest = 200,
): RegisterColumn => ({ field, kind, choices: [], required, longest, width })

const choice = (
  field: RowField,
  required: RegisterColumn['required'],
  width: ColumnWidth,
  choices: readonly RowChoice[],
): RegisterColumn => ({ field, kind: 'choice', choices, required, longest: 40, width })

const DETAILS: Readonly<Record<RegisterCode, readonly RegisterColumn[]>> = {
  smes_commercialised: [
    column('university', 'text', 'check', 24),
    column('patentNumber', 'text', 'check', 20),
  ],
  securitisation_products: [
    column('amount', 'amount', 'check', 24, 25),
    column('patentCount', 'whole', 'check', 20, 18),
    column('patentNumber', 'text', 'no', 20, 1000),
    choice('venue', 'check', 16, VENUES),
  ],
  navigation_projects: [choice('projectType', 'row', 24, PROJECT_TYPES)],
  regional_brands: [choice('brandKind', 'check', 16, BRAND_KINDS)],
  certified_entities: [
    choice('standard', 'check', 20, STANDARDS),
    column('certificateNumber', 'text', 'check', 20, 60),
    column('validFrom', 'day', 'check', 14, 40),
    column('validTo', 'day', 'check', 14, 40),
  ],
  model_universities: [choice('schoolKind', 'check', 14, SCHOOL_KINDS)],
  custody_smes: [column('provider', 'text', 'check', 28)],
  regional_platform: [],
  operation_centres: [choice('level', 'row', 14, LEVELS), column('industry', 'text', 'check', 18)],
  service_providers: [
    column('services', 'text', 'check', 24),
    choice('serviceBrand', 'no', 18, SERVICE_BRANDS),
  ],
}

/** The columns of a register, in the order in which a person reads them off a document. */
export const registerColumns = (code: RegisterCode): readonly RegisterColumn[] => COLUMNS[code]

/** The columns that only this register has: all others stand before and behind them, and every register has those. */
export const ownColumns = (code: RegisterCode): readonly RegisterColumn[] => DETAILS[code]

const columnsFor = (code: RegisterCode): readonly RegisterColumn[] => [
  column('name', 'text', 'row', 32),
  column('creditCode', 'creditCode', 'row', 24, 60),
  column('noCodeReason', 'reason', 'row', 18),
  column('countedOn', 'day', 'row', 14, 40),
  ...DETAILS[code],
  column('evidence', 'evidence', 'no', 18, 1000),
  column('note', 'note', 'no', 14, 1000),
]

export const registerCodes = Object.keys(DETAILS) as readonly RegisterCode[]

/** How many columns of its own a register has at most. */
export const MOST_OWN_COLUMNS = Math.max(...registerCodes.map((code) => DETAILS[code].length))

const COLUMNS = Object.fromEntries(registerCodes.map((code) => [code, columnsFor(code)])) as Readonly<
  Record<RegisterCode, readonly RegisterColumn[]>
>

/** Whether a text is the code of a result that has a register. */
export const isRegisterCode = (text: string): text is RegisterCode =>
  registerCodes.some((code) => code === text)

/** Whether a register backs a result that is counted; the others support a result that a person judges. */
export const isCountCode = (code: RegisterCode): code is CountCode =>
  code !== 'regional_brands' && code !== 'model_universities' && code !== 'service_providers'
