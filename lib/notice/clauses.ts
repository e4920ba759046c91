/** The clauses of sections 二 and 三 as far as their text is known. The Chinese wording decides; the English is ours. */
const all = [
  {
    id: '二',
    heading: { zh: '绩效目标', en: 'Performance objectives' },
    zh: '经过三年的时间，在重点城市构建起规范化、市场化的知识产权运营服务体系，建立健全知识产权运用促进的制度规范，促进知识产权市场价值充分实现，支撑区域经济高质量发展。重点城市要结合自身实际，在下列指标基础上，合理测算设定量化指标。',
    en: 'Within three years the key cities are to build an intellectual property operation service system that is orderly and driven by the market, put sound rules in place that promote the use of intellectual property, let its market value be fully realised, and so support high-quality growth of the regional economy. On the basis of the indicators below, and in the light of its own circumstances, each key city is to calculate and set its own quantified targets.',
    wording: 'notice',
  },
  {
    id: '二·1',
    heading: { zh: '市场价值实现', en: 'Realising market value' },
    zh: '知识产权转让、许可数量年均增幅20%以上；知识产权质押融资金额和项目数年均增幅30%以上；专利技术合同成交额年均增幅40%以上；支持100家以上中小企业成功转化高校院所专利技术；推动发行知识产权证券化产品1单以上，促进高价值专利组合融资。',
    en: 'Transfers and licences of intellectual property grow by 20% or more a year on average; the amount and the number of projects of intellectual property pledge financing each grow by 30% or more a year on average; the value of patent technology contracts grows by 40% or more a year on average; 100 or more small and medium-sized enterprises are supported in successfully putting patented technology of universities and institutes to commercial use; 1 or more intellectual property securitisation products are issued, to help finance portfolios of high-value patents.',
    wording: 'notice',
  },
  {
    id: '二·2',
    heading: { zh: '产业与品牌', en: 'Industries and brands' },
    zh: '专利密集型产业增加值和实施地理标志运用促进工程的地理标志产品产值显著提升；实施产业类专利导航示范项目5个以上；打造若干特色鲜明、竞争力强、市场信誉好的区域商标品牌。',
    en: 'The value added of patent-intensive industries, and the output value of geographical-indication products under the projects that promote their use, rise markedly; 5 or more patent navigation demonstration projects of the industry type are carried out; several regional trademark brands of distinct character, strong competitiveness and good market reputation are created.',
    wording: 'notice',
  },
  {
    id: '二·3',
    heading: { zh: '创新主体与市场主体', en: 'Innovators and market entities' },
    zh: '200家以上创新能力较强、知识产权基础较好的企业、高等学校、科研院所通过知识产权管理规范贯标认证；支持国家知识产权试点示范高校建设；专业知识产权托管服务累计覆盖中小企业1000家以上；市场主体商标布局和品牌培育水平显著提升。',
    en: '200 or more enterprises, universities and research institutes with fairly strong innovation and a good footing in intellectual property pass certification under the intellectual property management standard; the building of national intellectual property pilot and demonstration universities is supported; professional custody services for intellectual property reach 1,000 or more small and medium-sized enterprises cumulatively; market entities plan their trademarks and cultivate their brands markedly better.',
    wording: 'notice',
  },
  {
    id: '二·4',
    heading: { zh: '服务业集聚', en: 'Clustering of services' },
    zh: '高水平建设知识产权服务业集聚区，建设1家区域性知识产权运营服务平台，培育3家以上产业知识产权运营中心，扶持一批专业化、市场化、复合型的知识产权服务机构；知识产权服务行业监管全面加强，知识产权服务区域和产业发展能力显著提升。',
    en: 'An intellectual property service industry cluster is built to a high standard, 1 regional intellectual property operation service platform is built, 3 or more industry intellectual property operation centres are fostered, and a group of professional, market-oriented service providers of broad skills is supported; supervision of the service industry is strengthened throughout, and its capability to serve the region and its industries rises markedly.',
    wording: 'notice',
  },
  {
    id: '三',
    heading: { zh: '建设内容', en: 'What is to be built, and the money' },
    zh: '中央财政对每个城市支持1.5亿元，其中2020年拨付1亿元，剩余资金根据中期绩效评价结果进行分档拨付。',
    en: 'Central finance supports each city with 150 million yuan, of which 100 million yuan is paid in 2020; the remaining funds are paid in bands according to the result of the mid-term performance evaluation.',
    wording: 'notice',
  },
  {
    id: '三·1·1',
    heading: {
      zh: '建立健全知识产权引领产业发展工作机制',
      en: 'Establish sound working mechanisms by which intellectual property leads industry',
    },
    zh: '建立健全知识产权引领产业发展工作机制。一是完善专利导航决策制度和政策。运用专利导航方法，通过产业数据和专利数据融合分析，围绕产业规划、科技项目等政府决策，实施一批专利导航示范项目，建立以运用为导向的高价值专利培育机制，提升产业核心竞争力。二是发挥商标品牌助推产业发展作用。加大产业集群商标品牌培育力度，支持区域商标品牌做大做强，鼓励优势企业打造全球知名商标品牌；实施地理标志运用促进工程，聚焦区域品牌建设和特色产业培育，开展地理标志与专利、商标等多类型知识产权协同运用，支撑产业区域创新发展实践。三是建立相关产业统计核算机制。建立并实施城市专利密集型产业增加值、地理标志产品产值统计制度；开展专利密集型产品认定试点，完善政府采购等扶持政策，认定一批知识产权自主性和竞争力较强的专利密集型产品。',
    en: 'Establish sound working mechanisms by which intellectual property leads industry. First, complete the rules and policies for decisions guided by patents: analyse industry data together with patent data around government decisions such as industry plans and science projects, carry out a number of patent navigation demonstration projects, and set up a mechanism, oriented to use, for growing high-value patents, so that industries become more competitive at their core. Second, let trademarks and brands drive industry: put more effort into the brands of industry clusters, help regional brands to grow large and strong, and encourage leading enterprises to build brands known worldwide; carry out the projects promoting the use of geographical indications, centred on regional brands and distinctive industries, and use geographical indications, patents, trademarks and other rights together in support of innovation in the region. Third, set up statistics for these industries: establish and apply a city statistical system for the value added of patent-intensive industries and the output value of geographical-indication products; pilot the recognition of patent-intensive products, complete supporting policies such as government procurement, and recognise a number of patent-intensive products that rest on their own intellectual property and compete well.',
    wording: 'notice',
  },
  {
    id: '三·1·2',
    heading: {
      zh: '支持创新主体提高知识产权运用能力',
      en: 'Support innovators in becoming better at using intellectual property',
    },
    zh: '支持创新主体提高知识产权运用能力',
    en: 'Support innovators in becoming better at using intellectual property',
    wording: 'headingOnly',
  },
  {
    id: '三·1·3',
    heading: { zh: '深化知识产权金融服务', en: 'Deepen financial services for intellectual property' },
    zh: '深化知识产权金融服务',
    en: 'Deepen financial services for intellectual property',
    wording: 'headingOnly',
  },
  {
    id: '三·1·4',
    heading: {
      zh: '高水平建设知识产权服务业集聚区',
      en: 'Build intellectual property service industry clusters to a high standard',
    },
    zh: '高水平建设知识产权服务业集聚区',
    en: 'Build intellectual property service industry clusters to a high standard',
    wording: 'headingOnly',
  },
] as const

export type ClauseId = (typeof all)[number]['id']

export interface Clause {
  readonly id: ClauseId
  readonly heading: { readonly zh: string; readonly en: string }
  readonly zh: string
  readonly en: string
  /** `notice`: verbatim from the notice; `headingOnly`: its text is not public, the heading is from press reports. */
  readonly wording: 'notice' | 'headingOnly'
}

/** Sections 二 (objectives) and 三 (tasks and money), in the order of the notice. */
export const clauses: readonly Clause[] = all

const byId = new Map<string, Clause>(all.map((clause) => [clause.id, clause]))

/** The clause with this id. */
export function clause(id: ClauseId): Clause {
  return byId.get(id) as Clause
}
