import type { ClauseId } from './clauses'
import type { IndicatorCode } from './indicator-types'

export interface Task {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly clause: ClauseId | null
  /** Results this task serves. The notice does not print this map: it is our reading of its structure. */
  readonly serves: readonly IndicatorCode[]
}

/** The four heads every city must carry out (必做任务). Cities divide them differently below the heads. */
export const mandatoryTasks: readonly Task[] = [
  {
    code: 'industry_mechanism',
    zh: '建立健全知识产权引领产业发展工作机制',
    en: 'Establish sound working mechanisms by which intellectual property leads industry',
    clause: '三·1·1',
    serves: [
      'patent_intensive_value_added',
      'gi_output_value',
      'navigation_projects',
      'regional_brands',
      'trademark_cultivation',
    ],
  },
  {
    code: 'innovator_capability',
    zh: '支持创新主体提高知识产权运用能力',
    en: 'Support innovators in becoming better at using intellectual property',
    clause: '三·1·2',
    serves: [
      'transfers_licenses',
      'patent_contract_value',
      'smes_commercialised',
      'certified_entities',
      'model_universities',
      'custody_smes',
    ],
  },
  {
    code: 'ip_finance',
    zh: '深化知识产权金融服务',
    en: 'Deepen financial services for intellectual property',
    clause: '三·1·3',
    serves: ['pledge_amount', 'pledge_projects', 'securitisation_products'],
  },
  {
    code: 'service_cluster',
    zh: '高水平建设知识产权服务业集聚区',
    en: 'Build intellectual property service industry clusters to a high standard',
    clause: '三·1·4',
    serves: [
      'service_cluster',
      'regional_platform',
      'operation_centres',
      'service_providers',
      'industry_supervision',
    ],
  },
]

/** What cities with the conditions may explore (选做任务), from press reports; the list there ends in 等, "and others". */
export const optionalTasks: readonly Task[] = [
  {
    code: 'park_pooled_credit',
    zh: '园区知识产权质押融资集合授信',
    en: 'Pooled credit for pledge financing in industrial parks',
    clause: null,
    serves: ['pledge_amount', 'pledge_projects'],
  },
  {
    code: 'patents_and_standards',
    zh: '专利与技术标准融合试点',
    en: 'Pilots joining patents with technical standards',
    clause: null,
    serves: [],
  },
  {
    code: 'valuation_registers',
    zh: '知识产权资产评估机构库、专家库',
    en: 'Registers of valuation bodies and of experts for intellectual property assets',
    clause: null,
    serves: [],
  },
]
