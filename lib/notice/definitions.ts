import type { Bilingual } from '@/lib/values'
import type { IndicatorCode } from './indicator-types'

/** What a result counts in practice, and who usually holds its figure. Ours, not the notice's, which defines neither. */
export interface Definition {
  readonly counts: Bilingual
  readonly source: Bilingual
}

const definitions: Readonly<Record<IndicatorCode, Definition>> = {
  transfers_licenses: {
    counts: {
      zh: '本季度完成登记或备案的转让、许可次数；一份备案涉及多件权利的按次计，不按件计。质押不算转让，也不算许可。',
      en: 'Transfers and licences recorded in the quarter, each recordal once whatever the number of rights it names. A pledge is neither.',
    },
    source: {
      zh: '国家知识产权局专利、商标的转让登记与许可备案数据，由市知识产权局取得',
      en: 'CNIPA’s records of transfers and licences of patents and trademarks, through the city IP bureau',
    },
  },
  pledge_amount: {
    counts: {
      zh: '本季度新登记的专利、商标质押所担保的融资金额，按登记日期归季；不是贷款余额，也不是银行累计发放额。',
      en: 'Financing secured by pledges of patents and trademarks newly registered in the quarter, by the day of registration: no balance of loans, no amount paid out by banks.',
    },
    source: {
      zh: '国家知识产权局质押登记数据；银行口径的数字不能代替',
      en: 'CNIPA’s register of pledges; figures of banks count something else',
    },
  },
  pledge_projects: {
    counts: {
      zh: '本季度新登记的质押项目数；一项登记可含多件专利，不按件计。与金额同一来源、同一日期口径。',
      en: 'Pledges newly registered in the quarter; one registration may hold many patents. Same source and same dates as the amount.',
    },
    source: { zh: '国家知识产权局质押登记数据', en: 'CNIPA’s register of pledges' },
  },
  patent_contract_value: {
    counts: {
      zh: '本季度认定登记的技术合同中涉及专利的合同成交额。输出与吸纳须固定取一种口径，前后一致；“涉及知识产权”的合同范围更宽，不能混用。',
      en: 'Value of the technology contracts on patents registered in the quarter. Keep to contracts sold or contracts bought throughout; contracts “involving IP” are more and not the same.',
    },
    source: {
      zh: '科技部门的技术合同认定登记系统',
      en: 'Registration of technology contracts at the science department',
    },
  },
  smes_commercialised: {
    counts: {
      zh: '以受让、许可、作价入股等方式实施高校院所专利的不同中小企业家数，同一企业只计一次。',
      en: 'Different small and medium-sized enterprises that took over, licensed or otherwise put to use patents of universities and institutes, each once.',
    },
    source: {
      zh: '合同或备案证明，由市知识产权局汇集',
      en: 'Contracts or recordals, gathered by the city IP bureau',
    },
  },
  securitisation_products: {
    counts: {
      zh: '已经发行的知识产权证券化产品单数；分期发行的按批复的单数计，不把“期”“只”“宗”当作“单”。',
      en: 'Securitisation products issued; instalments of one product are not products of their own.',
    },
    source: {
      zh: '证券交易所、银行间市场交易商协会的发行公告',
      en: 'Issue notices of the exchanges and of the interbank dealers’ association',
    },
  },
  patent_intensive_value_added: {
    counts: {
      zh: '按《知识产权（专利）密集型产业统计分类（2019）》核算的增加值，年度、现价；普查后会修订上年数。产值不是增加值。',
      en: 'Value added of the industries in the 2019 classification of patent-intensive industries, yearly, in current prices, restated after a census. Output is not value added.',
    },
    source: {
      zh: '统计部门年度核算，约在次年年底公布',
      en: 'The yearly account of the statistics office, out about a year later',
    },
  },
  gi_output_value: {
    counts: {
      zh: '纳入地理标志运用促进工程的产品的直接产值；带动产值另列，不相加。',
      en: 'Direct output of the products in the promotion projects; output they bring along elsewhere stands apart.',
    },
    source: {
      zh: '地理标志持有人与用标企业、农业农村和市场监管部门',
      en: 'Holders and users of the indication; agriculture and market supervision departments',
    },
  },
  navigation_projects: {
    counts: {
      zh: '产业规划类专利导航项目；区域、企业、研发、人才类不计入。',
      en: 'Patent navigation of the industry-planning type; the other four types do not count.',
    },
    source: { zh: '市知识产权局立项与验收文件', en: 'Approval and acceptance papers of the city IP bureau' },
  },
  regional_brands: {
    counts: {
      zh: '区域商标品牌的建设与使用情况，以集体商标、证明商标为主。',
      en: 'How regional brands are built and used, mostly collective and certification marks.',
    },
    source: { zh: '市场监管部门与行业协会', en: 'Market supervision department and trade associations' },
  },
  certified_entities: {
    counts: {
      zh: '考核期内通过知识产权管理体系认证的企业、高校、科研院所；开展贯标而未取证的不计。标准已换版，新旧版证书均可。',
      en: 'Enterprises, universities and institutes certified within the span under the IP management standards, old edition or new; adopting a standard without the certificate does not count.',
    },
    source: {
      zh: '认证机构证书与全国认证认可信息公共服务平台',
      en: 'Certificates, and the national register of certifications',
    },
  },
  model_universities: {
    counts: {
      zh: '支持国家知识产权试点示范高校建设的情况。',
      en: 'How the national pilot and demonstration universities are supported.',
    },
    source: { zh: '教育部门与有关高校', en: 'Education department and the universities' },
  },
  custody_smes: {
    counts: {
      zh: '签有知识产权托管协议的不同中小企业家数，累计、去重；续签不重复计。',
      en: 'Different small and medium-sized enterprises with a custody agreement, since the start; a renewed one is no new one.',
    },
    source: {
      zh: '服务机构的托管协议，由服务平台汇集',
      en: 'Agreements of the service providers, gathered by the platform',
    },
  },
  trademark_cultivation: {
    counts: {
      zh: '市场主体商标布局与品牌培育的进展。',
      en: 'How trademark layout and brand cultivation advance.',
    },
    source: { zh: '市场监管部门', en: 'Market supervision department' },
  },
  service_cluster: {
    counts: {
      zh: '知识产权服务业集聚区的机构、服务与场所。',
      en: 'Providers, services and premises of the cluster.',
    },
    source: { zh: '集聚区管理机构', en: 'The body that runs the cluster' },
  },
  regional_platform: {
    counts: {
      zh: '已建成并运行的区域性知识产权运营服务平台。',
      en: 'Regional operation service platforms built and at work.',
    },
    source: {
      zh: '批复或支持函、平台运行单位',
      en: 'Letters of approval or support; the platform’s operator',
    },
  },
  operation_centres: {
    counts: {
      zh: '产业知识产权运营中心家数，须注明国家级、省级或市级。',
      en: 'Industry operation centres, each with its level: national, provincial or municipal.',
    },
    source: {
      zh: '国家知识产权局支持函或市级认定文件',
      en: 'CNIPA’s letters of support, or the city’s own recognition',
    },
  },
  service_providers: {
    counts: {
      zh: '扶持专业化、市场化、复合型服务机构的情况。',
      en: 'How professional, market-oriented and composite providers are supported.',
    },
    source: { zh: '市知识产权局', en: 'City IP bureau' },
  },
  industry_supervision: {
    counts: {
      zh: '服务行业监管的举措、检查与处理，以及服务能力的变化。',
      en: 'Measures, inspections and their outcome, and how service has improved.',
    },
    source: {
      zh: '市知识产权局、市场监管综合执法队伍',
      en: 'City IP bureau and market supervision enforcement',
    },
  },
}

/** What a result counts and where its figure usually comes from. */
export const definitionOf = (code: IndicatorCode): Definition => definitions[code]
