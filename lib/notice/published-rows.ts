import type { PublishedFigure, PublishedSeries, PublishedSpan } from './published-national'

const names: Record<PublishedSeries, string> = {
  pledge_amount: '专利商标质押融资额',
  pledge_projects: '专利商标质押项目数',
  patent_intensive_value_added: '专利密集型产业增加值',
}

const spans: Record<string, PublishedSpan> = { H1: 'firstHalf', 'Q1-Q3': 'firstThreeQuarters', '': 'year' }

type Printed = Pick<PublishedFigure, 'value' | 'unit' | 'growth' | 'url' | 'note'>
type Doubt = Partial<Pick<PublishedFigure, 'precision' | 'restatedBase'>>

function published(
  series: PublishedSeries,
  period: string,
  printed: Printed,
  doubt: Doubt = {},
): PublishedFigure {
  const average = period.endsWith('average')
  return {
    series,
    place: '全国',
    name: names[series],
    period,
    year: Number(average ? period.slice(5, 9) : period.slice(0, 4)),
    span: average ? 'averageOfYears' : (spans[period.slice(4)] as PublishedSpan),
    precision: 'exact',
    restatedBase: false,
    ...printed,
    ...doubt,
  }
}

// Every row of the collected series. Re-posts of press texts are named as found; the notes say what is doubtful.
export const publishedRows: readonly PublishedFigure[] = [
  published('pledge_amount', '2019', {
    value: '1515',
    unit: '亿元',
    growth: '23.8',
    url: 'https://finance.sina.com.cn/roll/2020-01-14/doc-iihnzahk4136328.shtml',
    note: 'per-year flow',
  }),
  published('pledge_amount', '2020', {
    value: '2180',
    unit: '亿元',
    growth: '43.9',
    url: 'https://www.chinabankingnews.com/2021/01/26/china-authorises-530000-patents-in-2020-patent-pledge-financing-rises-over-43-yoy/',
    note: 'source says 218 billion yuan; 2180 also in f2djj.com',
  }),
  published(
    'pledge_amount',
    '2021',
    {
      value: '3098',
      unit: '亿元',
      growth: '42',
      url: 'http://kejilie.com/ikanchai/article/IfANFz.html',
      note: 'source: 均为42%左右 (approximate)',
    },
    { precision: 'rounded' },
  ),
  published('pledge_amount', '2022', {
    value: '4868.8',
    unit: '亿元',
    growth: '57.1',
    url: 'https://hnfi.cn/china/2023/37520.shtml',
    note: '',
  }),
  published('pledge_amount', '2023', {
    value: '8539.9',
    unit: '亿元',
    growth: '75.4',
    url: 'http://cinic.org.cn/hy/zh/1508526.html',
    note: '',
  }),
  published('pledge_amount', '2021H1', {
    value: '1074',
    unit: '亿元',
    growth: '25.9',
    url: 'http://f2djj.com/sy/2021/0715/12142.html',
    note: 'cumulative Jan-Jun, compared with same period of previous year',
  }),
  published('pledge_amount', '2022H1', {
    value: '1626.5',
    unit: '亿元',
    growth: '51.5',
    url: 'https://amcham-southchina.com/amcham/static/publications/2023%20White%20Paper%20on%20the%20Business%20Environment%20in%20China/files/basic-html/page84.html',
    note: '162.65 billion yuan; computed from rounded 1074 is 51.4 -> rounding tolerance test',
  }),
  published('pledge_amount', '2023H1', {
    value: '2676.6',
    unit: '亿元',
    growth: '64.6',
    url: 'http://cabos.cn/finance/hongguanjingji/2023-07-18/A1689691075466.html',
    note: 'cumulative Jan-Jun',
  }),
  published('pledge_amount', '2024H1', {
    value: '4199',
    unit: '亿元',
    growth: '57',
    url: 'https://www.163.com/dy/article/KHG14P8N0511D98B.html',
    note: '登记金额; cumulative Jan-Jun',
  }),
  published('pledge_amount', '2024Q1-Q3', {
    value: '7922.3',
    unit: '亿元',
    growth: '60',
    url: 'http://www.jingjiribao.cn/static/detail.jsp?id=558092',
    note: '登记总额; cumulative Jan-Sep; base not found',
  }),
  published('pledge_amount', '2016-2020 average', {
    value: null,
    unit: '%/年',
    growth: '19',
    url: 'http://f2djj.com/sy/2021/0715/12142.html',
    note: '"十三五"期间年均增幅19%,2020年达2180亿元; start value not published in source (implied 2015 base 913.5)',
  }),
  published('pledge_projects', '2020', {
    value: '12039',
    unit: '项',
    growth: '43.8',
    url: 'https://www.chinabankingnews.com/2021/01/26/china-authorises-530000-patents-in-2020-patent-pledge-financing-rises-over-43-yoy/',
    note: 'secondary English source; digits not checked against CNIPA original',
  }),
  published(
    'pledge_projects',
    '2021',
    {
      value: '17000',
      unit: '项',
      growth: '42',
      url: 'http://kejilie.com/ikanchai/article/IfANFz.html',
      note: 'rounded: 1.7万项; 42%左右',
    },
    { precision: 'rounded' },
  ),
  published('pledge_projects', '2021H1', {
    value: '6195',
    unit: '项',
    growth: '32.4',
    url: 'http://f2djj.com/sy/2021/0715/12142.html',
    note: '= 5497 patent + 698 trademark (sum check)',
  }),
  published(
    'pledge_projects',
    '2023H1',
    {
      value: '16000',
      unit: '笔',
      growth: '56.9',
      url: 'http://cabos.cn/finance/hongguanjingji/2023-07-18/A1689691075466.html',
      note: 'rounded: 1.6万笔; unit 笔 not 项',
    },
    { precision: 'rounded' },
  ),
  published('patent_intensive_value_added', '2019', {
    value: '114631',
    unit: '亿元',
    growth: '7.0',
    url: 'https://hr.7192.com/news/283644.shtml',
    note: 'current prices (未扣除价格因素); share of GDP 11.6%',
  }),
  published('patent_intensive_value_added', '2020', {
    value: '121289',
    unit: '亿元',
    growth: '5.8',
    url: 'http://m.fmjfmlk.cn/news/2022-10/215192.html',
    note: 'share 11.97%',
  }),
  published('patent_intensive_value_added', '2021', {
    value: '142983',
    unit: '亿元',
    growth: '17.9',
    url: 'http://www.ceilaw.com.cn/xfgljcx/detail.jsp?cataid=4020032023000039&channelid=0&dbid=40',
    note: 'share 12.44%',
  }),
  published('patent_intensive_value_added', '2022', {
    value: '153176',
    unit: '亿元',
    growth: '7.1',
    url: 'http://cbfz.org.cn/show-19034.html',
    note: 'share 12.71%',
  }),
  published(
    'patent_intensive_value_added',
    '2023',
    {
      value: '168713',
      unit: '亿元',
      growth: null,
      url: 'http://hck0371.com/news/detail/152592.html',
      note: 'share 13.04%, +0.44pp on a REVISED 2022 share (12.60, not 12.71): no growth published; do not compute from 153176',
    },
    { restatedBase: true },
  ),
]
