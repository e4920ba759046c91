import type { Interpretation } from './interpretations'

const dated = '2026-11-24'

/** R1 to R13 as fixed on the day named; a change is a new reading with a new date, never an edit of history. */
export const interpretationTable: readonly Interpretation[] = [
  {
    id: 'R1',
    question: { zh: '“以上”是否含本数？', en: 'Does 以上, "or more", include the figure itself?' },
    reading: { zh: '含本数：达到该数即为达到。', en: 'Yes: reaching the figure is reaching the floor.' },
    source: {
      zh: '“以上”含本数是法律、行政文件的通例。',
      en: 'In Chinese legal and administrative drafting 以上 includes the number.',
    },
    dated,
    alternatives: [{ code: 'strictlyAbove', zh: '须超过该数', en: 'The figure must be exceeded' }],
  },
  {
    id: 'R2',
    question: { zh: '“年均增幅”如何计算？', en: 'How is average yearly growth computed?' },
    reading: {
      zh: '水平法（几何平均）：末年值×100^N ≥ 基年值×(100+g)^N，按整数精确比较，不作除法；各年增幅的算术平均另行列示。',
      en: 'By the level method (geometric): V_N · 100^N ≥ V_0 · (100+g)^N, compared exactly in whole numbers. The mean of the yearly rates is shown beside it.',
    },
    source: {
      zh: '统计实务中除固定资产投资外均用水平法；国家知识产权局公布的年均增幅（2010—2020年指数100→304.7，年均11.8%）只能由几何平均得出。',
      en: 'Statistical practice uses the level method except for fixed-asset investment; average rates published by CNIPA (index 100 → 304.7 over 2010–2020, 11.8 % a year) come out geometrically only.',
    },
    dated,
    alternatives: [
      { code: 'meanOfRates', zh: '各年增幅的算术平均', en: 'Arithmetic mean of the yearly rates' },
    ],
  },
  {
    id: 'R3',
    question: {
      zh: '基年是哪一年，三年指哪三年？',
      en: 'Which is the base year, and which are the three years?',
    },
    reading: {
      zh: '按城市配置；默认基年2019年，三个年度为2020、2021、2022年。',
      en: 'Configured for each city; by default base year 2019 and three yearly intervals, 2020, 2021 and 2022.',
    },
    source: {
      zh: '通知只写“经过三年的时间”。入选前最后一个完整年度是2019年；但十一个城市中九个的实施方案写到2023年。',
      en: 'The notice says only "within three years". 2019 is the last full year before selection; yet nine of the eleven city plans run to 2023.',
    },
    dated,
    alternatives: [
      {
        code: 'baseYearAfter',
        zh: '基年2020年，三个年度为2021—2023年',
        en: 'Base year 2020 and the years 2021–2023',
      },
      {
        code: 'longerSpan',
        zh: '基年2019年，期末延至2023年',
        en: 'Base year 2019 and the years up to 2023',
      },
    ],
  },
  {
    id: 'R4',
    question: { zh: '期末之前的进度（序时进度）如何要求？', en: 'What is required before the end?' },
    reading: {
      zh: '第k年全年应达到V_0·(1+g)^k；当年前q个季度应达到该数×占比，占比取基年前q个季度的累计占比，基年四个季度不全的取q/4。',
      en: 'Year k requires V_0 · (1+g)^k in all; its first q quarters require that times the share the first q quarters had in the base year, or q/4 if the four quarters of the base year are not all known.',
    },
    source: {
      zh: '复利路径是年均增幅自身隐含的路径；按基年自身季节分布，不因季节性误判。',
      en: "The compound path is the one an average growth rate itself implies; a city's own seasonal pattern keeps the season from being taken for a delay.",
    },
    dated,
    alternatives: [
      { code: 'linearPath', zh: '直线路径', en: 'A straight path' },
      { code: 'equalQuarters', zh: '四个季度平均分配', en: 'Four equal quarters' },
    ],
  },
  {
    id: 'R5',
    question: { zh: '数量类指标何时算达到？', en: 'When is a count reached?' },
    reading: {
      zh: '自开始以来累计、去重；一经达到即为达到，除非更正。此前的进度要求为目标数×已过季度数/(4·N)。',
      en: 'Cumulative and distinct since the start; met for good once reached, unless restated. Until then the pace is the floor × quarters elapsed / (4·N).',
    },
    source: {
      zh: '通知用“累计覆盖”“建设”“培育”等词，是期末应有的总数，未规定各年数。',
      en: 'The notice asks for totals ("cumulatively", "build", "foster") and sets no yearly numbers.',
    },
    dated,
    alternatives: [],
  },
  {
    id: 'R6',
    question: {
      zh: '“知识产权转让、许可数量”是一个数还是两个数，以何为单位？',
      en: 'Are transfers and licences one number or two, and of what?',
    },
    reading: {
      zh: '合为一个数，以“次”（登记、备案次数）计；分类数之和须等于总数。件、项、笔、份、次各不相同，不得相加或互比。',
      en: 'One sum, in 次 (recordals); its breakdown must add up. 件, 项, 笔, 份 and 次 are different units, never added or compared with each other.',
    },
    source: {
      zh: '国家知识产权局公布的是“转让许可（备案）次数”；一项公开数据中484件专利对应520次许可备案。',
      en: 'CNIPA publishes numbers of recordals; in one public set 484 patents stand for 520 licence recordals.',
    },
    dated,
    alternatives: [{ code: 'rightsNotRecordals', zh: '以权利件数计', en: 'Count rights, not recordals' }],
  },
  {
    id: 'R7',
    question: { zh: '“质押融资金额和项目数”如何判断？', en: 'How is pledge financing judged?' },
    reading: {
      zh: '金额与项目数分别判断；均为当期新登记数，不是余额，也不是贷款发放额。',
      en: 'Amount and number of projects are two verdicts; both are newly registered in the period, neither balances nor loans paid out.',
    },
    source: {
      zh: '公开数据为“质押融资登记金额”“登记总额”；银行口径的余额与累计发放是另外的数。',
      en: "Published figures are registered amounts; the banks' balances and cumulative lending are other numbers.",
    },
    dated,
    alternatives: [{ code: 'balances', zh: '以期末余额计', en: 'Count balances at the end' }],
  },
  {
    id: 'R8',
    question: {
      zh: '基数为零、缺失、更正，或单位、统计时段改变时怎么办？',
      en: 'What if the base is zero, missing, restated, in another unit or of a period of another length?',
    },
    reading: {
      zh: '无法计算，并说明原因；既不判达到，也不判未达到。',
      en: 'It cannot be computed, and the reason is given; never a pass, never a fail.',
    },
    source: {
      zh: '对零的增幅没有定义；2023年全国专利密集型产业增加值即因上年数修订而未公布增幅。',
      en: 'Growth on zero is undefined; for 2023 no growth of patent-intensive value added was published because the year before had been revised.',
    },
    dated,
    alternatives: [],
  },
  {
    id: 'R9',
    question: {
      zh: '贯标认证以何时有效为准？',
      en: 'Must a certificate still be valid for the entity to count?',
    },
    reading: {
      zh: '期间内任一时点通过认证即计入；另列示当前仍有效的数量。',
      en: 'An entity that passed certification at any time in the span counts; how many are still valid is shown beside it.',
    },
    source: {
      zh: '通知写“通过……认证”；证书有效期三年，标准于2024年更换。',
      en: 'The notice says "pass certification"; certificates last three years and the standard changed in 2024.',
    },
    dated,
    alternatives: [{ code: 'validAtDate', zh: '仅计当前有效的', en: 'Count only those valid at the date' }],
  },
  {
    id: 'R10',
    question: { zh: '城市自定目标与通知底线是什么关系？', en: 'How do own targets relate to the floors?' },
    reading: {
      zh: '自定目标在底线之上另行设定、另行保存、另行判断；低于底线的须有经批准的例外记录。',
      en: 'Own targets stand on top of the floors, stored and judged apart; one below its floor needs a recorded derogation.',
    },
    source: {
      zh: '“重点城市要结合自身实际，在下列指标基础上，合理测算设定量化指标。”',
      en: 'The notice: on the basis of these indicators each city calculates and sets its own quantified targets.',
    },
    dated,
    alternatives: [],
  },
  {
    id: 'R11',
    question: {
      zh: '“显著提升”“若干”“一批”如何判断？',
      en: 'How are "markedly", "several", "a group" judged?',
    },
    reading: {
      zh: '由人判断：佐证材料、评分标准、两人独立评阅、写明理由；系统不自动着色。',
      en: 'By people: evidence, a rubric, two independent readings and a stated reason; never coloured automatically.',
    },
    source: {
      zh: '通知未给出数值界限。',
      en: 'The notice gives no number.',
    },
    dated,
    alternatives: [],
  },
  {
    id: 'R12',
    question: {
      zh: '剩余5000万元如何分档？',
      en: 'What are the bands of the remaining 50 million yuan?',
    },
    reading: {
      zh: '未规定。须凭正式文件文号及两人签署方可启用分档表；此前只能模拟，并标明“模拟”。',
      en: 'Unspecified. A band table takes effect only with the number of the document that issued it and two signatures; until then it can only be simulated, and is marked so.',
    },
    source: {
      zh: '通知只写“分档拨付”，未见公开的分档标准。',
      en: 'The notice says only "paid in bands"; no public text gives them.',
    },
    dated,
    alternatives: [
      { code: 'passFail', zh: '通过即拨付（2018、2019年批次）', en: 'Pass or fail, as for 2018 and 2019' },
    ],
  },
  {
    id: 'R13',
    question: { zh: '评价等级如何划分？', en: 'Where do the grades begin?' },
    reading: {
      zh: '优≥90、良≥80、中≥60、差<60；在有文件文号确认之前仅供参考，各项权重亦同。',
      en: 'Excellent (优) from 90, good (良) from 80, fair (中) from 60, poor (差) below; indicative until a document number confirms it, as are any weights.',
    },
    source: {
      zh: '财政部对中央部门组织的评价统一规定的等级划分。',
      en: 'The uniform grades of the Ministry of Finance for evaluations organised by central departments.',
    },
    dated,
    alternatives: [],
  },
]
